using Aggregator.Intake;
using Aggregator.Stories;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Aggregator.Tests.Service.Stories;

/// <summary>
/// Sources that have nothing to do with each other, taken in at once: after the nightly pass no story is made of unrelated articles.
/// </summary>
public sealed class UnrelatedArticlesTests(ITestOutputHelper output)
{
    /// <summary>
    /// Articles. The feeds come from many countries, languages and years: nearly every entry is its own event. The one that most tell is the shooting at an
    /// airport, with 13 articles of one day; what a reader would not call one event has no more than <see cref="LargestWithoutAnEvent"/>.
    /// </summary>
    private const int LargestOfRealFeeds = 13, LargestWithoutAnEvent = 6;

    private static readonly string[] SampleSites = ["000", "001", "002", "003", "004"];

    [SharedFact]
    public async Task RealFeedsThatPublishAtOnceMakeNoLargeStory()
    {
        await using var site = await TestSite.StartAsync(RealFeeds.Count);
        await using var bench = await TestBench.StartAsync();
        await bench.FollowAsync(await RealFeeds.GiveAsOfAsync(site, bench.Clock.GetUtcNow()));

        var stories = await TakeInAsync(bench);

        var placed = await bench.QueryAsync(db => db.StoryMembers.CountAsync());
        Assert.True(placed > 900, $"{placed} articles are in stories: the feeds were not moved.");
        Assert.All(stories, story => Assert.True(story.Titles.Count <= LargestOfRealFeeds, story.ToString()));
        Assert.All(stories.Skip(1), story => Assert.True(story.Titles.Count <= LargestWithoutAnEvent, story.ToString()));
        Assert.All(stories[0].Titles, title => Assert.Matches("(?i)shooting|attack|gunman", title));
    }

    /// <summary>What is the same on two of the sites, or twice on one, is a copy, or has the same headline.</summary>
    [SharedFact]
    public async Task TheSampleSitesTellNoEventTogether()
    {
        await using var site = await TestSite.StartAsync(SampleSites.Length);
        await using var bench = await TestBench.StartAsync();
        await bench.FollowAsync(SampleSites.Select((name, host) => Give(site, name, host)).ToList());

        var stories = await TakeInAsync(bench);

        Assert.True(await bench.QueryAsync(db => db.StoryMembers.CountAsync()) > 20, "Too few articles are in stories.");
        var together = stories.Where(story => story.Titles.Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any()).ToList();
        Assert.True(together.Count == 0, string.Join('\n', together));
    }

    /// <summary>One visit to each source, its pages, copies, stories and the nightly pass.</summary>
    /// <returns>The stories of several articles, each in words of its own.</returns>
    private async Task<IReadOnlyList<ToldTogether>> TakeInAsync(TestBench bench)
    {
        await bench.RefreshAsync();
        await bench.ExtractAsync();
        await bench.Get<CopyKeeper>().RunAsync(CancellationToken.None);
        await bench.Get<StoryKeeper>().RunAsync(CancellationToken.None);
        Print("before the nightly pass", await bench.QueryAsync(ToldTogether.ReadAsync));
        await bench.Get<StoryKeeper>().ReviewAsync(CancellationToken.None);
        var stories = await bench.QueryAsync(ToldTogether.ReadAsync);
        Print("after it", stories);
        Assert.Empty(bench.Faults.Lines);
        return stories;
    }

    private void Print(string when, IReadOnlyList<ToldTogether> stories)
    {
        output.WriteLine($"Stories of several articles {when}: {stories.Count}");
        foreach (var story in stories) output.WriteLine(story.ToString());
    }

    private static string Give(TestSite site, string name, int host)
    {
        var page = new Uri(site.Url($"/{name}", host));
        var html = File.ReadAllText(Shared.Path("corpus", "seeds", "html", name + ".html"));
        site.Give(page.AbsolutePath, FeedAsOf.WithLinksTo(html, page.Authority), "text/html; charset=utf-8");
        return page.AbsoluteUri;
    }
}

using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Stories;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Stories;

/// <summary>Stories of the two languages in the archive: what tells one event finds the other, on both databases.</summary>
public sealed class TiedStoriesTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync(hosts: 2);

    public async Task DisposeAsync()
    {
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task OneEventIsFoundInTheOtherLanguageAndItsNeighboursAreNot(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        var pairs = File.ReadLines(Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Stories", "ties.jsonl")).Take(9)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        site.Give("/fr", Feed("fr", pairs));
        site.Give("/en", Feed("en", pairs));
        await bench.FollowAsync(site.Url("/fr"), site.Url("/en", 1));
        await bench.RefreshAsync();
        await bench.Get<CopyKeeper>().RunAsync(CancellationToken.None);
        await bench.Get<StoryKeeper>().RunAsync(CancellationToken.None);

        await using var db = bench.OpenDb();
        var french = await db.Stories.AsNoTracking().SingleAsync(story => story.Headline.StartsWith("TikTok devra"));
        var tied = Assert.Single(await TiedStories.OfAsync(db, french, bench.Clock.GetUtcNow(), CancellationToken.None));
        Assert.StartsWith("France orders TikTok", tied.Story.Headline, StringComparison.Ordinal);
        Assert.Contains("arcom", tied.Shared);

        var back = Assert.Single(await TiedStories.OfAsync(db, tied.Story, bench.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal(french.Id, back.Story.Id);

        Assert.Empty(await TiedStories.OfAsync(db, new() { Headline = "Eine Geschichte", Language = "de" }, bench.Clock.GetUtcNow(), CancellationToken.None));
    }

    /// <summary>Each text with its first sentence as its title.</summary>
    private string Feed(string language, List<JsonElement> pairs) => Fixtures.Rss("Revue", pairs.Select((pair, at) =>
    {
        var text = pair.GetProperty(language).GetString()!;
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return Fixtures.Item(text[..end], site.Url($"/{language}/{at}", language == "fr" ? 0 : 1), content: string.Concat(Enumerable.Repeat($"<p>{text[(end + 2)..]}</p>", 6)));
    }));
}

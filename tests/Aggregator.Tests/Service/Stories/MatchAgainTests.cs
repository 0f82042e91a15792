using System.Net;
using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Reading.Duplicates;
using Aggregator.Tests.Reading.Stories;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Stories;

/// <summary>Articles whose page fails: they are matched by what the feed said, and again when the page is read. Each database.</summary>
public sealed class MatchAgainTests : IAsyncLifetime
{
    private const string Html = "text/html; charset=utf-8";

    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync(hosts: 2);

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task AStoryIsFoundAfterTheFirstFailureAndTheWaitSaysUntilWhen(string database)
    {
        await StartAsync(database);
        await ExcerptAsync("e1", "/page");

        await MatchAsync();
        Assert.Empty(await PlacesAsync());
        var first = await WaitAsync();
        Assert.Equal((0, false, PollError.None), (first.Attempts, first.HasStory, first.Error));
        Assert.True(first.Until <= bench.Clock.GetUtcNow());

        Assert.Equal([false], await bench.ExtractAsync());
        await MatchAsync();

        Assert.True((await PlacesAsync())["e1"].IsByExcerpt);
        var next = await WaitAsync();
        Assert.Equal((1, true, PollError.HttpStatus), (next.Attempts, next.HasStory, next.Error));
        Assert.InRange((next.Until - bench.Clock.GetUtcNow()).TotalMinutes, 15, 18);
    }

    [Theory, Databases]
    public async Task APageThatIsReadLaterBringsItsArticleToItsStoryAlsoAfterARestart(string database)
    {
        await StartAsync(database);
        await WholeAsync("/a", ("a1", Articles.Harbour), ("a2", Articles.Orchard));
        await ExcerptAsync("e1", "/page");
        await bench.ExtractAsync();
        await MatchAsync();
        var before = await PlacesAsync();
        Assert.Equal(3, before.Values.Select(place => place.StoryId).Distinct().Count());

        await MatchAsync(afterRestart: true);
        await ReadAsync("/page", Articles.Harbour);
        Assert.Equal(1, await MatchAsync(afterRestart: true));

        var after = await PlacesAsync();
        Assert.Equal((before["a1"].StoryId, false), (after["e1"].StoryId, after["e1"].IsByExcerpt));
        Assert.Equal((before["a1"].StoryId, before["a2"].StoryId), (after["a1"].StoryId, after["a2"].StoryId));
        Assert.Equal(0, await MatchAsync(afterRestart: true));
        Assert.Equal((2, 1), await CountsAsync(after["a1"].StoryId));
        Assert.Equal((0, 0), await CountsAsync(before["e1"].StoryId));
    }

    [Theory, Databases]
    public async Task AnExcerptThatSaysNothingFindsItsEventByThePage(string database)
    {
        await StartAsync(database);
        var told = Press.Background.Where(text => text.Language == "fr").Append(Press.StrikeLyon(101)).ToList();
        site.Give("/told", Fixtures.Rss("Revue", told.Select(text => Fixtures.Item(text.Title, site.Url($"/gone/{text.Id}"), text.Text))));
        await bench.FollowAsync(site.Url("/told"));
        await bench.RefreshAsync();
        await ExcerptAsync("Ce que l’on sait", "/page");
        await bench.ExtractAsync();
        await MatchAsync();
        var before = await PlacesAsync();
        var strike = before[Press.StrikeLyon(0).Title].StoryId;
        Assert.NotEqual(strike, before["Ce que l’on sait"].StoryId);

        var retold = Press.StrikeLyonRetold(0);
        await ReadAsync("/page", $"{retold.Title}. {retold.Text}\n\n{Press.StrikeLyonFollowUp(0).Text}");
        await MatchAsync();

        Assert.Equal(strike, (await PlacesAsync())["Ce que l’on sait"].StoryId);
    }

    [Theory, Databases]
    public async Task WhereAnEditorPutItItStays(string database)
    {
        await StartAsync(database);
        await WholeAsync("/a", ("a1", Articles.Harbour), ("a2", Articles.Orchard));
        await ExcerptAsync("e1", "/page");
        await bench.ExtractAsync();
        await MatchAsync();
        var before = await PlacesAsync();
        Assert.NotNull(await bench.QueryAsync(db =>
            new MoveStories(db, bench.Clock).MergeAsync(before["a2"].StoryId, before["e1"].StoryId, "Claire", CancellationToken.None)));

        await ReadAsync("/page", Articles.Harbour);
        await MatchAsync();

        var after = (await PlacesAsync())["e1"];
        Assert.Equal((before["a2"].StoryId, true, false), (after.StoryId, after.IsFixed, after.IsByExcerpt));
        await bench.Get<StoryKeeper>().ReviewAsync(CancellationToken.None);
        Assert.Equal(before["a2"].StoryId, (await PlacesAsync())["e1"].StoryId);
    }

    [Theory, Databases]
    public async Task CopiesThatCameWhileItsPageFailedFollowIt(string database)
    {
        await StartAsync(database);
        await ExcerptAsync("e1", "/page");
        await bench.ExtractAsync();
        await WholeAsync("/a", ("a1", Articles.FirstSentences(Articles.Harbour, 11)));
        await WholeAsync("/b", ("b1", "Avec AFP. " + Articles.FirstSentences(Articles.Harbour, 10)));
        await MatchAsync();
        Assert.Equal(2, (await PlacesAsync()).Values.Select(place => place.StoryId).Distinct().Count());

        await ReadAsync("/page", Articles.Harbour);
        await MatchAsync();

        var story = Assert.Single((await PlacesAsync()).Values.Select(place => place.StoryId).Distinct());
        Assert.Equal((3, 2), await CountsAsync(story));
        await MatchAsync(afterRestart: true);
        await bench.Get<StoryKeeper>().ReviewAsync(CancellationToken.None);
        Assert.Equal(story, Assert.Single((await PlacesAsync()).Values.Select(place => place.StoryId).Distinct()));
    }

    [Theory, Databases]
    public async Task TheStoryItOpenedKeepsItsNumberForThoseWhoStay(string database)
    {
        await StartAsync(database);
        await ExcerptAsync("e1", "/page");
        await bench.ExtractAsync();
        await WholeAsync("/a", ("a1", Articles.Orchard));
        await MatchAsync();
        var opened = (await PlacesAsync())["e1"].StoryId;
        await bench.WriteAsync(db => db.StoryMembers.ExecuteUpdateAsync(set => set.SetProperty(member => member.StoryId, opened)));

        await ReadAsync("/page", Articles.Harbour);
        await MatchAsync(afterRestart: true);

        var after = await PlacesAsync();
        Assert.Equal(opened, after["a1"].StoryId);
        Assert.NotEqual(opened, after["e1"].StoryId);
        Assert.Equal(((1, 0), (1, 0)), (await CountsAsync(opened), await CountsAsync(after["e1"].StoryId)));
    }

    [Theory, Databases]
    public async Task PagesOfAHostThatAsksForRestAreNotWaitedFor(string database)
    {
        await StartAsync(database);
        foreach (var page in new[] { "/p1", "/p2" })
        {
            site.Give(page, http =>
            {
                (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (429, "3600");
                return Task.CompletedTask;
            });
        }

        site.Give("/feed", Fixtures.Rss(
            "Revue", Fixtures.Item("e1", site.Url("/p1", 1), "Le début…"), Fixtures.Item("e2", site.Url("/p2", 1), "Un autre…")));
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();
        Assert.Equal([false], await bench.ExtractAsync());

        await MatchAsync();

        Assert.All((await PlacesAsync()).Values, place => Assert.True(place.IsByExcerpt));
        Assert.Equal(2, (await PlacesAsync()).Count);
        var untried = await bench.QueryAsync(db => PageWait.Of(db).SingleAsync(wait => wait.Attempts == 0));
        Assert.InRange((untried.Until - bench.Clock.GetUtcNow()).TotalMinutes, 59, 60);
    }

    private async Task StartAsync(string database) => bench = await TestBench.StartAsync(Databases.Settings(database));

    /// <summary>An article of which the feed says next to nothing; its page, on the other host, fails until it is given.</summary>
    private async Task ExcerptAsync(string title, string page)
    {
        site.Give(page, "broken", Html, 500);
        site.Give($"/feed{page}", Fixtures.Rss("Revue", Fixtures.Item(title, site.Url(page, 1), "Notre direct…")));
        await bench.FollowAsync(site.Url($"/feed{page}"));
        await bench.RefreshAsync();
    }

    private async Task WholeAsync(string feed, params (string Title, string Text)[] articles)
    {
        var items = articles.Select(article =>
            Fixtures.Item(article.Title, site.Url($"{feed}/{article.Title}"), "Un résumé.", Paragraphs(article.Text)));
        site.Give(feed, Fixtures.Rss("Revue", items));
        await bench.FollowAsync(site.Url(feed));
        await bench.RefreshAsync();
    }

    /// <summary>An hour later the page is there, and is read.</summary>
    private async Task ReadAsync(string page, string text)
    {
        var article = $"<article><h1>Le récit</h1>{Paragraphs(text)}</article>";
        site.Give(page, $"<!doctype html><html lang=\"fr\"><body><main>{article}</main></body></html>", Html);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([true], await bench.ExtractAsync());
    }

    /// <returns>How many articles found their story, or found it again.</returns>
    private async Task<int> MatchAsync(bool afterRestart = false)
    {
        await bench.Get<CopyKeeper>().RunAsync(CancellationToken.None);
        if (!afterRestart) return await bench.Get<StoryKeeper>().RunAsync(CancellationToken.None);
        bench.Get<StoryKeeper>().Forget();
        using var started = new StoryKeeper(bench.Get<Func<AggregatorDb>>(), bench.Clock);
        return await started.RunAsync(CancellationToken.None);
    }

    private Task<Dictionary<string, StoryMember>> PlacesAsync() => bench.QueryAsync(
        db => db.StoryMembers.AsNoTracking().Include(member => member.Article).ToDictionaryAsync(member => member.Article.Title));

    private Task<PageWait> WaitAsync() => bench.QueryAsync(db => PageWait.Of(db).SingleAsync());

    private Task<(int Articles, int Copies)> CountsAsync(int story) => bench.QueryAsync(async db =>
        await db.Stories.AsNoTracking().SingleAsync(row => row.Id == story) is var found ? (found.Articles, found.Copies) : default);

    private static string Paragraphs(string text) =>
        string.Concat(text.Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"));
}

using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>A failing source is a state on its row; the others go on.</summary>
public sealed class FailingSourceTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 2);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task FailuresAreCountedAndVisitedLaterAndLater(string database)
    {
        await StartAsync(database);
        site.Give("/feed", "broken", status: 500);
        var waits = new List<TimeSpan>();
        await bench.FollowAsync(site.Url("/feed"));

        for (var count = 1; count <= 3; count++)
        {
            var outcome = Assert.Single(await bench.RefreshAsync());
            Assert.Equal((PollKind.Failed, PollError.HttpStatus, "500"), (outcome.Kind, outcome.Error, outcome.ErrorDetail));
            var row = (await bench.SourceAsync(site.Url("/feed"))).Poll;
            Assert.Equal((count, PollError.HttpStatus, "500", 500), (row.ErrorCount, row.Error, row.ErrorDetail, row.Status));
            Assert.Equal((null, null), (row.LeaseOwner, row.LeaseUntil));
            waits.Add(row.DueAt - bench.Clock.GetUtcNow());
        }

        Assert.InRange(waits[0].TotalMinutes, 15, 18);
        Assert.InRange(waits[1].TotalMinutes, 30, 36);
        Assert.InRange(waits[2].TotalMinutes, 60, 72);
        Assert.Equal(3, await bench.QueryAsync(db => db.Polls.CountAsync(poll => poll.Error == PollError.HttpStatus)));

        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 1));
        await bench.RefreshAsync();
        var mended = (await bench.SourceAsync(site.Url("/feed"))).Poll;
        Assert.Equal((0, PollError.None, null), (mended.ErrorCount, mended.Error, mended.ErrorDetail));
    }

    [Theory, Databases]
    public async Task AFeedThatIsGoneIsVisitedNoMore(string database)
    {
        await StartAsync(database);
        site.Give("/feed", "gone", status: 410);
        await bench.FollowAsync(site.Url("/feed"));

        await bench.RefreshAsync();
        await bench.RefreshAsync();

        Assert.Single(site.Requests);
        var source = await bench.SourceAsync(site.Url("/feed"));
        Assert.Equal((bench.Clock.GetUtcNow().AddSeconds(-1), PollError.Gone), (source.RetiredAt, source.Poll.Error));
    }

    [Theory, Databases]
    public async Task APageThatNamesAFeedSaysWhich(string database)
    {
        await StartAsync(database);
        site.Give("/", """<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head><body>Accueil</body></html>""", "text/html");
        site.Give("/plain", "<!doctype html><html><body><p>Accueil</p></body></html>", "text/html");
        site.Give("/noise", "%PDF-1.7 …", "application/pdf");
        await bench.FollowAsync(site.Url("/"), site.Url("/plain"), site.Url("/noise"));

        var outcomes = await bench.RefreshAsync();

        Assert.Equal([PollError.PageNamesFeed, PollError.NotAFeed, PollError.Unreadable], outcomes.Select(outcome => outcome.Error));
        Assert.Equal(site.Url("/rss.xml"), outcomes[0].ErrorDetail);
    }

    [Theory, Databases]
    public async Task BadAnswersAreRowsAndTheRestGoesOn(string database)
    {
        await StartAsync(database, "Fetching:Deadline=00:00:02");
        site.Give("/empty", "");
        site.Give("/huge", new byte[20_000_000], "application/rss+xml");
        site.Give("/hung", http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        site.Give("/good", Fixtures.WholeFeed(site, "Revue", 1));
        await bench.FollowAsync(site.Url("/empty"), site.Url("/huge"), site.Url("/hung", 1), "http://no-such-host.invalid/feed", "http://10.0.0.1/feed", site.Url("/good"));

        var outcomes = await bench.RefreshAsync();

        Assert.Equal(
            [PollError.EmptyBody, PollError.TooLarge, PollError.Timeout, PollError.UnknownHost, PollError.NotPublic, PollError.None],
            outcomes.Select(outcome => outcome.Error));
        Assert.Equal("15 MB", outcomes[1].ErrorDetail);
        Assert.Equal(6, await bench.QueryAsync(db => db.Polls.CountAsync()));
        Assert.Equal(1, await bench.QueryAsync(db => db.Articles.CountAsync()));
        Assert.All(outcomes.Take(5), outcome => Assert.NotEqual("", PollErrorWords.Say(outcome.Error, outcome.ErrorDetail, "fr")));
    }

    [Theory, Databases]
    public async Task AHostThatAsksForRestGetsItForAllItsSources(string database)
    {
        await StartAsync(database);
        site.Give("/busy", http =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (429, "600");
            return Task.CompletedTask;
        });
        site.Give("/neighbour", Fixtures.WholeFeed(site, "Revue", 1));
        await bench.FollowAsync(site.Url("/busy"));
        await bench.RefreshAsync();
        await bench.FollowAsync(site.Url("/neighbour"), site.Url("/neighbour", 1));

        Assert.Equal([site.Url("/neighbour", 1)], (await bench.RefreshAsync()).Select(outcome => outcome.Name));
        bench.Clock.Advance(TimeSpan.FromSeconds(590));
        Assert.Equal([site.Url("/neighbour", 1)], (await bench.RefreshAsync()).Select(outcome => outcome.Name));
        bench.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(3, (await bench.RefreshAsync()).Count);
    }

    [Theory, Databases]
    public async Task AllIgnoresIntervalsButNeverWhatAServerAskedFor(string database)
    {
        await StartAsync(database);
        site.Give("/usual", Fixtures.WholeFeed(site, "Revue", 1));
        site.Give("/overloaded", http =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (503, "3600");
            return Task.CompletedTask;
        });
        await bench.FollowAsync(site.Url("/usual"), site.Url("/overloaded", 1));
        await bench.RefreshAsync();

        Assert.Empty(await bench.RefreshAsync(all: false));
        Assert.Equal([1], (await bench.RefreshAsync(all: true)).Select(outcome => outcome.SourceId));
        Assert.Empty(await bench.RefreshAsync(all: true, only: 2));
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([2], (await bench.RefreshAsync(all: true, only: 2)).Select(outcome => outcome.SourceId));
    }

    [Theory, Databases]
    public async Task APageIsTriedFourTimes(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Titre", site.Url("/page"), "Le début…")));
        site.Give("/page", "broken", "text/html", 500);
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();

        for (var attempt = 1; attempt <= 4; attempt++)
        {
            Assert.Equal([false], await bench.ExtractAsync());
            Assert.Empty(await bench.ExtractAsync());
            bench.Clock.Advance(TimeSpan.FromDays(2));
        }

        Assert.Empty(await bench.ExtractAsync());
        var row = await bench.QueryAsync(db => db.Extractions.SingleAsync());
        Assert.Equal((4, null, PollError.HttpStatus, "500"), (row.Attempts, row.DueAt, row.Error, row.ErrorDetail));
        Assert.Equal(4, site.RequestsOf("/page").Count);
        Assert.False(await bench.QueryAsync(db => db.Articles.Select(article => article.IsWhole).SingleAsync()));
    }

    [Theory, Databases]
    public async Task APageThatIsNotThereIsTriedOnce(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Perdu", site.Url("/lost"), "Le début…"), Fixtures.Item("Vide", site.Url("/void"), "Le début…")));
        site.Give("/void", "<!doctype html><html><body></body></html>", "text/html");
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();

        Assert.Equal([false, false], await bench.ExtractAsync());

        var rows = await bench.QueryAsync(db => db.Extractions.OrderBy(row => row.ArticleId).ToListAsync());
        Assert.Equal([(PollError.HttpStatus, "404"), (PollError.NoArticle, null)], rows.Select(row => (row.Error, row.ErrorDetail)));
        Assert.All(rows, row => Assert.Null(row.DueAt));
    }

    private async Task StartAsync(string database, params string[] settings)
    {
        bench = await TestBench.StartAsync([.. settings, .. Databases.Settings(database)]);
    }
}

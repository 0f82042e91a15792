using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>robots.txt on the wire: asked for pages, not for feeds, once a day.</summary>
public sealed class RobotsTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 2);
    }

    public async Task DisposeAsync()
    {
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task AForbiddenPageIsNotReadAndTheOthersAre(string database)
    {
        await StartAsync(database);
        site.Give("/robots.txt", "User-agent: *\nDisallow: /closed/\nDisallow: /feed", "text/plain");

        await bench.RefreshAsync();
        Assert.Equal(2, (await bench.ExtractAsync()).Count(isWhole => isWhole));

        Assert.Empty(site.RequestsOf("/closed/3"));
        Assert.Single(site.RequestsOf("/robots.txt"));
        Assert.Single(site.RequestsOf("/feed"));
        Assert.Equal(PollError.RobotsForbid, (await bench.QueryAsync(db => db.Extractions.SingleAsync())).Error);
    }

    [Theory, Databases]
    public async Task TheFileIsKeptForADayAndOverARestart(string database)
    {
        await StartAsync(database);
        site.Give("/robots.txt", "User-agent: SocialReport\nDisallow: /open/", "text/plain");
        var url = site.Url("/open/1");
        Assert.NotNull(await AskAsync(url));
        Assert.NotNull(await AskAsync(url));
        Assert.Single(site.RequestsOf("/robots.txt"));

        bench.Clock.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(await AskAsync(url));
        Assert.Single(site.RequestsOf("/robots.txt"));

        bench.Clock.Advance(TimeSpan.FromHours(2));
        site.Give("/robots.txt", "User-agent: *\nDisallow:", "text/plain");
        Assert.Null(await AskAsync(url));
        Assert.Equal(2, site.RequestsOf("/robots.txt").Count);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    public async Task NoFileAllowsAndAServerThatFailsForbids(int status, bool allows)
    {
        await StartAsync(Databases.Sqlite);
        site.Give("/robots.txt", "no", "text/plain", status);

        Assert.Equal(allows, await AskAsync(site.Url("/open/1")) is null);
    }

    [Theory, Databases]
    public async Task WhatAServerSaidBeforeItFailedStillHolds(string database)
    {
        await StartAsync(database);
        site.Give("/robots.txt", "User-agent: *\nDisallow: /closed/", "text/plain");
        await AskAsync(site.Url("/open/1"));
        site.Give("/robots.txt", "no", "text/plain", 500);

        bench.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await AskAsync(site.Url("/open/1")));
        Assert.NotNull(await AskAsync(site.Url("/closed/3")));
        bench.Clock.Advance(TimeSpan.FromDays(40));
        Assert.NotNull(await AskAsync(site.Url("/open/1")));
    }

    [Theory, Databases]
    public async Task ManyAskingAtOnceAskTheHostOnce(string database)
    {
        await StartAsync(database);
        site.Give("/robots.txt", async http =>
        {
            await Task.Delay(100);
            await http.Response.WriteAsync("User-agent: *\nDisallow: /x");
        });

        await Eventually.EndsAsync(Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bench.Get<Aggregator.Fetching.RobotsDesk>().ForbidsAsync(site.Url("/open/1"), CancellationToken.None))));

        Assert.Single(site.RequestsOf("/robots.txt"));
    }

    [Theory, Databases]
    public async Task APageAsASourceIsAskedForToo(string database)
    {
        await StartAsync(database);
        site.Give("/robots.txt", "User-agent: *\nDisallow: /news", "text/plain");
        await bench.Get<SourceAdding>().RunAsync([TestBench.Entry(site.Url("/news"), kind: "page")], isDryRun: false, CancellationToken.None);

        var outcomes = await bench.RefreshAsync();

        Assert.Equal([PollError.None, PollError.RobotsForbid], outcomes.Select(outcome => outcome.Error));
        Assert.Empty(site.RequestsOf("/news"));
    }

    [Theory, Databases]
    public async Task WhatTurnsOutToBeAPageIsAskedForBeforeItIsRead(string database)
    {
        await StartAsync(database);
        site.Give("/robots.txt", "User-agent: *\nDisallow: /news\nDisallow: /feed", "text/plain");
        site.Give("/news", $"<!doctype html><html><body><main>{string.Concat(Enumerable.Range(1, 3).Select(n => $"<article><h2><a href=\"/news/{n}\">Le billet numéro {n} de la série</a></h2><div>{Fixtures.Text(n)}</div></article>"))}</main></body></html>", "text/html; charset=utf-8");
        await bench.FollowAsync(site.Url("/news"));

        for (var visit = 1; visit <= 2; visit++)
            Assert.Equal([PollError.None, PollError.RobotsForbid], (await bench.RefreshAsync()).Select(outcome => outcome.Error));
        Assert.Equal((PollError.RobotsForbid, 0), await PreviewAsync() is var (reading, problem) ? (problem!.Error, reading.Entries.Count) : default);

        bench.Clock.Advance(TimeSpan.FromDays(2));
        site.Give("/robots.txt", "User-agent: *\nDisallow:", "text/plain");
        Assert.Equal([(PollError.None, 0), (PollError.None, 3)], (await bench.RefreshAsync()).Select(outcome => (outcome.Error, outcome.NewArticles)));
        Assert.Equal(3, (await PreviewAsync()).Reading.Entries.Count);
    }

    private Task<(Aggregator.Reading.Pages.PageReading Reading, Aggregator.Fetching.FetchProblem? Problem)> PreviewAsync() =>
        Eventually.EndsAsync(bench.Get<PagePreview>().RunAsync(site.Url("/news"), rules: null, CancellationToken.None));

    [Theory, Databases]
    public async Task AFaultOfOursIsAskedAgain(string database)
    {
        await StartAsync(database);
        site.Give("/robots.txt", "User-agent: *\nDisallow: /closed/", "text/plain");
        var isBroken = true;
        var desk = new Aggregator.Fetching.RobotsDesk(bench.Fetcher, () => isBroken ? throw new InvalidOperationException("no database") : bench.OpenDb(), bench.Clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.ForbidsAsync(site.Url("/open/1"), CancellationToken.None));

        isBroken = false;
        Assert.Null(await Eventually.EndsAsync(desk.ForbidsAsync(site.Url("/open/1"), CancellationToken.None)));
        Assert.NotNull(await Eventually.EndsAsync(desk.ForbidsAsync(site.Url("/closed/3"), CancellationToken.None)));
    }

    [Theory, Databases]
    public async Task MemoryHoldsSoManyHostsAndNoMore(string database)
    {
        await StartAsync(database);
        const int Most = Aggregator.Fetching.RobotsDesk.MostKnown;
        await bench.WriteAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, Most + 10).Select(host => new RobotsCopy
            {
                Origin = $"http://host{host}.example", Text = "", FetchedAt = bench.Clock.GetUtcNow(), GoodUntil = bench.Clock.GetUtcNow().AddDays(1),
            }));
            return db.SaveChangesAsync();
        });
        var desk = new Aggregator.Fetching.RobotsDesk(bench.Fetcher, bench.OpenDb, bench.Clock);

        for (var host = 0; host < Most + 10; host++) Assert.Null(await desk.ForbidsAsync($"http://host{host}.example/page", CancellationToken.None));

        Assert.InRange(desk.KnownHosts, 1, Most);
    }

    private Task<Aggregator.Fetching.FetchProblem?> AskAsync(string url) => Eventually.EndsAsync(
        new Aggregator.Fetching.RobotsDesk(bench.Fetcher, bench.OpenDb, bench.Clock).ForbidsAsync(url, CancellationToken.None));

    private async Task StartAsync(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/feed", Fixtures.Rss("Revue", Enumerable.Range(1, 3).Select(n => Fixtures.Item($"Titre {n}", site.Url($"/{(n == 3 ? "closed" : "open")}/{n}"), "Le début…"))));
        for (var n = 1; n <= 3; n++) site.Give($"/{(n == 3 ? "closed" : "open")}/{n}", Fixtures.Page(n, $"Titre {n}"), "text/html");
        await bench.FollowAsync(site.Url("/feed"));
    }
}

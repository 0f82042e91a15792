using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>The polite list, on the wire: what a publisher's server sees over many visits.</summary>
public sealed class PolitenessTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 3);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task OnlyTheFirstRequestEverIsUnconditional(string database)
    {
        await StartAsync(database);
        var version = 1;
        GiveVersions("/feed", () => version);
        await bench.FollowAsync(site.Url("/feed"));

        await bench.RefreshAsync();
        await bench.RefreshAsync(only: 1);
        version = 2;
        await bench.RefreshAsync();
        await bench.RefreshAsync(only: 1);

        Assert.Equal([null, "\"v1\"", "\"v1\"", "\"v2\""], site.RequestsOf("/feed").Select(request => request.Headers.GetValueOrDefault("If-None-Match")));
        Assert.Equal([200, 304, 200, 304], await bench.QueryAsync(db => db.Polls.OrderBy(poll => poll.Id).Select(poll => poll.Status!.Value).ToListAsync()));
    }

    [Theory, Databases]
    public async Task AnUnreadableAnswerIsAskedForConditionallyToo(string database)
    {
        await StartAsync(database);
        site.Give("/page", http => Conditional(http, "\"p\"", "<!doctype html><html><body>Accueil</body></html>", "text/html"));
        await bench.FollowAsync(site.Url("/page"));

        await bench.RefreshAsync();
        var second = Assert.Single(await bench.RefreshAsync());

        Assert.Equal((PollKind.Failed, PollError.NotAFeed), (second.Kind, second.Error));
        Assert.Equal("\"p\"", site.RequestsOf("/page")[1].Headers["If-None-Match"]);
        Assert.Equal(2, (await bench.SourceAsync(site.Url("/page"))).Poll.ErrorCount);
    }

    [Theory, Databases]
    public async Task NewValidatorsOfA304ReplaceTheOldOnes(string database)
    {
        await StartAsync(database);
        var visits = 0;
        site.Give("/feed", http =>
        {
            http.Response.Headers.ETag = $"\"{++visits}\"";
            if (visits == 1) return http.Response.WriteAsync(Fixtures.WholeFeed(site, "Revue", 1));
            http.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        await bench.FollowAsync(site.Url("/feed"));

        for (var i = 0; i < 3; i++) await bench.RefreshAsync();

        Assert.Equal([null, "\"1\"", "\"2\""], site.RequestsOf("/feed").Select(request => request.Headers.GetValueOrDefault("If-None-Match")));
    }

    [Theory, Databases]
    public async Task AServerWhoseValidatorsLieCostsNoReading(string database)
    {
        await StartAsync(database);
        var visits = 0;
        site.Give("/feed", http =>
        {
            http.Response.Headers.ETag = $"\"{++visits}\"";
            return http.Response.WriteAsync(Fixtures.WholeFeed(site, "Revue", 1));
        });
        await bench.FollowAsync(site.Url("/feed"));

        Assert.Equal([PollKind.Read, PollKind.Unchanged], [(await bench.RefreshAsync())[0].Kind, (await bench.RefreshAsync())[0].Kind]);
    }

    [Theory]
    [InlineData("max-age=18000", null, 300)]
    [InlineData(null, "Wed, 05 Mar 2025 17:00:00 GMT", 300)]
    [InlineData("max-age=18000", "Wed, 05 Mar 2025 12:00:00 GMT", 300)]
    [InlineData("no-cache, max-age=18000", null, null)]
    [InlineData("max-age=99999999", null, 1440)]
    [InlineData("nonsense", "0", null)]
    public async Task NoVisitComesBeforeWhatTheServerCallsFresh(string? cacheControl, string? expires, int? minutes)
    {
        await StartAsync(Databases.Sqlite);
        site.Give("/feed", http =>
        {
            http.Response.Headers.Date = "Wed, 05 Mar 2025 12:00:00 GMT";
            if (cacheControl is not null) http.Response.Headers.CacheControl = cacheControl;
            if (expires is not null) http.Response.Headers.Expires = expires;
            return http.Response.WriteAsync(Fixtures.WholeFeed(site, "Revue", 1));
        });
        await bench.FollowAsync(site.Url("/feed"));

        await bench.RefreshAsync();

        var wait = (await bench.SourceAsync(site.Url("/feed"))).Poll.DueAt - bench.Clock.GetUtcNow();
        if (minutes is { } expected) Assert.Equal(expected, wait.TotalMinutes);
        else Assert.InRange(wait.TotalMinutes, 15, 299);
    }

    [Theory, Databases]
    public async Task APermanentRedirectRewritesTheAddressAfterADayAndTheListStaysRight(string database)
    {
        await StartAsync(database);
        site.Give("/old", http => Redirect(http, 301, site.Url("/middle", host: 1)));
        site.Give("/middle", http => Redirect(http, 308, site.Url("/new", host: 2)));
        GiveVersions("/new", () => 1);
        await FollowFileAsync(site.Url("/old"));

        await bench.RefreshAsync();
        bench.Clock.Advance(TimeSpan.FromHours(13));
        await bench.RefreshAsync();
        Assert.Equal(0, await MoveAsync());
        Assert.Equal(site.Url("/old"), await bench.QueryAsync(db => db.Sources.Select(source => source.Url).SingleAsync()));
        bench.Clock.Advance(TimeSpan.FromHours(13));
        await bench.RefreshAsync();
        Assert.Equal(1, await MoveAsync());

        var moved = await bench.SourceAsync(site.Url("/new", host: 2));
        Assert.Equal(("127.0.0.3", null, null), (moved.Poll.Host, moved.Poll.MovedTo, moved.RetiredAt));
        site.Forget();
        await bench.RefreshAsync();
        Assert.Equal("\"v1\"", Assert.Single(site.Requests).Headers["If-None-Match"]);

        // The list still names the old address: it is the same source, neither added again nor retired.
        Assert.Equal(new SyncResult(0, 0, 0, 1), await FollowFileAsync(site.Url("/old")));
        Assert.Equal(site.Url("/new", host: 2), await bench.QueryAsync(db => db.Sources.Select(source => source.Url).SingleAsync()));
        Assert.Equal(1, (await bench.FollowAsync(site.Url("/old"))).Known);
    }

    [Theory]
    [InlineData(302, 301)]
    [InlineData(307, 308)]
    [InlineData(303, 301)]
    public async Task ATemporaryRedirectRewritesNothingWhateverFollowsIt(int first, int second)
    {
        await StartAsync(Databases.Sqlite);
        site.Give("/old", http => Redirect(http, first, site.Url("/middle")));
        site.Give("/middle", http => Redirect(http, second, site.Url("/new")));
        site.Give("/new", Fixtures.WholeFeed(site, "Revue", 1));
        await bench.FollowAsync(site.Url("/old"));

        for (var day = 0; day < 5; day++)
        {
            bench.Clock.Advance(TimeSpan.FromDays(1));
            await bench.RefreshAsync();
        }

        Assert.Null((await bench.SourceAsync(site.Url("/old"))).Poll.MovedTo);
    }

    [Theory, Databases]
    public async Task AMoveToAnAddressThatIsFollowedIsLeftToAPerson(string database)
    {
        await StartAsync(database);
        site.Give("/old", http => Redirect(http, 301, site.Url("/new")));
        site.Give("/new", Fixtures.WholeFeed(site, "Revue", 1));
        await bench.FollowAsync(site.Url("/old"), site.Url("/new"));

        for (var day = 0; day < 4; day++)
        {
            bench.Clock.Advance(TimeSpan.FromDays(1));
            await bench.RefreshAsync();
        }

        Assert.Equal(0, await MoveAsync());
        var row = (await bench.SourceAsync(site.Url("/old"))).Poll;
        Assert.Equal(site.Url("/new"), row.MovedTo);
        Assert.Contains(site.Url("/new"), HealthWords.Say(row, SourceHealth.Of(row, null, bench.Clock.GetUtcNow()), bench.Clock.GetUtcNow(), "en"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task AFeedThatIsNotFoundIsAskedForRarerAndRarer(string database)
    {
        await StartAsync(database);
        await bench.FollowAsync(site.Url("/missing"));
        for (var i = 0; i < 12; i++) await bench.RefreshAsync();

        var wait = (await bench.SourceAsync(site.Url("/missing"))).Poll.DueAt - bench.Clock.GetUtcNow();

        Assert.InRange(wait.TotalHours, 23.9, 24.01);
        Assert.Null((await bench.SourceAsync(site.Url("/missing"))).RetiredAt);
    }

    [Theory, Databases]
    public async Task A503RestsTheFeedAndNotItsHost(string database)
    {
        await StartAsync(database);
        site.Give("/busy", http =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (503, "Wed, 05 Mar 2025 15:00:00 GMT");
            return Task.CompletedTask;
        });
        site.Give("/neighbour", Fixtures.WholeFeed(site, "Revue", 1));
        await bench.FollowAsync(site.Url("/busy"), site.Url("/neighbour"));

        await bench.RefreshAsync();

        Assert.Equal([2], (await bench.RefreshAsync()).Select(outcome => outcome.SourceId));
        Assert.Equal(new DateTimeOffset(2025, 3, 5, 15, 0, 0, TimeSpan.Zero), (await bench.SourceAsync(site.Url("/busy"))).Poll.NotBefore);
    }

    private Task<int> MoveAsync() => bench.Get<SourceMoves>().RunAsync(CancellationToken.None);

    private async Task<SyncResult> FollowFileAsync(string url) =>
        await bench.Get<SourceSync>().FollowAsync([TestBench.Entry(url, "Revue")], retireMissing: true, CancellationToken.None);

    private void GiveVersions(string path, Func<int> version) =>
        site.Give(path, http => Conditional(http, $"\"v{version()}\"", Fixtures.WholeFeed(site, "Revue", [.. Enumerable.Range(1, version())]), "application/rss+xml"));

    private static Task Conditional(HttpContext http, string etag, string body, string type)
    {
        http.Response.Headers.ETag = etag;
        http.Response.ContentType = type;
        if (http.Request.Headers.IfNoneMatch != etag) return http.Response.WriteAsync(body);
        http.Response.StatusCode = 304;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext http, int status, string target)
    {
        (http.Response.StatusCode, http.Response.Headers.Location) = (status, target);
        return Task.CompletedTask;
    }

    private async Task StartAsync(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
    }
}

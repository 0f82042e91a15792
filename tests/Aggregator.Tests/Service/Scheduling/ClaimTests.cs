using Aggregator.Scheduling;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Scheduling;

public sealed class ClaimTests : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private TestBench bench = null!;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory, Databases]
    public async Task TwoClaimersNeverGetOneRow(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync(Enumerable.Range(0, 200).Select(host => $"http://host{host}.example/feed"));

        var claims = await Eventually.EndsAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(worker => ClaimAsync(owner: $"worker {worker}", limit: 15))));

        var claimed = claims.SelectMany(ids => ids).ToList();
        Assert.Equal(200, claimed.Count);
        Assert.Equal(200, claimed.Distinct().Count());
        Assert.All(claims, ids => Assert.InRange(ids.Count, 0, 15));
    }

    [Theory, Databases]
    public async Task AHostGivesOneRowAtATime(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync("http://a.example/1", "http://a.example/2", "http://A.example/3", "http://b.example/1");

        Assert.Equal([1, 4], (await ClaimAsync()).Order());
        Assert.Empty(await ClaimAsync());
        await bench.WriteAsync(db => db.SourcePolls.Where(row => row.SourceId == 1).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null).SetProperty(row => row.VisitedAt, bench.Clock.GetUtcNow())));
        Assert.Equal([2], await ClaimAsync());
    }

    [Theory, Databases]
    public async Task TheMostOverdueComesFirst(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync(Enumerable.Range(1, 5).Select(host => $"http://host{host}.example/"));
        await bench.WriteAsync(db => db.SourcePolls.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, row => bench.Clock.GetUtcNow())));
        await bench.WriteAsync(db => db.SourcePolls.Where(row => row.SourceId == 4).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, bench.Clock.GetUtcNow().AddMinutes(-5))));

        Assert.Equal([4], await ClaimAsync(limit: 1));
    }

    [Theory, Databases]
    public async Task AHostRestsBetweenTwoRequests(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync("http://a.example/1", "http://a.example/2");
        Assert.Equal([1], await ClaimAsync(pause: TimeSpan.FromSeconds(10)));
        await bench.WriteAsync(db => db.SourcePolls.Where(row => row.SourceId == 1).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null).SetProperty(row => row.DueAt, DateTimeOffset.MaxValue)));

        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(await ClaimAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([2], await ClaimAsync());
    }

    [Theory, Databases]
    public async Task AnExpiredLeaseIsTakenOver(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync("http://a.example/1");
        Assert.Equal([1], await ClaimAsync("elsewhere/1/20250101000000"));

        bench.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await ClaimAsync("here"));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([1], await ClaimAsync("here"));

        Assert.Equal("here", (await bench.SourceAsync("http://a.example/1")).Poll.LeaseOwner);
    }

    [Theory, Databases]
    public async Task RetiredAndNotYetDueAndRestingRowsAreLeftAlone(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync("http://a.example/", "http://b.example/", "http://c.example/", "http://d.example/");
        var now = bench.Clock.GetUtcNow();
        await bench.WriteAsync(db => db.Sources.Where(source => source.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(source => source.RetiredAt, now)));
        await bench.WriteAsync(db => db.SourcePolls.Where(row => row.SourceId == 2).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now.AddMinutes(1))));
        await bench.WriteAsync(db => db.SourcePolls.Where(row => row.SourceId == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, now.AddMinutes(1))));

        Assert.Equal([4], await ClaimAsync());
        Assert.Equal([2], await ClaimAsync(all: true));
    }

    [Theory, Databases]
    public async Task AtStartTheRowsOfDeadProcessesOfThisMachineAreFreed(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync("http://a.example/", "http://b.example/", "http://c.example/", "http://d.example/");
        // Process ids of Linux end at 4,194,304; an id that lives but began at another time is another process.
        await OwnAsync(1, $"{Environment.MachineName}/5000000/20250101000000");
        await OwnAsync(2, $"{Environment.MachineName}/{Environment.ProcessId}/20010101000000");
        await OwnAsync(3, "another-machine/5000000/20250101000000");
        await OwnAsync(4, LeaseOwner.Current);

        Assert.Equal(2, await bench.Get<Takeover>().RunAsync(CancellationToken.None));

        Assert.Equal([1, 2], (await ClaimAsync()).Order());
        Assert.Equal(0, await bench.Get<Takeover>().RunAsync(CancellationToken.None));
    }

    [Theory, Databases]
    public async Task ExtractionsAreClaimedLikeVisitsNewestFirst(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync("http://a.example/");
        await bench.WriteAsync(async db =>
        {
            foreach (var (id, host) in new[] { (1, "a.example"), (2, "a.example"), (3, "b.example"), (4, "c.example") })
            {
                db.Add(new Archive.Article
                {
                    Id = id, UrlKey = $"k{id}", Url = $"http://{host}/{id}", Title = "T", SourceId = 1, ArrivedAt = bench.Clock.GetUtcNow(), Text = new(),
                });
                db.Add(new Archive.Extraction { ArticleId = id, Host = host, DueAt = id == 4 ? null : bench.Clock.GetUtcNow() });
            }

            return await db.SaveChangesAsync();
        });

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => bench.Get<SqlStore>().WriteAsync(
            (session, stop) => session.ClaimExtractionsAsync(new($"worker {worker}", bench.Clock.GetUtcNow(), bench.Clock.GetUtcNow() + Lease, 1, TimeSpan.Zero), stop),
            CancellationToken.None)));

        Assert.Equal([2, 3], claims.SelectMany(ids => ids).Order());
    }

    [Theory, Databases]
    public async Task WithoutAPauseAHostGivesSeveralRowsToOneWorker(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync(Enumerable.Range(1, 12).Select(n => $"http://a.example/{n}").Append("http://b.example/"));

        Assert.Equal([1, 2, 3, 4, 5, 13], (await ClaimAsync(depth: 5)).Order());
        Assert.Empty(await ClaimAsync("another", depth: 5));
        Assert.Equal(2, await bench.Get<SqlStore>().WriteAsync((session, stop) => session.ReleasePollsAsync("worker", [4, 5], stop), CancellationToken.None));
        Assert.Empty(await ClaimAsync("another", depth: 5));
    }

    [Theory, Databases]
    public async Task AClaimPassesOverBusyHostsHoweverManyRowsTheyHave(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync(Enumerable.Range(1, 2000).Select(n => $"http://a.example/{n}").Append("http://b.example/").Append("http://c.example/"));

        Assert.Equal([1], await ClaimAsync(limit: 1));
        Assert.Equal([2001], await ClaimAsync(limit: 1));
        Assert.Equal([2002], await ClaimAsync(limit: 1));
    }

    /// <summary>Two processes do not meet at one host: the one that reads a page keeps the other from visiting its feed, and the other way round.</summary>
    [Theory, Databases]
    public async Task AHostGivesAVisitOrAPage(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync("http://a.example/1", "http://b.example/1", "http://c.example/1");
        await bench.WriteAsync(async db =>
        {
            foreach (var (host, id) in new[] { ("a.example", 1), ("b.example", 2) })
            {
                db.Add(new Archive.Article { Id = id, UrlKey = host, Url = $"http://{host}/p", Title = host, SourceId = id, ArrivedAt = bench.Clock.GetUtcNow(), Text = new() });
                db.Add(new Archive.Extraction { ArticleId = id, Host = host, DueAt = bench.Clock.GetUtcNow() });
            }

            return await db.SaveChangesAsync();
        });

        Assert.Equal([2], await PagesAsync(limit: 1));
        Assert.Equal([1, 3], (await ClaimAsync()).Order());
        Assert.Empty(await PagesAsync(limit: 10));
    }

    private Task<IReadOnlyList<int>> PagesAsync(int limit) => bench.Get<SqlStore>().WriteAsync(
        (session, stop) => session.ClaimExtractionsAsync(new("reader", bench.Clock.GetUtcNow(), bench.Clock.GetUtcNow() + Lease, limit, TimeSpan.Zero), stop), CancellationToken.None);

    private Task<IReadOnlyList<int>> ClaimAsync(string owner = "worker", int limit = 100, TimeSpan pause = default, bool all = false, int depth = 1) => bench.Get<SqlStore>().WriteAsync(
        (session, stop) => session.ClaimPollsAsync(
            new(owner, bench.Clock.GetUtcNow(), bench.Clock.GetUtcNow() + Lease, limit, pause, bench.Clock.GetUtcNow(), all, Depth: depth), stop),
        CancellationToken.None);

    private Task OwnAsync(int id, string owner) => bench.WriteAsync(db => db.SourcePolls.Where(row => row.SourceId == id).ExecuteUpdateAsync(
        set => set.SetProperty(row => row.LeaseOwner, owner).SetProperty(row => row.LeaseUntil, bench.Clock.GetUtcNow().AddHours(1))));
}

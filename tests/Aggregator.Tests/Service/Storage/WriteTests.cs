using Aggregator.Sending;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Storage;

public sealed class WriteTests : IAsyncLifetime
{
    private TestBench bench = null!;

    public async Task InitializeAsync() => bench = await TestBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task AllOfAWriteHappensOrNothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.WriteAsync(async db =>
        {
            db.Add(new HostRest { Host = "a.example", Until = bench.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
            throw new InvalidOperationException("in the middle");
        }));

        Assert.Equal(0, await bench.QueryAsync(db => db.HostRests.CountAsync()));
        Assert.Equal(1, await RestAsync("a.example", 10));
    }

    [Fact]
    public async Task WritesTakeTurns()
    {
        var (now, most) = (0, 0);

        await Eventually.EndsAsync(Task.WhenAll(Enumerable.Range(0, 30).Select(i => bench.WriteAsync(async db =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            db.Add(new HostRest { Host = $"host{i}", Until = bench.Clock.GetUtcNow() });
            var saved = await db.SaveChangesAsync();
            Interlocked.Decrement(ref now);
            return saved;
        }))));

        Assert.Equal((1, 30), (most, await bench.QueryAsync(db => db.HostRests.CountAsync())));
    }

    [Fact]
    public async Task ADurableWriteWaitsForTheDiskAndOnlyThatOne()
    {
        const int Normal = 1, Full = 2;
        await using var db = bench.OpenDb();
        await db.Database.OpenConnectionAsync();
        Assert.Equal(Normal, await SynchronousAsync(db));

        Assert.Equal(Full, await db.WriteDurablyAsync(_ => SynchronousAsync(db), CancellationToken.None));
        Assert.Equal(Normal, await db.WriteAsync(_ => SynchronousAsync(db), CancellationToken.None));
        await Assert.ThrowsAsync<FormatException>(() => db.WriteDurablyAsync<int>(_ => throw new FormatException(), CancellationToken.None));

        Assert.Equal(Normal, await SynchronousAsync(db));
    }

    [Theory, Databases]
    public async Task ADurableWriteIsNoPartOfAnother(string database)
    {
        await using var other = await TestBench.StartAsync(Databases.Settings(database));

        await Assert.ThrowsAsync<InvalidOperationException>(() => other.WriteAsync(db => db.WriteDurablyAsync(_ => Task.FromResult(1), CancellationToken.None)));

        // So is the claim of mails.
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.WriteAsync(async db => (await SendLedger.ClaimAsync(db, new("us", default, default, 1, default), CancellationToken.None)).Count));
        Assert.Equal(1, await other.QueryAsync(db => db.WriteDurablyAsync(_ => Task.FromResult(1), CancellationToken.None)));
    }

    [Fact]
    public async Task ARestIsOnlyEverMadeLonger()
    {
        await RestAsync("a.example", 60);
        await RestAsync("a.example", 10);

        Assert.Equal(bench.Clock.GetUtcNow().AddSeconds(60), (await bench.QueryAsync(db => db.HostRests.SingleAsync())).Until);
    }

    [Fact]
    public async Task TimesComeBackAsTheMomentTheyWere()
    {
        var local = new DateTimeOffset(2025, 3, 5, 14, 30, 0, 123, TimeSpan.FromHours(2));
        await bench.WriteAsync(db =>
        {
            db.Add(new HostRest { Host = "a.example", Until = local });
            return db.SaveChangesAsync();
        });

        var until = (await bench.QueryAsync(db => db.HostRests.SingleAsync(rest => rest.Until == local))).Until;

        Assert.Equal((local.UtcDateTime, TimeSpan.Zero), (until.DateTime, until.Offset));
    }

    private static Task<int> SynchronousAsync(AggregatorDb db) => db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();

    private async Task<int> RestAsync(string host, int seconds)
    {
        await bench.WriteAsync(async db =>
        {
            await db.RestAsync([host], bench.Clock.GetUtcNow().AddSeconds(seconds), CancellationToken.None);
            return 1;
        });
        return await bench.QueryAsync(db => db.HostRests.CountAsync());
    }
}

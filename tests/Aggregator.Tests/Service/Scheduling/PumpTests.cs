using Aggregator.Scheduling;
using Aggregator.Tests.Bench;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregator.Tests.Service.Scheduling;

public sealed class PumpTests
{
    [Fact]
    public async Task ARoundVisitsEachSourceOnceAndEnds()
    {
        await using var site = await TestSite.StartAsync(hosts: 4);
        await using var bench = await TestBench.StartAsync("Fetching:HostDelay=00:00:00.020", "Fetching:Concurrency=3");
        for (var source = 0; source < 20; source++) site.Give($"/{source}", Fixtures.WholeFeed(site, $"Revue {source}", source));
        await bench.FollowAsync(Enumerable.Range(0, 20).Select(source => site.Url($"/{source}", source % 4)));

        // The pauses of the hosts pass while the round runs.
        using var passing = new CancellationTokenSource();
        var time = PassAsync(bench.Clock, passing.Token);
        var outcomes = await bench.RefreshAsync();
        await passing.CancelAsync();
        await time;

        Assert.Equal(20, outcomes.Count);
        Assert.Equal(20, outcomes.Select(outcome => outcome.SourceId).Distinct().Count());
        Assert.Equal(20, site.Requests.Count());
        Assert.Equal(1, site.MostAtOnce);
    }

    [Fact]
    public async Task DrainingDoesNotEndWhileWorkThatEndsFreesMore()
    {
        await using var pump = new OneAfterTheOther();

        await Eventually.EndsAsync(pump.DrainAsync(CancellationToken.None));

        Assert.Equal(2, pump.Done);
    }

    [Fact]
    public async Task OnePieceThatFailsStopsNoOther()
    {
        await using var pump = new Failing();

        await Eventually.EndsAsync(pump.DrainAsync(CancellationToken.None));

        Assert.Equal(9, pump.Done);
        Assert.Equal(0, pump.InFlight);
    }

    private static async Task PassAsync(FakeClock clock, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <summary>Two rows of one host: the second can be claimed only when the first is done, and that happens during a claim.</summary>
    private sealed class OneAfterTheOther() : WorkPump<int>(4, NullLogger.Instance)
    {
        private readonly TaskCompletionSource firstMayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int claims;

        public int Done { get; private set; }

        protected override async Task<IReadOnlyList<int>> ClaimAsync(int most, CancellationToken stop)
        {
            claims++;
            if (claims == 1) return [1];
            if (claims == 3)
            {
                // The statement has run and found the host busy; before its answer is used the work ends.
                firstMayEnd.SetResult();
                await Eventually.TrueAsync(() => Done == 1 && InFlight == most, "the first piece to end");
            }

            return claims == 4 ? [2] : [];
        }

        protected override async Task<bool> WorkAsync(int work, CancellationToken stop)
        {
            if (work == 1) await firstMayEnd.Task;
            Done++;
            return true;
        }

        protected override Task<bool> IsRestingAsync(CancellationToken stop) => Task.FromResult(false);
    }

    private sealed class Failing() : WorkPump<int>(2, NullLogger.Instance)
    {
        private int next, done;

        public int Done => done;

        protected override Task<IReadOnlyList<int>> ClaimAsync(int most, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<int>>(next == 10 ? [] : [next++]);

        protected override Task<bool> WorkAsync(int work, CancellationToken stop)
        {
            if (work == 4) throw new InvalidOperationException("A mistake of ours.");
            Interlocked.Increment(ref done);
            return Task.FromResult(true);
        }

        protected override Task<bool> IsRestingAsync(CancellationToken stop) => Task.FromResult(false);
    }
}

using System.Collections;
using System.Reflection;
using Aggregator.Fetching;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Service.Fetching;

public sealed class HostGateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task NoHostHoldsMoreGuestsThanPlaces(int places)
    {
        var gate = new HostGate(_ => places, _ => TimeSpan.Zero, TimeProvider.System);
        var (now, most) = (0, 0);
        var counting = new Lock();

        await Eventually.EndsAsync(Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            using var place = await gate.EnterAsync("a.example", CancellationToken.None);
            lock (counting) most = Math.Max(most, ++now);
            await Task.Yield();
            lock (counting) now--;
        })));

        Assert.InRange(most, 1, places);
        Assert.Equal(0, Rooms(gate));
    }

    [Fact]
    public async Task EveryPlaceIsGivenBeforeAnyoneWaits()
    {
        var gate = new HostGate(_ => 2, _ => TimeSpan.Zero, TimeProvider.System);
        var first = await Eventually.EndsAsync(gate.EnterAsync("a.example", CancellationToken.None));
        using var second = await Eventually.EndsAsync(gate.EnterAsync("a.example", CancellationToken.None));
        var third = gate.EnterAsync("a.example", CancellationToken.None);
        Assert.False(third.IsCompleted);

        first.Dispose();

        using var place = await Eventually.EndsAsync(third);
    }

    [Fact]
    public async Task HostsDoNotWaitForEachOther()
    {
        var gate = new HostGate(_ => 1, _ => TimeSpan.Zero, TimeProvider.System);
        using var a = await gate.EnterAsync("a.example", CancellationToken.None);

        using var b = await Eventually.EndsAsync(gate.EnterAsync("b.example", CancellationToken.None));

        Assert.Equal(2, Rooms(gate));
    }

    [Fact]
    public async Task WhoGivesUpWaitingLeavesNoTrace()
    {
        var gate = new HostGate(_ => 1, _ => TimeSpan.Zero, TimeProvider.System);
        var first = await gate.EnterAsync("a.example", CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var waiting = gate.EnterAsync("a.example", patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();
        first.Dispose();
        Assert.Equal(0, Rooms(gate));
        using var next = await Eventually.EndsAsync(gate.EnterAsync("a.example", CancellationToken.None));
    }

    [Fact]
    public async Task AVisitThatMovesHoldsOnePlaceOnly()
    {
        var gate = new HostGate(_ => 1, _ => TimeSpan.Zero, TimeProvider.System);
        using (var visit = new HostVisit(gate))
        {
            await visit.MoveToAsync(new Uri("http://A.example/x"), CancellationToken.None);
            await visit.MoveToAsync(new Uri("http://b.example/y"), CancellationToken.None);
            using var free = await Eventually.EndsAsync(gate.EnterAsync("a.example", CancellationToken.None));
            await visit.MoveToAsync(new Uri("http://b.example/z"), CancellationToken.None);
            Assert.False(gate.EnterAsync("b.example", CancellationToken.None).IsCompleted);
        }
    }

    private static int Rooms(HostGate gate) =>
        ((ICollection)typeof(HostGate).GetField("rooms", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(gate)!).Count;
}

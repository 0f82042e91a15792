using Aggregator.Scheduling;

namespace Aggregator.Tests.Service.Scheduling;

public sealed class IdleMemoryTests
{
    /// <summary>Other tests allocate meanwhile, so a look may be busy; what is certain is that a second tidying needs a busy time before it.</summary>
    [Fact]
    public async Task AQuietTimeAfterABusyOneIsTidiedOnce()
    {
        await using var bench = await Bench.TestBench.StartAsync();
        var memory = new IdleMemory(bench.Get<Aggregator.Storage.SqlStore>());
        for (var i = 0; i < 200; i++) GC.KeepAlive(new byte[1_000_000]);
        Assert.False(memory.Tidy());
        await Bench.Eventually.TrueAsync(memory.Tidy, "a quiet moment");
    }
}

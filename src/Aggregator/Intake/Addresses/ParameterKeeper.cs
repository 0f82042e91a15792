using Aggregator.Storage;

namespace Aggregator.Intake.Addresses;

/// <summary>
/// Learns from articles whose text has come which parameters are noise on their host, and parts again what a parameter merged that turned
/// out to choose texts. What was learnt is rows: a restart goes on with it.
/// </summary>
public sealed class ParameterKeeper(SqlStore store, LearntParameters learnt, TimeProvider clock)
{
    /// <summary>About 10 ms of writing.</summary>
    private const int Parted = 50;

    /// <summary>Another process may have merged on for as long as it had not heard: looked for again now and then.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    private DateTimeOffset lookedAt;

    /// <summary>Learns from these articles.</summary>
    public async Task LearnAsync(IReadOnlyCollection<int> articles, CancellationToken stop)
    {
        var findings = await store.ReadAsync((session, inner) => ParameterFindings.MakeAsync(session, articles, inner), stop);
        if (findings.IsEmpty
            || !await store.WriteAsync((session, inner) => findings.StoreAsync(session, clock.GetUtcNow(), inner), stop)) return;
        learnt.Forget();
        lookedAt = default;
    }

    /// <summary>Parts what was merged wrongly.</summary>
    public async Task PartAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - lookedAt < BetweenLooks) return;
        var isLeft = await store.ReadAsync(MergedRows.AnyWrongAsync, stop);
        while (isLeft) isLeft = await store.WriteAsync((session, inner) => MergedRows.PartAsync(session, Parted, now, inner), stop) > 0;
        lookedAt = now;
    }
}

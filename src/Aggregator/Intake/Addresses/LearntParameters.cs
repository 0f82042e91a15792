using System.Collections.Frozen;
using Aggregator.Storage;

namespace Aggregator.Intake.Addresses;

/// <summary>
/// The parameters that are noise on their host, in memory: every entry of such a host is looked up with them. What another process learns
/// is known here a minute later.
/// </summary>
public sealed class LearntParameters(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private static readonly FrozenDictionary<string, FrozenSet<string>> None = FrozenDictionary<string, FrozenSet<string>>.Empty;

    private volatile Known? known;

    /// <summary>Names by host (<c>KeyParameters.HostOf</c>); hosts without any are not among them.</summary>
    internal async ValueTask<FrozenDictionary<string, FrozenSet<string>>> ReadAsync(SqlSession session, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (known is { } held && now - held.At < Fresh && now >= held.At) return held.Hosts;
        var rows = await AddressRows.LearntAsync(session, stop);
        var hosts = rows.Count == 0 ? None
            : rows.GroupBy(row => row.Host, row => row.Name, StringComparer.Ordinal)
                .ToFrozenDictionary(host => host.Key, host => host.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        known = new(hosts, now);
        return hosts;
    }

    /// <summary>Has them read anew: something was learnt or unlearnt.</summary>
    internal void Forget() => known = null;

    private sealed record Known(FrozenDictionary<string, FrozenSet<string>> Hosts, DateTimeOffset At);
}

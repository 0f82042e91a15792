using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sources;

/// <summary>
/// The network seems to be away: since the last answer of any source, sources at several hosts began to fail without one. Then no
/// single source is to blame, and nobody is told to check its address.
/// </summary>
/// <param name="LastAnswer">The last answer of any source; null when none is known.</param>
/// <param name="Sources">Sources that were visited since, in vain.</param>
/// <param name="Hosts">Hosts they are at.</param>
public sealed record NetworkOutage(DateTimeOffset? LastAnswer, int Sources, int Hosts)
{
    /// <summary>So many hosts do not fail at once by chance. Where fewer are followed, all of them; one host alone says nothing.</summary>
    private const int EnoughHosts = 3, LeastHosts = 2;

    /// <summary>Faults on the way: no server was reached.</summary>
    private static readonly PollError[] OnTheWay =
        [PollError.UnknownHost, PollError.NameUnanswered, PollError.Unreachable, PollError.Timeout];

    /// <summary>Faults without a status that a server caused all the same.</summary>
    private static readonly PollError[] OfAServer = [PollError.None, PollError.Tls, PollError.BrokenAnswer, PollError.TooManyRedirects];

    /// <summary>Looks at the sources that are followed.</summary>
    /// <returns>The outage, or null while there is none.</returns>
    public static async Task<NetworkOutage?> FindAsync(AggregatorDb db, CancellationToken stop)
    {
        var rows = db.Sources.AsNoTracking().Where(source => source.RetiredAt == null).Select(source => source.Poll);
        var answered = rows.Where(row => row.VisitedAt != null && (row.Status != null || OfAServer.Contains(row.Error)));
        var last = await answered.MaxAsync(row => row.VisitedAt, stop);
        var failing = await rows.Where(row => row.Status == null && OnTheWay.Contains(row.Error) && (last == null || row.VisitedAt > last))
            .Select(row => new LostVisit(row.Host, row.FailingSince)).ToListAsync(stop);
        // Seldom asked: nearly always there is nothing to explain.
        return failing.Count < LeastHosts ? null : Of(last, failing, await rows.Select(row => row.Host).Distinct().CountAsync(stop));
    }

    /// <summary>Whether what a source failed of last is the outage, and so says nothing of the source.</summary>
    public bool Explains(SourcePoll row) =>
        row.Status is null && OnTheWay.Contains(row.Error) && (LastAnswer is null || row.VisitedAt > LastAnswer);

    /// <summary>Whether an error is one of the way, and not of a server.</summary>
    public static bool IsOnTheWay(PollError error) => OnTheWay.Contains(error);

    /// <summary>The rule itself. Pure.</summary>
    /// <param name="last">The last answer of any source.</param>
    /// <param name="failing">The visits since that reached no server.</param>
    /// <param name="hosts">Hosts that are followed.</param>
    internal static NetworkOutage? Of(DateTimeOffset? last, IReadOnlyCollection<LostVisit> failing, int hosts)
    {
        // A host that was out of reach before the last answer is out of reach by itself.
        var begun = HostsOf(failing.Where(visit => last is null || visit.Since > last));
        return begun < Math.Max(LeastHosts, Math.Min(EnoughHosts, hosts)) ? null : new(last, failing.Count, HostsOf(failing));
    }

    private static int HostsOf(IEnumerable<LostVisit> visits) => visits.Select(visit => visit.Host).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>A visit that reached no server.</summary>
/// <param name="Host">Where it went.</param>
/// <param name="Since">When the source began to fail.</param>
internal sealed record LostVisit(string Host, DateTimeOffset? Since);

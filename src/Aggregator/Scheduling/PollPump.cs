using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Scheduling;

/// <summary>Which visits a pump makes.</summary>
/// <param name="Round">Sources visited since then are not visited again; null visits whatever is due, for ever.</param>
/// <param name="All">Also what is not due yet.</param>
/// <param name="SourceId">Only this source.</param>
/// <param name="Report">Told each outcome, from many threads.</param>
public sealed record PollSelection(DateTimeOffset? Round = null, bool All = false, int? SourceId = null, Action<PollOutcome>? Report = null);

/// <summary>Visits the sources that are due.</summary>
public sealed class PollPump(
    SqlStore store, RefreshSource refresh, IOptions<FetchingSettings> settings, TimeProvider clock, ILogger<PollPump> log, PollSelection selection)
    : WorkPump<DuePoll>(settings.Value.Concurrency, log)
{
    /// <summary>
    /// Rows of one host that are claimed together. With a pause between two requests one at a time; without one as many as the lease has time for
    /// at their slowest.
    /// </summary>
    internal static int DepthOf(FetchingSettings settings) => settings.HostDelay > TimeSpan.Zero ? 1 : 8;

    /// <summary>How many visits this round has before it begins.</summary>
    public Task<int> CountAsync(CancellationToken stop) => store.ReadAsync((session, inner) => session.CountDueAsync(Claim(limit: 0), inner), stop);

    protected override TimeSpan ShortestPause => settings.Value.ShortestDelay;

    /// <summary>As many lanes for a host as it may have requests in flight.</summary>
    protected override string LaneOf(DuePoll work) => settings.Value.PerHostOf(work.Host) is > 1 and var lanes ? $"{work.Host} {work.SourceId % lanes}" : work.Host;

    protected override Task<IReadOnlyList<DuePoll>> ClaimAsync(int most, CancellationToken stop) => store.WriteAsync(
        async (session, inner) =>
        {
            var claim = Claim(most);
            return await DuePollRows.ReadAsync(session, await session.ClaimPollsAsync(claim, inner), inner);
        },
        stop);

    protected override async Task<bool> WorkAsync(DuePoll work, CancellationToken stop)
    {
        // Its neighbours took so long that another may hold it before we are done.
        if (clock.GetUtcNow() + settings.Value.Deadline > work.LeaseUntil)
        {
            await GiveBackAsync([work], stop);
            return true;
        }

        // Not in one line with ?. : that would not even visit when nobody listens.
        var outcome = await refresh.RunAsync(work, stop);
        selection.Report?.Invoke(outcome);
        // A host that asks to be left alone means the rest of the lane too.
        return outcome.Error != PollError.AskedToWait;
    }

    protected override Task GiveBackAsync(IReadOnlyList<DuePoll> works, CancellationToken stop) =>
        store.WriteAsync((session, inner) => session.ReleasePollsAsync(LeaseOwner.Current, [.. works.Select(work => work.SourceId)], inner), stop);

    protected override Task<bool> IsRestingAsync(CancellationToken stop) => selection.Round is null ? Task.FromResult(false)
        : store.ReadAsync((session, inner) => session.IsDueSoonAsync(Claim(limit: 0), clock.GetUtcNow() + 2 * settings.Value.LongestDelay, inner), stop);

    private PollClaim Claim(int limit)
    {
        var (now, set) = (clock.GetUtcNow(), settings.Value);
        var depth = DepthOf(set);
        return new(
            LeaseOwner.Current, now, now + set.Lease, limit * depth, set.HostDelay, selection.Round ?? now, selection.All, selection.SourceId, set.PerHost, depth)
        {
            Paces = set.Paces,
        };
    }
}

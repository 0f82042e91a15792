using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;
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
    Func<AggregatorDb> databases, RefreshSource refresh, IOptions<FetchingSettings> settings, TimeProvider clock, ILogger<PollPump> log, PollSelection selection)
    : WorkPump<DuePoll>(settings.Value.Concurrency, log)
{
    protected override async Task<IReadOnlyList<DuePoll>> ClaimAsync(int most, CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        var claimed = await db.ClaimPollsAsync(
            new(LeaseOwner.Current, now, now + settings.Value.Lease, most, settings.Value.HostDelay, selection.Round ?? now, selection.All, selection.SourceId, settings.Value.PerHost), stop);
        return claimed.Count == 0 ? [] : await db.Sources.Where(source => claimed.Contains(source.Id)).Select(source => new DuePoll(
            source.Id, source.Name, source.Url, source.Kind, source.Language, source.Interval,
            new(source.Poll.ETag, source.Poll.LastModified, source.Poll.ValidatorsUrl, source.Poll.BodyHash))).ToListAsync(stop);
    }

    protected override async Task WorkAsync(DuePoll work, CancellationToken stop)
    {
        // Not in one line with ?. : that would not even visit when nobody listens.
        var outcome = await refresh.RunAsync(work, stop);
        selection.Report?.Invoke(outcome);
    }

    protected override async Task<bool> IsRestingAsync(CancellationToken stop)
    {
        if (selection.Round is not { } round) return false;
        await using var db = databases();
        var now = clock.GetUtcNow();
        var soon = now + 2 * settings.Value.HostDelay;
        return await Waiting(db, round, now).AnyAsync(
            row => !db.HostRests.Any(rest => rest.Host == row.Host && rest.Until > soon)
                && !db.SourcePolls.Any(held => held.Host == row.Host && held.LeaseUntil > now), stop);
    }

    /// <summary>What this round still has to visit.</summary>
    private IQueryable<SourcePoll> Waiting(AggregatorDb db, DateTimeOffset round, DateTimeOffset now) =>
        from row in db.SourcePolls
        join source in db.Sources on row.SourceId equals source.Id
        where source.RetiredAt == null && (selection.All || row.DueAt <= now) && (row.NotBefore == null || row.NotBefore <= now)
            && (row.VisitedAt == null || row.VisitedAt < round) && (selection.SourceId == null || row.SourceId == selection.SourceId)
            && (row.LeaseUntil == null || row.LeaseUntil <= now)
        select row;

    /// <summary>How many visits this round has before it begins.</summary>
    public async Task<int> CountAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        return await Waiting(db, selection.Round ?? now, now).CountAsync(stop);
    }
}

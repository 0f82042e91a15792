using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Sending;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Scheduling;

/// <summary>Begins the mailing of scheduled issues whose time has come. Two nodes may try at once: an issue is sent once.</summary>
public sealed class DueIssues(Func<AggregatorDb> databases, SendIssue sending, TimeProvider clock)
{
    /// <returns>How many were begun.</returns>
    public async Task<int> BeginAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        var due = await db.Issues.AsNoTracking().Where(issue => issue.State == IssueState.Scheduled && issue.Slot <= now).Select(issue => issue.Id).ToListAsync(stop);
        var begun = 0;
        foreach (var issue in due)
        {
            var start = await sending.BeginAsync(issue, stop);
            if (start.Refusal == SendRefusal.None) begun++;
            // Nobody to send to: it waits as an approved issue, and its page says why.
            else if (start.Refusal == SendRefusal.NobodyToSendTo) await HoldAsync(db, issue, now, stop);
        }

        return begun;
    }

    private static Task<int> HoldAsync(AggregatorDb db, int id, DateTimeOffset now, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            if (await db.Issues.FirstOrDefaultAsync(issue => issue.Id == id && issue.State == IssueState.Scheduled, inner) is not { } issue) return 0;
            db.Add(new Transition { IssueId = id, From = issue.State, To = IssueState.Approved, Verb = "hold", At = now, Note = "Nobody has confirmed a subscription." });
            issue.State = IssueState.Approved;
            issue.Version++;
            return await db.SaveChangesAsync(inner);
        },
        stop);
}

using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>The ledger of sends: takes rows, closes sends, and finds what is in doubt.</summary>
public static class SendLedger
{
    /// <summary>Marks up to <paramref name="claim"/>.Limit due rows as underway: whatever happens after this, they are never taken again by themselves, not even after a loss of power.</summary>
    public static Task<IReadOnlyList<DueDelivery>> ClaimAsync(AggregatorDb db, Claim claim, CancellationToken stop) => db.WriteDurablyAsync<IReadOnlyList<DueDelivery>>(
        async inner =>
        {
            var rows = await db.Deliveries.Where(row => row.State == DeliveryState.Waiting && row.DueAt <= claim.Now)
                .OrderBy(row => row.DueAt).ThenBy(row => row.SubscriberId).Take(claim.Limit).ToListAsync(inner);
            foreach (var row in rows)
            {
                row.State = DeliveryState.Underway;
                row.Attempts++;
                row.LeaseOwner = claim.Owner;
                row.LeaseUntil = claim.Until;
            }

            await db.SaveChangesAsync(inner);
            return [.. rows.Select(row => new DueDelivery(row.SendId, row.SubscriberId, row.Attempts))];
        },
        stop);

    /// <summary>Rows whose owner died, or whose lease ran out, while the mail was underway: it may be out or not. They wait for a person.</summary>
    /// <returns>How many there are now that were not before.</returns>
    public static async Task<int> FindInDoubtAsync(AggregatorDb db, DateTimeOffset now, CancellationToken stop)
    {
        var owners = await db.Deliveries.Where(row => row.State == DeliveryState.Underway).Select(row => row.LeaseOwner!).Distinct().ToListAsync(stop);
        var dead = owners.Where(LeaseOwner.IsDead).ToList();
        return await db.WriteAsync(
            inner => db.Deliveries.Where(row => row.State == DeliveryState.Underway && (dead.Contains(row.LeaseOwner!) || row.LeaseUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.InDoubt).SetProperty(row => row.LeaseOwner, (string?)null), inner),
            stop);
    }

    /// <summary>Closes the sends of which no mail waits or is underway; their issues are sent.</summary>
    public static Task<int> CloseAsync(AggregatorDb db, DateTimeOffset now, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var done = await db.Sends.Where(send => send.EndedAt == null && !db.Deliveries.Any(row =>
                row.SendId == send.Id && (row.State == DeliveryState.Waiting || row.State == DeliveryState.Underway))).ToListAsync(inner);
            foreach (var send in done)
            {
                send.EndedAt = now;
                var issue = await db.Issues.FirstAsync(i => i.Id == send.IssueId, inner);
                // Mails in doubt may be closed after the issue was corrected.
                if (issue.State != IssueState.Sending) continue;
                db.Add(new Transition { IssueId = issue.Id, From = issue.State, To = IssueState.Sent, Verb = "sent", At = now });
                issue.State = IssueState.Sent;
                issue.Version++;
            }

            await db.SaveChangesAsync(inner);
            return done.Count;
        },
        stop);

    /// <summary>What a person decided about mails in doubt: they went out, or they are to be sent again.</summary>
    /// <returns>Rows changed.</returns>
    public static Task<int> ResolveAsync(AggregatorDb db, int sendId, bool wentOut, DateTimeOffset now, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var rows = db.Deliveries.Where(row => row.SendId == sendId && row.State == DeliveryState.InDoubt);
            if (wentOut) return await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Sent).SetProperty(row => row.EndedAt, now), inner);
            await db.Sends.Where(send => send.Id == sendId).ExecuteUpdateAsync(set => set.SetProperty(send => send.EndedAt, (DateTimeOffset?)null), inner);
            return await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.DueAt, now), inner);
        },
        stop);
}

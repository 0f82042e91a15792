using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>Begins the mailing of an approved issue: writes the ledger, a row for each confirmed subscriber. The mails follow from the rows.</summary>
public sealed class SendIssue(Func<AggregatorDb> databases, TimeProvider clock)
{
    /// <returns>The send, or why there is none; nothing is half-done.</returns>
    public async Task<SendStart> BeginAsync(int issueId, CancellationToken stop)
    {
        await using var db = databases();
        return await BeginAsync(db, issueId, stop);
    }

    /// <inheritdoc cref="BeginAsync(int, CancellationToken)"/>
    /// <param name="db">A write that is going on in it is joined.</param>
    public Task<SendStart> BeginAsync(AggregatorDb db, int issueId, CancellationToken stop) => db.WriteAsync(inner => WriteAsync(db, issueId, inner), stop);

    private async Task<SendStart> WriteAsync(AggregatorDb db, int issueId, CancellationToken stop)
    {
        var issue = await db.Issues.Include(i => i.Rendition).FirstOrDefaultAsync(i => i.Id == issueId, stop);
        if (issue is null) return new(SendRefusal.NoSuchIssue);
        if (await db.Sends.FirstOrDefaultAsync(send => send.IssueId == issueId, stop) is { } earlier) return new(SendRefusal.SentBefore, earlier);
        if (issue.State is not (IssueState.Approved or IssueState.Scheduled) || issue.Rendition is null) return new(SendRefusal.NotApproved);
        var readers = await db.Subscriptions
            .Where(consent => consent.PublicationId == issue.PublicationId && consent.State == SubscriptionState.Confirmed)
            .Select(consent => consent.SubscriberId).ToListAsync(stop);
        if (readers.Count == 0) return new(SendRefusal.NobodyToSendTo);

        var now = clock.GetUtcNow();
        var send = new Send { PublicId = Guid.CreateVersion7(now), IssueId = issueId, RenditionId = issue.Rendition.Id, StartedAt = now };
        db.Add(send);
        db.Add(new Transition { IssueId = issueId, From = issue.State, To = IssueState.Sending, Verb = "send", At = now, RenditionId = issue.RenditionId });
        issue.State = IssueState.Sending;
        issue.Version++;
        await db.SaveChangesAsync(stop);
        db.AddRange(readers.Select(reader => new Delivery { SendId = send.Id, SubscriberId = reader, DueAt = now }));
        await db.SaveChangesAsync(stop);
        return new(SendRefusal.None, send, readers.Count);
    }
}

/// <summary>What came of beginning a send.</summary>
/// <param name="Refusal">Why not.</param>
/// <param name="Send">The new send; with <see cref="SendRefusal.SentBefore"/> the earlier one.</param>
/// <param name="Subscribers">Rows in its ledger.</param>
public sealed record SendStart(SendRefusal Refusal, Send? Send = null, int Subscribers = 0);

public enum SendRefusal
{
    None = 0,
    NoSuchIssue = 1,

    /// <summary>It is a draft: approval freezes what is sent.</summary>
    NotApproved = 2,

    /// <summary>An issue is sent once.</summary>
    SentBefore = 3,

    /// <summary>No subscriber has confirmed.</summary>
    NobodyToSendTo = 4,
}

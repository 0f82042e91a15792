using Aggregator.Curation;
using Aggregator.Publishing;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>A row of the ledger that is due and ours.</summary>
public sealed record DueDelivery(int SendId, int SubscriberId)
{
    public override string ToString() => $"The mail of send {SendId} to subscriber {SubscriberId}";
}

/// <summary>Where mails lead back to.</summary>
/// <param name="PublicUrl">What addresses of the archive begin with; no slash at the end.</param>
public sealed record MailLinks(string PublicUrl)
{
    /// <summary>One subscriber's own way out of one publication.</summary>
    public string UnsubscribeAddress(string token) => $"{PublicUrl}/unsubscribe/{token}";

    public string ConfirmationAddress(string token) => $"{PublicUrl}/confirm/{token}";
}

/// <summary>
/// Makes one mail from the frozen rendition, hands it over, and records it. The row was marked as underway before, so a process that
/// dies in between leaves a mail that is in doubt, and says so, never one that is sent twice.
/// </summary>
public sealed class Deliver(Func<AggregatorDb> databases, IMailer mailer, MailLinks links, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    public async Task RunAsync(DueDelivery due, CancellationToken stop)
    {
        var mail = await MailAsync(due, stop);
        if (mail is null)
        {
            await RecordAsync(due, row => End(row, DeliveryState.Withdrawn), stop);
            return;
        }

        var outcome = await mailer.SendAsync(mail, stop);
        // From here on the mail may be out: the record is written even while the program is being stopped.
        await RecordAsync(due, row => Apply(row, outcome), CancellationToken.None);
    }

    private void Apply(Delivery row, MailOutcome outcome)
    {
        row.Error = outcome.IsDone ? null : MailOutcomeWords.Say(outcome, "en");
        if (outcome.IsDone) End(row, DeliveryState.Sent);
        else if (!outcome.MayTryAgain || row.Attempts >= MaxAttempts) End(row, DeliveryState.Failed);
        else
        {
            row.State = DeliveryState.Waiting;
            row.DueAt = clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(3, row.Attempts));
            row.LeaseOwner = null;
            row.LeaseUntil = null;
        }
    }

    private void End(Delivery row, DeliveryState state)
    {
        row.State = state;
        row.EndedAt = clock.GetUtcNow();
        row.DueAt = null;
        row.LeaseOwner = null;
        row.LeaseUntil = null;
    }

    /// <returns>The mail, or null when the subscriber has left since the send began.</returns>
    private async Task<MailMessage?> MailAsync(DueDelivery due, CancellationToken stop)
    {
        await using var db = databases();
        var row = await (from send in db.Sends
                         join rendition in db.Renditions on send.RenditionId equals rendition.Id
                         join issue in db.Issues on send.IssueId equals issue.Id
                         join publication in db.Publications on issue.PublicationId equals publication.Id
                         join consent in db.Subscriptions on publication.Id equals consent.PublicationId
                         where send.Id == due.SendId && consent.SubscriberId == due.SubscriberId && consent.State == SubscriptionState.Confirmed
                         select new { send, rendition, publication, consent.UnsubscribeToken, consent.Subscriber }).AsNoTracking().FirstOrDefaultAsync(stop);
        return row is null ? null : IssueMail.Make(row.send, row.rendition, row.publication, row.Subscriber, links.UnsubscribeAddress(row.UnsubscribeToken));
    }

    private async Task RecordAsync(DueDelivery due, Action<Delivery> change, CancellationToken stop)
    {
        await using var db = databases();
        var row = await db.Deliveries.FirstAsync(delivery => delivery.SendId == due.SendId && delivery.SubscriberId == due.SubscriberId, stop);
        change(row);
        await db.SaveChangesAsync(stop);
    }
}

/// <summary>The mail of an issue to one subscriber: the rendition, with the reader's own way out in it. Pure.</summary>
internal static class IssueMail
{
    public static MailMessage Make(Send send, Rendition rendition, Publication publication, Subscriber subscriber, string unsubscribe)
    {
        var domain = publication.SenderAddress[(publication.SenderAddress.LastIndexOf('@') + 1)..];
        return new()
        {
            From = new(publication.SenderName, publication.SenderAddress),
            To = new(subscriber.Name, subscriber.Address),
            Subject = rendition.Subject,
            Html = rendition.Html.Replace(TextForm.UnsubscribePlace, unsubscribe, StringComparison.Ordinal),
            Text = rendition.Text.Replace(TextForm.UnsubscribePlace, unsubscribe, StringComparison.Ordinal),
            MessageId = MessageIds.Of(send.PublicId, subscriber.Id, domain),
            Date = send.StartedAt,
            ListId = new(publication.Title, $"{publication.PublicId:N}.{domain}"),
            ListUnsubscribe = new(unsubscribe),
        };
    }
}

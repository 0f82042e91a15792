using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>A row of the ledger that is due and ours.</summary>
/// <param name="SendId">The send.</param>
/// <param name="SubscriberId">The subscriber.</param>
/// <param name="Attempts">Attempts so far, this one among them.</param>
public sealed record DueDelivery(int SendId, int SubscriberId, int Attempts = 1)
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

    /// <summary>An article in the reader.</summary>
    public string Article(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PublicUrl}/articles/{id}");

    /// <summary>A search on the desk.</summary>
    public string Search(string query) => $"{PublicUrl}/desk?q={Uri.EscapeDataString(query)}";

    /// <summary>The list of sources.</summary>
    public string Sources => $"{PublicUrl}/sources";

    /// <summary>A source on the desk.</summary>
    public string Source(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PublicUrl}/sources/{id}");
}

/// <summary>
/// Makes one mail from the frozen rendition, hands it over, and records it. The row was marked as underway before, so a process that
/// dies in between leaves a mail that is in doubt, and says so, never one that is sent twice.
/// </summary>
public sealed class Deliver(Func<AggregatorDb> databases, IMailer mailer, MailLinks links, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    /// <summary>What the mails of the send at hand have in common: read once, for it is frozen.</summary>
    private volatile Mailing? mailing;

    public async Task RunAsync(DueDelivery due, CancellationToken stop)
    {
        var mail = await MailAsync(due, stop);
        if (mail is null)
        {
            await RecordAsync(due, new(DeliveryState.Withdrawn), stop);
            return;
        }

        var outcome = await mailer.SendAsync(mail, stop);
        // From here on the mail may be out: the record is written even while the program is being stopped.
        await RecordAsync(due, EntryOf(outcome, due.Attempts), CancellationToken.None);
    }

    private LedgerEntry EntryOf(MailOutcome outcome, int attempts)
    {
        if (outcome.IsDone) return new(DeliveryState.Sent);
        var error = MailOutcomeWords.Say(outcome, "en");
        return !outcome.MayTryAgain || attempts >= MaxAttempts ? new(DeliveryState.Failed, error)
            : new(DeliveryState.Waiting, error, clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(3, attempts)));
    }

    /// <returns>The mail, or null when the subscriber has left since the send began.</returns>
    private async Task<MailMessage?> MailAsync(DueDelivery due, CancellationToken stop)
    {
        await using var db = databases();
        var common = mailing is { } known && known.Send.Id == due.SendId ? known : mailing = await ReadAsync(db, due.SendId, stop);
        var reader = await db.Subscriptions.AsNoTracking()
            .Where(consent => consent.SubscriberId == due.SubscriberId && consent.PublicationId == common.Publication.Id && consent.State == SubscriptionState.Confirmed)
            .Select(consent => new { consent.UnsubscribeToken, consent.Subscriber }).FirstOrDefaultAsync(stop);
        return reader is null ? null
            : IssueMail.Make(common.Send, common.Rendition, common.Publication, reader.Subscriber, links.UnsubscribeAddress(reader.UnsubscribeToken));
    }

    private static Task<Mailing> ReadAsync(AggregatorDb db, int sendId, CancellationToken stop) =>
        (from send in db.Sends
         join rendition in db.Renditions on send.RenditionId equals rendition.Id
         join issue in db.Issues on send.IssueId equals issue.Id
         join publication in db.Publications on issue.PublicationId equals publication.Id
         where send.Id == sendId
         select new Mailing(send, rendition, publication)).AsNoTracking().FirstAsync(stop);

    /// <summary>One statement: the row is ours, nobody else writes it.</summary>
    private async Task RecordAsync(DueDelivery due, LedgerEntry entry, CancellationToken stop)
    {
        await using var db = databases();
        var ended = entry.DueAt is null ? clock.GetUtcNow() : (DateTimeOffset?)null;
        await db.WriteDurablyAsync(
            inner => db.Deliveries.Where(row => row.SendId == due.SendId && row.SubscriberId == due.SubscriberId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, entry.State).SetProperty(row => row.Error, entry.Error)
                    .SetProperty(row => row.DueAt, entry.DueAt).SetProperty(row => row.EndedAt, ended)
                    .SetProperty(row => row.LeaseOwner, (string?)null).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                inner),
            stop);
    }

    private sealed record Mailing(Send Send, Rendition Rendition, Publication Publication);

    private sealed record LedgerEntry(DeliveryState State, string? Error = null, DateTimeOffset? DueAt = null);
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
            Html = Fill(rendition.Html, unsubscribe),
            Text = Fill(rendition.Text, unsubscribe),
            MessageId = MessageIds.Of(send.PublicId, subscriber.Id, domain),
            Date = send.StartedAt,
            ListId = new(publication.Title, $"{publication.PublicId:N}.{domain}"),
            ListUnsubscribe = new(unsubscribe),
        };
    }

    /// <summary>Only the last place is ours; one in the text of an article or in its address must not tell anybody the reader's token.</summary>
    public static string Fill(string form, string unsubscribe)
    {
        var place = form.LastIndexOf(TextForm.UnsubscribePlace, StringComparison.Ordinal);
        return place < 0 ? form : string.Concat(form.AsSpan(0, place), unsubscribe, form.AsSpan(place + TextForm.UnsubscribePlace.Length));
    }
}

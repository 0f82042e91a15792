using Aggregator.Accounts;
using Aggregator.Publishing;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sending;

/// <summary>Sends one of the team an issue as its readers would get it now; to nobody else, and with no way out of a subscription in it.</summary>
public sealed class SendProof(IMailer mailer, MailLinks links, TimeProvider clock)
{
    /// <returns>What came of it; null when there is no such issue.</returns>
    public async Task<MailOutcome?> RunAsync(AggregatorDb db, int issueId, Account to, CancellationToken stop)
    {
        if (await EditionReader.ReadAsync(db, issueId, links.PublicUrl, stop) is not { } edition) return null;
        var form = FrozenEdition.Of(edition);
        var now = clock.GetUtcNow();
        var publication = await db.Issues.AsNoTracking().Where(issue => issue.Id == issueId).Select(issue => issue.Publication).FirstAsync(stop);
        return await mailer.SendAsync(
            new()
            {
                From = new(publication.SenderName, publication.SenderAddress),
                To = new(to.Name, to.Email!),
                Subject = publication.Language == "fr" ? $"[Essai] {form.Subject}" : $"[Proof] {form.Subject}",
                Html = IssueMail.Fill(form.Html, links.PublicUrl),
                Text = IssueMail.Fill(form.Text, links.PublicUrl),
                MessageId = MessageIds.Of(Guid.CreateVersion7(now), to.Id, publication.SenderAddress[(publication.SenderAddress.LastIndexOf('@') + 1)..]),
                Date = now,
            },
            stop);
    }
}

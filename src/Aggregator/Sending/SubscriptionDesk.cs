using Aggregator.Curation.Issues;
using Aggregator.Publishing;

namespace Aggregator.Sending;

/// <summary>Takes a wish to subscribe and answers it with the one mail that asks for confirmation.</summary>
public sealed class SubscriptionDesk(Consent consent, IMailer mailer, MailLinks links, TimeProvider clock)
{
    /// <param name="publication">The publication.</param>
    /// <param name="address">As <see cref="MailAddressSyntax"/> gave it.</param>
    /// <param name="name">What to call them, or null.</param>
    public async Task<Asked> AskAsync(Publication publication, string address, string? name, CancellationToken stop)
    {
        var (subscriber, token) = await consent.AskAsync(publication.Id, address, name, stop);
        if (token is null) return new(subscriber.PublicId, subscriber.Subscriptions.Exists(s => s.PublicationId == publication.Id && s.State == SubscriptionState.Confirmed));
        var outcome = await mailer.SendAsync(Mail(publication, subscriber, links.ConfirmationAddress(token)), stop);
        if (outcome.IsDone) return new(subscriber.PublicId);
        await consent.ForgetAskingAsync(publication.Id, subscriber.Id, stop);
        return new(subscriber.PublicId, Fault: MailOutcomeWords.Say(outcome, "en"));
    }

    private MailMessage Mail(Publication publication, Subscriber subscriber, string address)
    {
        var words = ConfirmationWords.Of(publication.Language);
        var domain = publication.SenderAddress[(publication.SenderAddress.LastIndexOf('@') + 1)..];
        var now = clock.GetUtcNow();
        return new()
        {
            From = new(publication.SenderName, publication.SenderAddress),
            To = new(subscriber.Name, subscriber.Address),
            Subject = string.Format(EditionWords.Of(publication.Language).Culture, words.Subject, publication.Title),
            Text = string.Format(EditionWords.Of(publication.Language).Culture, words.Text, publication.Title, address),
            Html = $"<!doctype html><html lang=\"{publication.Language}\"><body><p>{Html.Of(string.Format(EditionWords.Of(publication.Language).Culture, words.Ask, publication.Title))}</p><p><a href=\"{Html.Of(address)}\">{Html.Of(words.Confirm)}</a></p><p>{Html.Of(words.Otherwise)}</p></body></html>",
            MessageId = MessageIds.Of(Guid.CreateVersion7(now), subscriber.Id, domain),
            Date = now,
        };
    }
}

/// <summary>What came of asking.</summary>
/// <param name="Subscriber">Public id.</param>
/// <param name="IsConfirmed">They have confirmed before: there was nothing to ask.</param>
/// <param name="Fault">Why the mail could not be made.</param>
public sealed record Asked(Guid Subscriber, bool IsConfirmed = false, string? Fault = null);

/// <summary>The words of the confirmation mail.</summary>
internal sealed record ConfirmationWords(string Subject, string Ask, string Confirm, string Colon, string Otherwise)
{
    private static readonly ConfirmationWords French = new(
        "Confirmez votre abonnement à {0}", "Quelqu’un, vous sans doute, a demandé à recevoir {0} à cette adresse.", "Confirmer l’abonnement", "\u00A0:",
        "Si ce n’était pas vous, ne faites rien\u00A0: vous ne recevrez plus rien.");

    private static readonly ConfirmationWords English = new(
        "Confirm your subscription to {0}", "Somebody, probably you, asked to receive {0} at this address.", "Confirm the subscription", ":",
        "If it was not you, do nothing: you will receive nothing more.");

    public string Text => $"{Ask}\n\n{Confirm}{Colon}\n{{1}}\n\n{Otherwise}\n";

    public static ConfirmationWords Of(string language) => language == "fr" ? French : English;
}

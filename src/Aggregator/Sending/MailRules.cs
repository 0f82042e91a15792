using System.Collections.Frozen;
using System.Globalization;
using Aggregator.Sending.Mime;

namespace Aggregator.Sending;

/// <summary>
/// What may stand in a mail. Text that a person wrote (subject, names) is made fit: controls become a space. A value that a program
/// made (address, identifier, link, further field) is refused when it is not exactly what its RFC allows: it hides a mistake or an attack.
/// </summary>
public static class MailRules
{
    private const int LongestSubject = 10_000, LongestName = 1_000;

    /// <summary>The further fields that may be set; all others are ours or nobody's.</summary>
    public static FrozenSet<string> ExtraHeaderNames { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Precedence", "Auto-Submitted", "Feedback-ID", "List-Archive", "List-Help", "List-Owner", "List-Post", "List-Subscribe",
        "X-Auto-Response-Suppress");

    /// <summary>Why this mail cannot be written, as a sentence that names the field, or null when it can.</summary>
    public static string? Problem(MailMessage message) =>
        OfMailbox("From", message.From)
        ?? OfMailbox("To", message.To)
        ?? (message.ReplyTo is { } replyTo ? OfMailbox("Reply-To", replyTo) : null)
        ?? OfLength("Subject", message.Subject, LongestSubject)
        ?? (FieldSyntax.IsMessageId(message.MessageId) ? null : "Message-ID is not of the form name@domain in plain ASCII without brackets.")
        ?? (message.Date.Year >= 1900 ? null : "Date lies before 1900, which RFC 5322 does not allow.")
        ?? (message.ListId is { } list ? OfList(list) : null)
        ?? (message.ListUnsubscribe is { } leave ? OfUnsubscribe(leave) : null)
        ?? OfExtraHeaders(message);

    private static string? OfMailbox(string field, Mailbox mailbox) =>
        MailAddressSyntax.Read(mailbox.Address) is { Fault: not MailAddressFault.None and var fault }
            ? $"{field} cannot be used: {MailAddressFaultWords.Say(fault, "en")}"
            : OfLength($"The name in {field}", mailbox.Name, LongestName);

    private static string? OfLength(string what, string? text, int longest) =>
        text is null || text.Length <= longest ? null
        : string.Create(CultureInfo.InvariantCulture, $"{what} has {text.Length} characters: at most {longest} are sent.");

    private static string? OfList(ListId list) =>
        FieldSyntax.IsListId(list.Id) ? OfLength("The name in List-Id", list.Name, LongestName)
        : "List-Id needs an identifier like revue.example.org: letters, digits, hyphens and dots.";

    private static string? OfUnsubscribe(ListUnsubscribe leave) =>
        !FieldSyntax.IsWebLink(leave.Address) ? "List-Unsubscribe needs a plain https address, percent-encoded, of at most 900 characters."
        : leave.Mailto is { } mailto && !FieldSyntax.IsMailto(mailto) ? "The second address of List-Unsubscribe must be a plain mailto: address."
        : null;

    private static string? OfExtraHeaders(MailMessage message)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in message.ExtraHeaders)
        {
            if (!ExtraHeaderNames.TryGetValue(name, out var known)) return $"A field {FieldSyntax.Printable(name)} may not be set.";
            if (!seen.Add(known)) return $"{known} is set twice.";
            if (!FieldSyntax.IsPlainValue(value)) return $"{known} must be printable ASCII on one line, at most 900 characters.";
        }

        return null;
    }
}

/// <summary>A mail that breaks a rule of <see cref="MailRules"/>; the message is the rule's sentence. Sending it again does not help.</summary>
public sealed class UnwritableMailException(string problem) : Exception(problem);

using System.Collections.Immutable;

namespace Aggregator.Sending;

/// <summary>
/// One mail to one person, ready to be written (<see cref="MimeWriter"/>) and sent (<see cref="IMailer"/>). What may stand in it
/// is judged by <see cref="MailRules"/> when it is written, not here.
/// </summary>
public sealed record MailMessage
{
    /// <summary>Who writes (RFC 5322 §3.6.2).</summary>
    public required Mailbox From { get; init; }

    /// <summary>The one subscriber (RFC 5322 §3.6.3): nobody sees another reader's address.</summary>
    public required Mailbox To { get; init; }

    /// <summary>Where answers go, when not to <see cref="From"/>.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>At most 10,000 characters. Line breaks and other controls in it become a space; it may be empty.</summary>
    public required string Subject { get; init; }

    /// <summary>The HTML part, whole: it is encoded, never changed but for line ends, which become CR LF.</summary>
    public required string Html { get; init; }

    /// <summary>The text part: the same words for who reads without HTML.</summary>
    public required string Text { get; init; }

    /// <summary>The identifier without its angle brackets, such as <see cref="MessageIds.Of"/> makes. A repeated attempt repeats it.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the mail was made, not when it is sent: a repeated attempt gives the same bytes. 1900 or later.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The list this mail belongs to; null for a mail that is none's, such as a confirmation.</summary>
    public ListId? ListId { get; init; }

    /// <summary>How to leave the list; null for a mail that belongs to none.</summary>
    public ListUnsubscribe? ListUnsubscribe { get; init; }

    /// <summary>Further fields, each once, with a name of <see cref="MailRules.ExtraHeaderNames"/>.</summary>
    public ImmutableArray<MailHeader> ExtraHeaders { get; init; } = [];
}

/// <summary>A name and an address (RFC 5322 §3.4).</summary>
/// <param name="Name">Any text up to 1,000 characters, or null. Line breaks and other controls in it become a space.</param>
/// <param name="Address">An address that <see cref="MailAddressSyntax"/> accepts; a domain may stand in its own script.</param>
public sealed record Mailbox(string? Name, string Address);

/// <summary>The identity of a mailing list (RFC 2919), the same for all its mails for ever.</summary>
/// <param name="Name">What a mail program may show; treated as the name of a <see cref="Mailbox"/>.</param>
/// <param name="Id">The identifier without angle brackets: letters, digits, hyphens and at least one dot, at most 255 characters.</param>
public sealed record ListId(string? Name, string Id);

/// <summary>How to leave the list (RFC 2369 §3.2, RFC 8058).</summary>
/// <param name="Address">An https address, at most 900 characters, that takes a POST as one click. Over plain http the field is
/// written without the promise of one click (RFC 8058 §3.1), except on a loopback host, where the demo and tests live.</param>
/// <param name="Mailto">A <c>mailto:</c> address as another way, or null.</param>
public sealed record ListUnsubscribe(string Address, string? Mailto = null);

/// <summary>A further field of the head.</summary>
/// <param name="Name">One of <see cref="MailRules.ExtraHeaderNames"/>, in any case.</param>
/// <param name="Value">Printable ASCII on one line, at most 900 characters.</param>
public sealed record MailHeader(string Name, string Value);

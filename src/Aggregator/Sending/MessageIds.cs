using System.Globalization;
using Aggregator.Sending.Mime;

namespace Aggregator.Sending;

/// <summary>Identifiers of mails (RFC 5322 §3.6.4) that a second attempt finds again.</summary>
public static class MessageIds
{
    /// <summary>
    /// The identifier of the mail of one send to one subscriber, without angle brackets. The same arguments give the same one, others
    /// never do, so that neither a mailbox nor <see cref="PickupFolder"/> takes the second copy of a mail. Sends sort in order of time.
    /// </summary>
    /// <param name="send">The send's own UUID (version 7), not a row number: after a restored backup those are given out again, and a
    /// mailbox would drop the new mail as one it already has.</param>
    /// <param name="subscriber">The subscriber's number, 0 or more.</param>
    /// <param name="domain">A domain of the sender; may stand in its own script.</param>
    /// <exception cref="ArgumentException">The domain is none.</exception>
    public static string Of(Guid send, long subscriber, string domain)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(subscriber);
        var ascii = MailDomain.ToAscii(domain) ?? throw new ArgumentException($"{FieldSyntax.Printable(domain)} is not a mail domain.", nameof(domain));
        return string.Create(CultureInfo.InvariantCulture, $"{send:N}.{subscriber:d10}@{ascii}");
    }
}

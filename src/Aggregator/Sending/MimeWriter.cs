using System.Security.Cryptography;
using System.Text;
using Aggregator.Sending.Mime;

namespace Aggregator.Sending;

/// <summary>
/// Writes a mail as it goes over the wire (RFC 5322, MIME of RFC 2045 to 2047): ASCII only, lines end in CR LF and are at most 76
/// characters where a value can be broken and never over 998, multipart/alternative with the text before the HTML. The same message
/// gives the same bytes, always.
/// </summary>
public static class MimeWriter
{
    /// <summary>The whole mail, head and body. Dots at the start of a line are encoded, so that it survives a careless relay.</summary>
    /// <exception cref="UnwritableMailException">The message breaks a rule of <see cref="MailRules"/>.</exception>
    public static byte[] Write(MailMessage message)
    {
        if (MailRules.Problem(message) is { } problem) throw new UnwritableMailException(problem);
        using var mail = new MailBuffer(message.Html.Length + message.Text.Length);
        new MailHead(mail).Write(message);
        WriteParts(mail, message, Boundary(message.MessageId));
        return mail.ToArray();
    }

    private static void WriteParts(MailBuffer mail, MailMessage message, string boundary)
    {
        mail.Line("MIME-Version: 1.0");
        mail.Line("Content-Type: multipart/alternative;");
        mail.Line($" boundary=\"{boundary}\"");
        mail.Line();
        // The last alternative is the best one (RFC 2046 §5.1.4).
        mail.Line($"--{boundary}");
        BodyPart.Write(mail, "text/plain", message.Text);
        mail.Line($"--{boundary}");
        BodyPart.Write(mail, "text/html", message.Html);
        mail.Line($"--{boundary}--");
    }

    /// <summary>It begins with <c>=_</c>, which neither quoted-printable nor base64 can ever hold (RFC 2045 §6.7, advice of RFC 2046 §5.1.1).</summary>
    private static string Boundary(string messageId) => "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(messageId)).AsSpan(0, 12));
}

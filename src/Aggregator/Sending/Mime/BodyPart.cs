using System.Text;

namespace Aggregator.Sending.Mime;

/// <summary>One part of the body in the shorter of the two encodings; quoted-printable when they are equal, because people can read it.</summary>
internal static class BodyPart
{
    /// <param name="mail">Where it goes.</param>
    /// <param name="mediaType">A type of text.</param>
    /// <param name="text">The content. Line ends of any kind become CR LF, lone surrogates U+FFFD, all else comes out as it is.</param>
    public static void Write(MailBuffer mail, string mediaType, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var start = mail.Length;
        Head(mail, mediaType, "quoted-printable");
        var content = mail.Length;
        QuotedPrintable.Write(mail, utf8);
        if (mail.Length - content > Base64Lines.LengthOf(utf8.Length) && CanonicalText.Of(utf8) is var canonical
            && mail.Length - content > Base64Lines.LengthOf(canonical.Length))
        {
            mail.Rewind(start);
            Head(mail, mediaType, "base64");
            Base64Lines.Write(mail, canonical);
        }

        // This line end belongs to the boundary that follows (RFC 2046 §5.1.1).
        mail.Line();
    }

    private static void Head(MailBuffer mail, string mediaType, string encoding)
    {
        mail.Line($"Content-Type: {mediaType}; charset=utf-8");
        mail.Line($"Content-Transfer-Encoding: {encoding}");
        mail.Line();
    }
}

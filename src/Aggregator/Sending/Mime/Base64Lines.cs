using System.Buffers.Text;

namespace Aggregator.Sending.Mime;

/// <summary>base64 in lines of 76 characters (RFC 2045 §6.8).</summary>
internal static class Base64Lines
{
    private const int LineBytes = 57;

    /// <summary>How long so many bytes get, with the line ends between the lines.</summary>
    public static int LengthOf(int bytes) => Base64.GetMaxEncodedToUtf8Length(bytes) + (bytes == 0 ? 0 : (bytes - 1) / LineBytes * 2);

    public static void Write(MailBuffer mail, ReadOnlySpan<byte> content)
    {
        while (content.Length > LineBytes)
        {
            WriteLine(mail, content[..LineBytes]);
            mail.Line();
            content = content[LineBytes..];
        }

        WriteLine(mail, content);
    }

    private static void WriteLine(MailBuffer mail, ReadOnlySpan<byte> content)
    {
        Base64.EncodeToUtf8(content, mail.Free(76), out _, out var written);
        mail.Advance(written);
    }
}

namespace Aggregator.Sending.Mime;

/// <summary>Text whose lines all end in CR LF, as it must be before it is put into base64 (RFC 2045 §6.8, RFC 2046 §4.1.1).</summary>
internal static class CanonicalText
{
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> utf8)
    {
        var canonical = new byte[utf8.Length * 2];
        var length = 0;
        while (NextLine(ref utf8, out var line))
        {
            line.CopyTo(canonical.AsSpan(length));
            "\r\n"u8.CopyTo(canonical.AsSpan(length + line.Length));
            length += line.Length + 2;
        }

        utf8.CopyTo(canonical.AsSpan(length));
        return canonical.AsSpan(0, length + utf8.Length);
    }

    /// <summary>Takes a line and its end (CR LF, CR or LF) off the text; false when no line end is left, and the text is the last line.</summary>
    public static bool NextLine(ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> line)
    {
        line = default;
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0) return false;
        line = text[..end];
        text = text[(end + (text[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        return true;
    }
}

using System.Buffers;
using System.Text;

namespace Aggregator.Reading.Urls;

/// <summary>Percent escapes in one spelling (RFC 3986 §6.2.2): what needs none has none, all others are upper case.</summary>
internal static class PercentEscapes
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> Decoded = SearchValues.Create(Unreserved);

    /// <summary>What may stand unescaped in a path, query or fragment: RFC 3986 §3.3–3.5.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?");

    /// <summary>
    /// The text with unreserved characters decoded and everything that may not stand in an address escaped as UTF-8. Escapes that
    /// are not UTF-8 are kept; a percent sign that begins no escape becomes %25, or decoding beside it could make one of it.
    /// </summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var plain = text.IndexOfAnyExcept(Plain);
        if (plain < 0) return text.ToString();

        var result = new StringBuilder(text.Length + 32).Append(text[..plain]);
        for (var at = plain; at < text.Length;)
        {
            if (text[at] == '%') at += AppendEscape(result, text[at..]);
            else if (Plain.Contains(text[at])) result.Append(text[at++]);
            else at += AppendEscaped(result, text[at..]);
        }

        return result.ToString();
    }

    /// <summary>The text with its ASCII escapes decoded once: the address that a redirector carries as a parameter.</summary>
    public static string DecodeAscii(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var value = ValueOf(text[at..]);
            result.Append(value is >= 0 and < 0x80 ? (char)value : text[at]);
            if (value is >= 0 and < 0x80) at += 2;
        }

        return result.ToString();
    }

    private static int AppendEscape(StringBuilder result, ReadOnlySpan<char> text)
    {
        var value = ValueOf(text);
        if (value < 0)
        {
            AppendByte(result, (byte)'%');
            return 1;
        }

        if (Decoded.Contains((char)value)) result.Append((char)value);
        else AppendByte(result, (byte)value);
        return 3;
    }

    /// <summary>Half a surrogate pair becomes U+FFFD, as the WHATWG URL Standard has it.</summary>
    private static int AppendEscaped(StringBuilder result, ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)]) AppendByte(result, value);
        return consumed;
    }

    private static void AppendByte(StringBuilder result, byte value) =>
        result.Append('%').Append("0123456789ABCDEF"[value >> 4]).Append("0123456789ABCDEF"[value & 15]);

    /// <summary>The byte of the escape that the text begins with, or -1.</summary>
    private static int ValueOf(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2])
            ? (Digit(text[1]) << 4) | Digit(text[2]) : -1;

    private static int Digit(char hex) => char.IsAsciiDigit(hex) ? hex - '0' : (hex | 0x20) - 'a' + 10;
}

using System.Text;

namespace Aggregator.Reading.Urls;

/// <summary>
/// One spelling of letters with marks: a file system or a keyboard may write "é" as "e" and an accent, and so does the address made of
/// it (Unicode Standard Annex 15, form C). Compatible letters ("ﬁ", "²") stay what they are.
/// </summary>
internal static class ComposedLetters
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="escaped">Part of an address in normal form: ASCII.</param>
    /// <returns>The same with composed letters; unchanged where an escape is no UTF-8.</returns>
    public static string Compose(string escaped)
    {
        // All that can be composed lies beyond ASCII.
        if (!HasHighEscape(escaped) || Decode(escaped) is not { } letters || letters.IsNormalized()) return escaped;
        return PercentEscapes.Normalize(letters.Normalize());
    }

    private static bool HasHighEscape(string text)
    {
        for (var at = text.IndexOf('%'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('%', at + 1))
            if (text[at + 1] >= '8') return true;
        return false;
    }

    /// <summary>The text with its escapes beyond ASCII decoded; null when they are no UTF-8.</summary>
    private static string? Decode(string text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isHigh = text[at] == '%' && at + 2 < text.Length && text[at + 1] >= '8';
            bytes[length++] = isHigh ? Convert.FromHexString(text.AsSpan(at + 1, 2))[0] : (byte)text[at];
            if (isHigh) at += 2;
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

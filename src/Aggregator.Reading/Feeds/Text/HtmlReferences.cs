using System.Buffers;
using System.Text;
using AngleSharp.Html;

namespace Aggregator.Reading.Feeds.Text;

/// <summary>References in HTML.</summary>
internal static class HtmlReferences
{
    private const int LongestName = 32;

    /// <summary>How a reference to the first half of a character begins (U+D800 to U+DBFF are 55296 to 56319).</summary>
    private static readonly SearchValues<string> FirstHalves =
        SearchValues.Create(["&#55", "&#56", "&#xD8", "&#xD9", "&#xDA", "&#xDB"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with its references resolved. What is none stays as it is; a number that is no character becomes nothing.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal)) return text;
        var decoded = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (var at = rest.IndexOf('&'); at >= 0; at = rest.IndexOf('&'))
        {
            decoded.Append(rest[..at]);
            rest = rest[at..];
            rest = rest[Append(rest, decoded)..];
        }

        return decoded.Append(rest).ToString();
    }

    /// <summary>
    /// HTML in which two references that are the halves of one character are that character: HTML itself makes two replacement characters
    /// of them.
    /// </summary>
    public static string JoinHalves(string html)
    {
        var rest = html.AsSpan();
        StringBuilder? joined = null;
        for (var at = rest.IndexOfAny(FirstHalves); at >= 0; at = rest.IndexOfAny(FirstHalves))
        {
            var length = Math.Max(CharacterReference.Read(rest[at..], out var code), 2);
            var isPair = code > 0xFFFF && rest.Slice(at + 2, length - 2).Contains('&');
            if (isPair && joined is null) joined = new StringBuilder(html.Length).Append(html, 0, html.Length - rest.Length);
            joined?.Append(rest[..(isPair ? at : at + length)]);
            if (isPair) joined!.Append(new Rune(code));
            rest = rest[(at + length)..];
        }

        return joined?.Append(rest).ToString() ?? html;
    }

    private static int Append(ReadOnlySpan<char> reference, StringBuilder decoded)
    {
        if (CharacterReference.Read(reference, out var code) is > 0 and var length)
        {
            if (Rune.TryCreate(code, out var rune) && code > 0) decoded.Append(rune);
            return length;
        }

        var end = reference[..Math.Min(reference.Length, LongestName + 2)].IndexOf(';');
        if (end > 1 && IsName(reference[1..end]) && HtmlEntityProvider.Resolver.GetSymbol($"{reference[1..end]};") is { } symbol)
        {
            decoded.Append(symbol);
            return end + 1;
        }

        decoded.Append('&');
        return 1;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        }

        return true;
    }
}

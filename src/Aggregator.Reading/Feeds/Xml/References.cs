using System.Buffers;
using Aggregator.Reading.Feeds.Text;
using AngleSharp.Html;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Resolves character and entity references, drops characters XML does not allow, and makes line ends "\n".</summary>
internal static class References
{
    private const int LongestName = 32;

    /// <summary>
    /// All but &amp; that cannot stay as it is: XML 1.0 section 2.2 has no such characters, and section 2.11 no "\r".
    /// Those beyond ASCII are dealt with when the body is decoded, which keeps this search fast.
    /// </summary>
    private const string Unclean =
        "\r\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017" +
        "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static readonly SearchValues<char> CDataStops = SearchValues.Create(Unclean);
    private static readonly SearchValues<char> TextStops = SearchValues.Create(Unclean + "&");

    /// <summary>True when a slice is its own text: no reference in it and nothing to drop.</summary>
    public static bool IsPlain(ReadOnlySpan<char> raw) => raw.IndexOfAny(TextStops) < 0;

    /// <summary>The text of a slice in which references count.</summary>
    public static string Resolve(ReadOnlySpan<char> raw, XmlScanner scanner) => Read(raw, TextStops, scanner);

    /// <summary>The text of a CDATA section, in which nothing is a reference.</summary>
    public static string Clean(ReadOnlySpan<char> raw) => Read(raw, CDataStops, scanner: null);

    private static string Read(ReadOnlySpan<char> raw, SearchValues<char> stops, XmlScanner? scanner)
    {
        var stop = raw.IndexOfAny(stops);
        if (stop < 0) return raw.ToString();

        // No reference is shorter than what it stands for, so the result always fits.
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var written = 0;
        for (; stop >= 0; stop = raw.IndexOfAny(stops))
        {
            raw[..stop].CopyTo(buffer.AsSpan(written));
            written += stop;
            raw = raw[stop..];
            raw = raw[ReadStop(raw, buffer, ref written, scanner)..];
        }

        raw.CopyTo(buffer.AsSpan(written));
        var text = new string(buffer, 0, written + raw.Length);
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    private static int ReadStop(ReadOnlySpan<char> raw, char[] buffer, ref int written, XmlScanner? scanner)
    {
        if (raw[0] == '&') return ReadReference(raw, buffer, ref written, scanner!);
        if (raw[0] != '\r')
        {
            scanner?.Complain("xml-illegal-character", "There is a control character that XML does not allow; it was dropped.");
            return 1;
        }

        buffer[written++] = '\n';
        return raw.Length > 1 && raw[1] == '\n' ? 2 : 1;
    }

    private static int ReadReference(ReadOnlySpan<char> raw, char[] buffer, ref int written, XmlScanner scanner)
    {
        if (CharacterReference.Read(raw, out var code) is > 0 and var length)
        {
            written += WriteCharacter(code, buffer.AsSpan(written), scanner);
            return length;
        }

        var end = raw[..Math.Min(raw.Length, LongestName + 2)].IndexOf(';');
        if (end > 1 && Symbol(raw[1..end], scanner) is { } symbol)
        {
            symbol.CopyTo(buffer.AsSpan(written));
            written += symbol.Length;
            return end + 1;
        }

        scanner.Complain("xml-bare-ampersand", "There is an \"&\" that belongs to no reference; it was taken as it is.");
        buffer[written++] = '&';
        return 1;
    }

    private static int WriteCharacter(uint code, Span<char> target, XmlScanner scanner)
    {
        var legal = code is (>= 0x20 or '\t' or '\n' or '\r') and not (0xFFFE or 0xFFFF) && System.Text.Rune.IsValid(code);
        if (legal) return new System.Text.Rune(code).EncodeToUtf16(target);
        scanner.Complain("xml-illegal-character", "There is a reference to a character that XML does not allow; it was dropped.");
        return 0;
    }

    private static string? Symbol(ReadOnlySpan<char> name, XmlScanner scanner)
    {
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return null;
        }

        var symbol = HtmlEntityProvider.Resolver.GetSymbol($"{name};");
        if (symbol is not null) scanner.Complain("xml-html-entity", "There are HTML entities, which XML does not know; they were read as in HTML.");
        return symbol;
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Html;

/// <summary>
/// Finds the encoding of a page in the order of the HTML Standard (13.2.3): byte order mark, transport, <c>meta</c> in the first 4,096
/// bytes, and then by trying: valid UTF-8 is UTF-8, all else windows-1252. One thing goes before the names: bytes beyond ASCII that are
/// valid UTF-8 (<see cref="Utf8Evidence"/>).
/// </summary>
internal static partial class HtmlEncoding
{
    private const int Prescan = 4096;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (encoding, skip) = Mark(body);
        if (encoding is not null) return encoding.GetString(body[skip..]);
        var named = Named(CharsetParameter().Match(contentType ?? "")) ?? Named(CharsetParameter().Match(MetaOf(body)));
        if (named is null or UTF8Encoding) return Guess(body, named);
        // Pages kept from a browser are UTF-8 whatever their meta still says.
        return Utf8Evidence.Outweighs(named, body) ? Encoding.UTF8.GetString(body) : named.GetString(body);
    }

    // Pages that say UTF-8 and are not: one bad byte is damage, many are another encoding.
    private static string Guess(ReadOnlySpan<byte> body, Encoding? named)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            var text = Encoding.UTF8.GetString(body);
            var damage = text.AsSpan().Count('\uFFFD');
            var allowed = named is null ? 0 : Math.Max(3, NonAscii(body) / 10);
            return damage <= allowed ? text : CodePage("windows-1252")!.GetString(body);
        }
    }

    private static int NonAscii(ReadOnlySpan<byte> body)
    {
        var count = 0;
        foreach (var value in body) count += value >> 7;
        return count;
    }

    private static (Encoding?, int) Mark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static string MetaOf(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Prescan)]);
        return MetaCharset().Match(head).Value;
    }

    private static Encoding? Named(Match match) => match.Success ? CodePage(match.Groups["name"].Value) : null;

    // The labels that the Encoding Standard reads otherwise than their own name says (4.2); a meta cannot mean UTF-16.
    private static Encoding? CodePage(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode" => Encoding.UTF8,
        "iso-8859-1" or "latin1" or "iso8859-1" or "us-ascii" or "ascii" or "cp1252" or "windows-1252" => InBox("windows-1252"),
        "iso-8859-9" => InBox("windows-1254"),
        "gb2312" or "gbk" => InBox("gb18030"),
        "sjis" or "x-sjis" => InBox("shift_jis"),
        "utf-7" => null,
        var other => InBox(other),
    };

    private static Encoding? InBox(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CharsetParameter();

    [GeneratedRegex("""<meta\s[^>]{0,500}charset\s*=\s*["']?[^"'>]{1,60}""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MetaCharset();
}

using System.Buffers;
using System.Collections.Frozen;
using System.Net;

namespace Aggregator.Reading.Feeds.Text;

/// <summary>Makes the addresses inside HTML absolute. Copies only when there is a relative one.</summary>
internal static class HtmlLinks
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "href", "src", "action", "cite", "longdesc", "background", "classid", "codebase", "data", "profile", "usemap", "poster", "formaction",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f=<>/\"'");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByName = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for attributes that hold one address (HTML 5, index of attributes, and what older HTML had).</summary>
    public static bool HoldsAddress(ReadOnlySpan<char> attribute) => ByName.Contains(attribute);

    /// <summary>The HTML with every relative address resolved.</summary>
    public static string Resolve(string html, Uri? baseAddress)
    {
        if (baseAddress is null) return html;
        PooledText rewritten = default;
        var copied = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = NextTag(html, at))
        {
            at++;
            while (NextAttribute(html, ref at) is { } attribute)
            {
                var value = html.AsSpan(attribute.Start, attribute.Length);
                if ((attribute.IsSet ? AbsoluteSet(value, baseAddress) : Absolute(value, baseAddress)) is not { } absolute) continue;
                rewritten.Append(html.AsSpan(copied, attribute.Start - copied));
                rewritten.AppendEscaped(absolute);
                copied = attribute.Start + attribute.Length;
            }
        }

        if (copied == 0) return html;
        rewritten.Append(html.AsSpan(copied));
        return rewritten.TakeTrimmed();
    }

    /// <summary>A list of images (srcset) with every relative address resolved; candidates are told apart as HTML 5 does, by ", ".</summary>
    public static string ResolveSet(string set, Uri? baseAddress)
    {
        if (baseAddress is null) return set;
        var candidates = set.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", candidates.Select(candidate =>
        {
            var space = candidate.IndexOf(' ', StringComparison.Ordinal);
            var address = space < 0 ? candidate : candidate[..space];
            return (Addresses.Resolve(baseAddress, address) ?? address) + (space < 0 ? "" : candidate[space..]);
        }));
    }

    private static string? AbsoluteSet(ReadOnlySpan<char> set, Uri baseAddress)
    {
        var published = WebUtility.HtmlDecode(set.ToString());
        var absolute = ResolveSet(published, baseAddress);
        return absolute == published ? null : absolute;
    }

    private static int NextTag(string html, int at) => at < html.Length ? html.IndexOf('<', at) : -1;

    private static string? Absolute(ReadOnlySpan<char> value, Uri baseAddress)
    {
        var trimmed = value.Trim();
        if (trimmed.IsEmpty || Addresses.Scheme(trimmed) > 0 || trimmed.StartsWith("&#")) return null;
        return Addresses.Resolve(baseAddress, trimmed.Contains('&') ? WebUtility.HtmlDecode(trimmed.ToString()) : trimmed.ToString());
    }

    /// <summary>Where the value of the tag's next attribute with an address is; null at the tag's end.</summary>
    private static (int Start, int Length, bool IsSet)? NextAttribute(string html, ref int at)
    {
        while (at < html.Length && html[at] is not ('>' or '<'))
        {
            var name = at;
            at = EndOf(html, at, NameEnds);
            var attribute = html.AsSpan(name, at - name);
            while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
            if (at >= html.Length || html[at] != '=')
            {
                if (attribute.IsEmpty && at < html.Length && html[at] is not ('>' or '<')) at++;
                continue;
            }

            var (start, length) = Value(html, ref at);
            if (attribute.Length < 3) continue;
            if (HoldsAddress(attribute)) return (start, length, false);
            if (attribute.Equals("srcset", StringComparison.OrdinalIgnoreCase)) return (start, length, true);
        }

        return null;
    }

    private static int EndOf(string html, int at, SearchValues<char> ends) =>
        html.AsSpan(at).IndexOfAny(ends) is var length and >= 0 ? at + length : html.Length;

    private static (int Start, int Length) Value(string html, ref int at)
    {
        do at++;
        while (at < html.Length && char.IsWhiteSpace(html[at]));
        if (at >= html.Length) return (html.Length, 0);

        var quoted = html[at] is '"' or '\'';
        var start = quoted ? at + 1 : at;
        var length = quoted ? html.AsSpan(start).IndexOf(html[at]) : html.AsSpan(start).IndexOfAny(" \t\r\n>");
        if (length < 0) length = html.Length - start;
        at = Math.Min(start + length + (quoted ? 1 : 0), html.Length);
        return (start, length);
    }
}

using System.Globalization;

namespace Aggregator.Reading.Urls;

/// <summary>
/// Takes an address apart as browsers do where it matters (WHATWG URL Standard: tabs and line ends vanish, a backslash is a slash)
/// and writes each part in normal form. System.Uri is not used: it decodes and refuses by rules of its own.
/// </summary>
internal static class WebAddressReader
{
    public static bool TryRead(string text, out WebAddress address)
    {
        address = default;
        var rest = Visible(text).AsSpan().Trim();
        if (!TakeScheme(ref rest, out var scheme)) return false;

        var end = rest.IndexOfAny("/\\?#");
        var authority = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[end..];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        if (!TakePort(ref authority, scheme, out var port) || HostName.Normalize(authority) is not { } host) return false;

        var fragment = TakeAfter(ref rest, '#');
        var query = TakeAfter(ref rest, '?');
        address = new WebAddress(
            scheme, host, port, PathOf(rest), PercentEscapes.Normalize(query), PercentEscapes.Normalize(fragment));
        return true;
    }

    private static string Visible(string text)
    {
        // WordPress escapes "&" so; its hash sign would make a fragment of the parameters that name the article.
        if (text.Contains("&#", StringComparison.Ordinal))
            text = text.Replace("&#038;", "&", StringComparison.Ordinal).Replace("&#38;", "&", StringComparison.Ordinal);
        return text.AsSpan().ContainsAny("\t\r\n") ? string.Concat(text.Where(character => character is not ('\t' or '\r' or '\n'))) : text;
    }

    private static bool TakeScheme(ref ReadOnlySpan<char> rest, out string scheme)
    {
        // An address without a scheme is read as https: what a page of today means by it.
        scheme = rest.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? "http" : "https";
        if (scheme == "http") rest = rest[5..];
        else if (rest.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) rest = rest[6..];
        if (rest.Length < 3 || rest[0] is not ('/' or '\\') || rest[1] is not ('/' or '\\')) return false;
        rest = rest[2..];
        return true;
    }

    private static bool TakePort(ref ReadOnlySpan<char> authority, string scheme, out string port)
    {
        port = "";
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority.EndsWith(']')) return true;
        var digits = authority[(colon + 1)..];
        authority = authority[..colon];
        if (digits.IsEmpty) return true;
        if (!ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (number != (scheme == "https" ? 443 : 80)) port = string.Create(CultureInfo.InvariantCulture, $":{number}");
        return true;
    }

    /// <summary>Cuts the text at the first such character and gives what follows it.</summary>
    private static ReadOnlySpan<char> TakeAfter(ref ReadOnlySpan<char> rest, char mark)
    {
        var at = rest.IndexOf(mark);
        if (at < 0) return [];
        var after = rest[(at + 1)..];
        rest = rest[..at];
        return after;
    }

    private static string PathOf(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty) return "/";
        return PercentEscapes.Normalize(path.Contains('\\') ? path.ToString().Replace('\\', '/') : path);
    }
}

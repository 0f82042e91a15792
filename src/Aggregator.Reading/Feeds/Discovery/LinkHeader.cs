namespace Aggregator.Reading.Feeds.Discovery;

/// <summary>A link that the HTTP header names (RFC 8288).</summary>
/// <param name="Href">As written: it may be relative to the address that answered.</param>
/// <param name="Relations">In lower case.</param>
/// <param name="Type">Media type without parameters, or null.</param>
/// <param name="Title">For people, or null.</param>
internal sealed record HeaderLink(string Href, IReadOnlyList<string> Relations, string? Type, string? Title);

/// <summary>Reads Link headers: <c>&lt;address&gt;; rel="one two"; type=text/html, …</c>. Never throws for what stands there.</summary>
internal static class LinkHeader
{
    /// <summary>Links that are read; the rest is left.</summary>
    private const int MostLinks = 100;

    public static IReadOnlyList<HeaderLink> Parse(string? header)
    {
        var found = new List<HeaderLink>();
        var rest = header.AsSpan();
        while (found.Count < MostLinks && rest.IndexOf('<') is >= 0 and var open && rest[open..].IndexOf('>') is > 0 and var length)
        {
            var href = rest.Slice(open + 1, length - 1).Trim().ToString();
            rest = rest[(open + length + 1)..];
            found.Add(WithParameters(href, ref rest));
        }

        return found;
    }

    /// <summary>Takes the parameters up to the comma that ends the link.</summary>
    private static HeaderLink WithParameters(string href, ref ReadOnlySpan<char> rest)
    {
        string? relations = null, type = null, title = null;
        while (rest.IndexOfAny(';', ',') is >= 0 and var at && rest[at] == ';')
        {
            rest = rest[(at + 1)..];
            var name = Take(ref rest, "=;,").Trim();
            if (!rest.StartsWith("=")) continue;
            rest = rest[1..];
            var value = Value(ref rest);
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase)) relations ??= value;
            else if (name.Equals("type", StringComparison.OrdinalIgnoreCase)) type ??= value.Split(';')[0].Trim();
            else if (name.Equals("title", StringComparison.OrdinalIgnoreCase)) title ??= value;
        }

        return new(href, [.. (relations ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)], type, title);
    }

    /// <summary>A value in quotes, in which commas are none of the list's, or bare.</summary>
    private static string Value(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (!rest.StartsWith("\"") || rest[1..].IndexOf('"') is not (>= 0 and var end)) return Take(ref rest, ";,").Trim().ToString();
        var value = rest.Slice(1, end).ToString();
        rest = rest[(end + 2)..];
        return value;
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> rest, string ends)
    {
        var length = rest.IndexOfAny(ends);
        var taken = length < 0 ? rest : rest[..length];
        rest = length < 0 ? [] : rest[length..];
        return taken;
    }
}

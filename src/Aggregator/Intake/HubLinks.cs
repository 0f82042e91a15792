using Aggregator.Reading.Feeds;

namespace Aggregator.Intake;

/// <summary>The hub that tells what is new in a feed, and the address it knows the feed by (WebSub §4).</summary>
/// <param name="Hub">Absolute, http or https.</param>
/// <param name="Topic">The same.</param>
public sealed record HubLinks(string Hub, string Topic)
{
    /// <summary>Link headers come before links in the feed (§4); the first hub is as good as the others.</summary>
    /// <param name="header">The Link header (RFC 8288), or null.</param>
    /// <param name="links">The feed's own links.</param>
    /// <param name="address">The address that answered: the topic when no <c>self</c> is given, and the base of the header's.</param>
    /// <returns>Null when no hub is named.</returns>
    public static HubLinks? Find(string? header, IReadOnlyList<FeedLink> links, Uri address)
    {
        var named = OfHeader(header, address);
        string? Of(string rel) => named.FirstOrDefault(link => link.Rel == rel).Href
            ?? Web(links.FirstOrDefault(link => string.Equals(link.Rel, rel, StringComparison.OrdinalIgnoreCase) && link.Href is not null)?.Href, address);
        return Of("hub") is { } hub ? new(hub, Of("self") ?? address.AbsoluteUri) : null;
    }

    /// <summary>The links of a Link header: <c>&lt;address&gt;; rel="one two"; …, …</c>.</summary>
    internal static IReadOnlyList<(string Rel, string? Href)> OfHeader(string? header, Uri address)
    {
        var found = new List<(string, string?)>();
        var rest = header.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open && rest[open..].IndexOf('>') is > 0 and var length)
        {
            var href = rest.Slice(open + 1, length - 1).ToString();
            rest = rest[(open + length + 1)..];
            var end = rest.IndexOf('<');
            var parameters = end < 0 ? rest : rest[..end];
            foreach (var part in parameters.ToString().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (part[..at].Trim(), part[(at + 1)..].TrimEnd(',', ' ').Trim('"', ' ')) : ("", "");
                if (!name.Equals("rel", StringComparison.OrdinalIgnoreCase)) continue;
                foreach (var rel in value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) found.Add((rel.ToLowerInvariant(), Web(href, address)));
            }
        }

        return [.. found.Where(link => link.Item2 is not null)];
    }

    private static string? Web(string? href, Uri address) =>
        Uri.TryCreate(address, href, out var target) && target.Scheme is "http" or "https" ? target.AbsoluteUri : null;
}

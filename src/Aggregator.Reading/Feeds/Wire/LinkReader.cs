using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads links: RSS has the address inside the element, Atom in <c>href</c>.</summary>
internal static class LinkReader
{
    public static void Read(XmlScanner xml, WireNode node)
    {
        var rel = Relation(xml.Attribute("rel"));
        var href = xml.Attribute("href");
        var bare = href is null && xml.Attributes.Count == 0;
        var link = new FeedLink("", rel, Text(xml, "type"), Text(xml, "title"), Text(xml, "hreflang"), Text(xml, "length"));
        var baseAddress = xml.Base;
        if (Addresses.Resolve(baseAddress, href ?? XmlContent.Text(xml)) is not { } address) return;

        if (bare || (rel == "alternate" && href is null)) node.RssLink = address;
        (node.Links ??= []).Add(link with { Href = address });
    }

    /// <summary>RFC 4287 section 4.2.7.2: no relation is <c>alternate</c>, and registered ones may be written as URIs.</summary>
    private static string Relation(string? rel)
    {
        const string registry = "http://www.iana.org/assignments/relation/";
        if (string.IsNullOrWhiteSpace(rel)) return "alternate";
        return rel.StartsWith(registry, StringComparison.OrdinalIgnoreCase) ? rel[registry.Length..] : rel.Trim();
    }

    private static string? Text(XmlScanner xml, string name) => xml.Attribute(name)?.Trim() is { Length: > 0 } value ? value : null;
}

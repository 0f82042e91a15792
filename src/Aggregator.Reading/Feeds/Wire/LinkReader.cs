using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads links: RSS has the address inside the element, Atom in <c>href</c>.</summary>
internal static class LinkReader
{
    public static void Read(XmlScanner xml, WireNode node)
    {
        var rel = Relation(xml.Attribute("rel"));
        var href = xml.Attribute("href");
        var isRss = xml.Vocabulary == Vocabulary.Core && !node.IsAtom;
        var link = new FeedLink(null, rel, Text(xml, "type"), Text(xml, "title"), Text(xml, "hreflang"), Text(xml, "length"));
        var baseAddress = xml.Base;
        // RFC 4685 section 4: how many answers stand at the link.
        if (rel == "replies") node.CommentCount ??= Text(xml, "count");
        link = link with { Href = href is null ? Addresses.Resolve(baseAddress, XmlContent.Text(xml)) : Addresses.ResolveReference(baseAddress, href) };
        if (isRss && rel == "alternate") node.RssLink = link.Href ?? node.RssLink;
        (node.Links ??= []).Add(link);
    }

    /// <summary>
    /// RFC 4287 section 4.2.7.2: no relation is <c>alternate</c>, and registered ones may be written as URIs. They compare without case
    /// (RFC 8288 section 2.1.1), which those that are addresses keep.
    /// </summary>
    private static string Relation(string? rel)
    {
        const string registry = "http://www.iana.org/assignments/relation/";
        if (string.IsNullOrWhiteSpace(rel)) return "alternate";
        var name = rel.Trim();
        if (name.StartsWith(registry, StringComparison.OrdinalIgnoreCase)) name = name[registry.Length..];
        return name.Contains(':', StringComparison.Ordinal) ? name : name.ToLowerInvariant();
    }

    private static string? Text(XmlScanner xml, string name) => xml.Attribute(name)?.Trim() is { Length: > 0 } value ? value : null;
}

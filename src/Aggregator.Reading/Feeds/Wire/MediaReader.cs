using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads Media RSS objects (rssboard.org/media-rss).</summary>
internal static class MediaReader
{
    /// <summary>Reads media:content and what is inside it.</summary>
    public static void Read(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        if (Object(xml) is { } found) (node.Media ??= []).Add(found);
        while (xml.NextChild(depth)) Elements.Read(xml, node);
    }

    /// <summary>The media object of the element's attributes, or of its text when it has no url; null when it has no address.</summary>
    public static FeedMedia? Object(XmlScanner xml)
    {
        var (type, medium, width, height, size) =
            (xml.Attribute("type"), xml.Attribute("medium"), xml.Attribute("width"), xml.Attribute("height"), xml.Attribute("fileSize"));
        var isContent = xml.LocalName is "content";
        var url = Addresses.Resolve(xml.Base, xml.Attribute("url") ?? (isContent ? null : XmlContent.Text(xml)));
        return url is null ? null : new FeedMedia(url, type, medium, width, height, size);
    }

    public static void ReadCategory(XmlScanner xml, WireNode node)
    {
        var scheme = xml.Attribute("scheme")?.Trim() ?? "http://search.yahoo.com/mrss/category_schema"; // the default by the specification
        var label = xml.Attribute("label")?.Trim();
        if (XmlContent.Text(xml) is { Length: > 0 } term) CategoryReader.Add(node, term, scheme, label);
    }
}

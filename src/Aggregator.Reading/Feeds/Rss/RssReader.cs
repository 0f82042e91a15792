using Aggregator.Reading.Feeds.Wire;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Rss;

/// <summary>Reads RSS 0.90 to 2.0: items are inside the channel (0.91 on) or beside it (RDF).</summary>
internal static class RssReader
{
    /// <summary>Reads the document whose root, <c>rss</c> or <c>rdf:RDF</c>, the scanner stands on.</summary>
    public static WireFeed Read(XmlScanner xml, ItemLimit limit)
    {
        var feed = new WireFeed(xml.Is("rss") ? RssFormat.OfVersion(xml.Attribute("version")) : RssFormat.OfNamespaces(xml));
        var root = xml.Depth;
        while (xml.NextChild(root)) ReadPart(xml, feed, limit);
        return feed;
    }

    private static void ReadPart(XmlScanner xml, WireFeed feed, ItemLimit limit)
    {
        if (xml.Is("item") || xml.Is("entry")) ReadItem(xml, feed, limit);
        else if (xml.Is("channel")) ReadChannel(xml, feed, limit);
        else Elements.Read(xml, feed.Self);
    }

    private static void ReadChannel(XmlScanner xml, WireFeed feed, ItemLimit limit)
    {
        var depth = xml.Depth;
        feed.Self.About ??= xml.Attribute("rdf:about");
        feed.Self.InheritedLanguage = xml.Language;
        while (xml.NextChild(depth)) ReadPart(xml, feed, limit);
    }

    private static void ReadItem(XmlScanner xml, WireFeed feed, ItemLimit limit)
    {
        if (!limit.Take(feed.Items.Count)) return;
        var depth = xml.Depth;
        var item = new WireNode { IsItem = true, About = xml.Attribute("rdf:about"), InheritedLanguage = xml.Language };
        feed.Items.Add(item);
        var (documentBase, deferred) = (xml.Base, xml.DefersTexts);
        xml.DefersTexts = true;
        while (xml.NextChild(depth))
        {
            // An item inside an item is the next one: the end tag of the first is missing.
            if (xml.Is("item")) ReadItem(xml, feed, limit);
            else Elements.Read(xml, item);
        }

        xml.DefersTexts = deferred;
        ItemTexts.Resolve(item, documentBase);
    }
}

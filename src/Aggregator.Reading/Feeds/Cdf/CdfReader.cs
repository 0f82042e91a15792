using Aggregator.Reading.Feeds.Wire;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Cdf;

/// <summary>Reads the Channel Definition Format of 1997 (W3C note NOTE-CDFsubmit): addresses and dates in attributes, names in capitals.</summary>
internal static class CdfReader
{
    /// <summary>Reads the document whose root, <c>CHANNEL</c>, the scanner stands on.</summary>
    public static WireFeed Read(XmlScanner xml, ItemLimit limit)
    {
        var feed = new WireFeed(FeedFormats.Cdf);
        var root = xml.Depth;
        ReadAttributes(xml, feed.Self);
        while (xml.NextChild(root))
        {
            if (xml.LocalName.Equals("item", StringComparison.OrdinalIgnoreCase)) ReadItem(xml, feed, limit);
            else ReadElement(xml, feed.Self);
        }

        return feed;
    }

    private static void ReadItem(XmlScanner xml, WireFeed feed, ItemLimit limit)
    {
        if (!limit.Take(feed.Items.Count)) return;
        var depth = xml.Depth;
        var item = new WireNode();
        feed.Items.Add(item);
        ReadAttributes(xml, item);
        while (xml.NextChild(depth)) ReadElement(xml, item);
    }

    private static void ReadAttributes(XmlScanner xml, WireNode node)
    {
        node.Updated = xml.Attribute("lastmod");
        if (Addresses.Resolve(xml.Base, xml.Attribute("href")) is not { } address) return;
        node.RssLink = address;
        (node.Links ??= []).Add(new FeedLink(address, "alternate"));
    }

    private static void ReadElement(XmlScanner xml, WireNode node)
    {
        // An <A HREF> inside is the link of items that have none of their own.
        if (xml.LocalName is "A" or "a") ReadAttributes(xml, node);
        else Elements.Read(xml, node);
    }
}

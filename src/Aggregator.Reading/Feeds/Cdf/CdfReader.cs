using System.Globalization;
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
        ReadChannel(xml, feed, feed.Self, limit);
        return feed;
    }

    /// <summary>A channel may be divided into channels, which have titles of their own: their items are the feed's.</summary>
    private static void ReadChannel(XmlScanner xml, WireFeed feed, WireNode node, ItemLimit limit)
    {
        var depth = xml.Depth;
        ReadAttributes(xml, node);
        while (xml.NextChild(depth))
        {
            if (xml.Is("item")) ReadItem(xml, feed, limit);
            else if (xml.Is("channel")) ReadChannel(xml, feed, new WireNode(), limit);
            else if (xml.Is("schedule")) ReadSchedule(xml, node);
            else ReadElement(xml, node);
        }
    }

    /// <summary>How often the channel wants to be visited: INTERVALTIME in days, hours and minutes.</summary>
    private static void ReadSchedule(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (!xml.Is("intervaltime")) continue;
            var minutes = (Number(xml, "day") * 24 * 60) + (Number(xml, "hour") * 60) + Number(xml, "min");
            node.TimeToLive ??= minutes.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static long Number(XmlScanner xml, string name) =>
        int.TryParse(xml.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

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

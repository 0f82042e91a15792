using Aggregator.Reading.Feeds.Wire;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Atom;

/// <summary>Reads Atom 0.3 and 1.0 (RFC 4287): feed documents, and entry documents as a feed of one.</summary>
internal static class AtomReader
{
    /// <summary>Reads the document whose root, <c>feed</c>, the scanner stands on.</summary>
    public static WireFeed Read(XmlScanner xml, ItemLimit limit)
    {
        var feed = new WireFeed(Format(xml)) { Self = { IsAtom = true, InheritedLanguage = xml.Language } };
        var root = xml.Depth;
        while (xml.NextChild(root))
        {
            if (xml.Is("entry") || xml.Is("item")) ReadEntry(xml, feed, limit);
            else Elements.Read(xml, feed.Self);
        }

        return feed;
    }

    /// <summary>Reads the document whose root is <c>entry</c>.</summary>
    public static WireFeed ReadEntryDocument(XmlScanner xml, ItemLimit limit)
    {
        var feed = new WireFeed(Format(xml)) { Self = { IsAtom = true } };
        ReadEntry(xml, feed, limit);
        return feed;
    }

    private static void ReadEntry(XmlScanner xml, WireFeed feed, ItemLimit limit)
    {
        if (!limit.Take(feed.Items.Count)) return;
        var depth = xml.Depth;
        var entry = new WireNode { IsAtom = true, IsItem = true, InheritedLanguage = xml.Language };
        feed.Items.Add(entry);
        while (xml.NextChild(depth))
        {
            if (xml.Is("entry")) ReadEntry(xml, feed, limit);
            else Elements.Read(xml, entry);
        }
    }

    private static string Format(XmlScanner xml)
    {
        var version = xml.Attribute("version")?.Trim();
        if (version is "0.1" or "0.2" or "0.3") return $"atom{version}";
        foreach (var attribute in xml.Attributes)
        {
            var value = xml.Document.Slice(attribute.Value, attribute.ValueLength);
            if (value.Contains("w3.org/2005/atom", StringComparison.OrdinalIgnoreCase)) return "atom1.0";
        }

        return version == "1.0" ? "atom1.0" : "atom";
    }
}

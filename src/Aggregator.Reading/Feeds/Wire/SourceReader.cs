using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads where an item was taken from: RSS gives a title and an address, Atom a whole feed's head.</summary>
internal static class SourceReader
{
    public static void Read(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        var source = new WireNode { IsAtom = node.IsAtom, InheritedLanguage = node.InheritedLanguage };
        node.Source = source;
        node.SourceUrl = Addresses.Resolve(xml.Base, xml.Attribute("url"));
        JoinedText text = default;
        while (xml.NextWithin(depth))
        {
            if (xml.Token == XmlToken.Start) Elements.Read(xml, source);
            else if (xml.Token is XmlToken.Text or XmlToken.CData && xml.Depth == depth) text.Add(xml);
        }

        if (text.ToString().Trim() is { Length: > 0 } title) source.Title ??= new FeedText(title, MediaTypes.Plain);
    }
}

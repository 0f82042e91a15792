using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads the elements of an RSS channel that have elements of their own.</summary>
internal static class ChannelParts
{
    public static void ReadImage(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        var (baseAddress, href) = (xml.Base, xml.Attribute("href"));
        string? url = null, title = null, link = null, width = null, height = null, description = null;
        while (xml.NextChild(depth))
        {
            switch (xml.LocalName)
            {
                case "url": url = Addresses.Resolve(xml.Base, XmlContent.Text(xml)); break;
                case "title" when title is null || xml.Vocabulary == Vocabulary.Core: title = XmlContent.Mixed(xml).Value; break;
                case "link": link = Addresses.Resolve(xml.Base, XmlContent.Text(xml)); break;
                case "width": width = XmlContent.Text(xml); break;
                case "height": height = XmlContent.Text(xml); break;
                case "description": description = XmlContent.Mixed(xml).Value; break;
            }
        }

        url ??= Addresses.Resolve(baseAddress, href);
        if ((url ?? title ?? link) is not null) node.Image = new FeedImage(url, title, link, width, height, description);
    }

    public static void ReadTextInput(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        string? title = null, description = null, name = null, link = null;
        while (xml.NextChild(depth))
        {
            switch (xml.LocalName)
            {
                case "title": title = XmlContent.Mixed(xml).Value; break;
                case "description": description = XmlContent.Mixed(xml).Value; break;
                case "name": name = XmlContent.Text(xml); break;
                case "link": link = Addresses.Resolve(xml.Base, XmlContent.Text(xml)); break;
            }
        }

        if ((title ?? description ?? name ?? link) is not null) node.TextInput = new FeedTextInput(title, description, name, link);
    }

    /// <summary>Attributes by the specification; some feeds have elements of the same names.</summary>
    public static void ReadCloud(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        var parts = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in (string[])["domain", "port", "path", "registerProcedure", "protocol"]) parts[name] = xml.Attribute(name);
        while (xml.NextChild(depth))
        {
            var name = xml.LocalName.ToString();
            if (parts.TryGetValue(name, out var known) && known is null) parts[name] = XmlContent.Text(xml);
        }

        node.Cloud = new FeedCloud(parts["domain"], parts["port"], parts["path"], parts["registerProcedure"], parts["protocol"]);
    }

    /// <summary>The texts of <c>hour</c> or <c>day</c> elements.</summary>
    public static List<string> ReadList(XmlScanner xml)
    {
        var depth = xml.Depth;
        var values = new List<string>();
        while (xml.NextChild(depth))
        {
            if (xml.LocalName is "hour" or "day" && XmlContent.Text(xml) is { Length: > 0 } value && values.Count < 24) values.Add(value);
        }

        return values;
    }
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace Aggregator.Reading.Feeds.Opml;

/// <summary>
/// Writes OPML 2.0: a folder for each topic, a feed in every folder it belongs to, which is how feed readers keep tags. Feeds without
/// a topic stand beside the folders. The same feeds give the same bytes.
/// </summary>
public static class OpmlWriter
{
    /// <param name="title">Title of the list.</param>
    /// <param name="made">When it was made.</param>
    /// <param name="feeds">The feeds; characters that XML does not allow are left out of their texts.</param>
    public static string Write(string title, DateTimeOffset made, IReadOnlyList<OpmlFeed> feeds)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Clean(title));
            xml.WriteElementString("dateCreated", made.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var topic in feeds.SelectMany(feed => feed.Topics).Distinct(StringComparer.Ordinal)) Folder(xml, topic, feeds);
            foreach (var feed in feeds.Where(feed => feed.Topics.Count == 0)) Feed(xml, feed);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Folder(XmlWriter xml, string topic, IReadOnlyList<OpmlFeed> feeds)
    {
        xml.WriteStartElement("outline");
        Attribute(xml, "text", topic);
        Attribute(xml, "title", topic);
        foreach (var feed in feeds.Where(feed => feed.Topics.Contains(topic, StringComparer.Ordinal))) Feed(xml, feed);
        xml.WriteEndElement();
    }

    private static void Feed(XmlWriter xml, OpmlFeed feed)
    {
        xml.WriteStartElement("outline");
        Attribute(xml, "type", "rss");
        Attribute(xml, "text", feed.Title ?? feed.XmlUrl);
        Attribute(xml, "title", feed.Title);
        Attribute(xml, "xmlUrl", feed.XmlUrl);
        Attribute(xml, "htmlUrl", feed.HtmlUrl);
        Attribute(xml, "language", feed.Language);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string? value)
    {
        if (value is not null) xml.WriteAttributeString(name, Clean(value));
    }

    /// <summary>XML has no way to write most control characters and halves of surrogate pairs.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune != Rune.ReplacementChar && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))) clean.Append(rune);
        return clean.ToString();
    }
}

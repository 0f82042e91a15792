using System.Text;
using System.Xml;

namespace Aggregator.Publishing;

/// <summary>An issue as an entry of the feed.</summary>
public sealed record FeedEntry(Guid Id, string Title, string Address, DateTimeOffset PublishedAt, string Summary, string Html);

/// <summary>The Atom feed of issues (RFC 4287).</summary>
public static class IssueFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="title">Title of the publication.</param>
    /// <param name="home">The archive.</param>
    /// <param name="self">The feed's own address.</param>
    /// <param name="language">Primary subtag.</param>
    /// <param name="entries">The latest first.</param>
    public static string Write(string title, string home, string self, string language, IReadOnlyList<FeedEntry> entries)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", ns: null, language);
            xml.WriteElementString("title", Atom, Of(title));
            xml.WriteElementString("id", Atom, self);
            xml.WriteElementString("updated", Atom, Time(entries.Count > 0 ? entries[0].PublishedAt : DateTimeOffset.UnixEpoch));
            Link(xml, "self", self);
            Link(xml, "alternate", home);
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, Of(title));
            xml.WriteEndElement();
            foreach (var entry in entries) Entry(xml, entry);
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, Of(entry.Title));
        xml.WriteElementString("id", Atom, $"urn:uuid:{entry.Id}");
        xml.WriteElementString("published", Atom, Time(entry.PublishedAt));
        xml.WriteElementString("updated", Atom, Time(entry.PublishedAt));
        Link(xml, "alternate", entry.Address);
        xml.WriteElementString("summary", Atom, Of(entry.Summary));
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Of(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    /// <summary>Without what XML 1.0 §2.2 does not allow, escaped or not: one such character would break the feed for all readers.</summary>
    private static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
        }

        return kept.ToString();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}

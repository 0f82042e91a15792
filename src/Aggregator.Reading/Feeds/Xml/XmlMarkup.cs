using System.Net;
using System.Text;
using Aggregator.Reading.Feeds.Text;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Writes elements inside a text back as HTML: prefixes and namespaces dropped, addresses absolute.</summary>
internal static class XmlMarkup
{
    /// <summary>Writes from the element on which the scanner stands up to the end of the one at <paramref name="depth"/>.</summary>
    /// <param name="before">The text that stood before.</param>
    public static string Write(XmlScanner xml, int depth, string before, bool dropWrapper)
    {
        var html = new StringBuilder(HtmlText.Escape(before));
        var wrapper = dropWrapper && xml.LocalName is "div" ? depth + 1 : 0;
        do
        {
            if (xml.Token is XmlToken.Text or XmlToken.CData) html.Append(HtmlText.Escape(xml.Text()));
            else if (xml.Depth == wrapper) continue;
            else if (xml.Token == XmlToken.Start) Start(xml, html);
            else End(xml, html);
        }
        while (xml.NextWithin(depth));
        return html.ToString().Trim();
    }

    private static void Start(XmlScanner xml, StringBuilder html)
    {
        html.Append('<').Append(xml.LocalName);
        foreach (var attribute in xml.Attributes)
        {
            var name = xml.Document.Slice(attribute.Name, attribute.NameLength);
            if (name.StartsWith("xml")) continue;
            html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(Value(xml, attribute, name))).Append('"');
        }

        html.Append(IsVoid(xml.LocalName) ? " />" : ">");
    }

    private static string Value(XmlScanner xml, XmlAttribute attribute, ReadOnlySpan<char> name)
    {
        var value = xml.ValueOf(attribute);
        if (name is "srcset") return HtmlLinks.ResolveSet(value, xml.Base);
        if (!HtmlLinks.HoldsAddress(name) || xml.Base is null || value.Length == 0 || Addresses.Scheme(value) > 0) return value;
        return Addresses.Resolve(xml.Base, value) ?? value;
    }

    private static void End(XmlScanner xml, StringBuilder html)
    {
        if (!IsVoid(xml.LocalName)) html.Append("</").Append(xml.LocalName).Append('>');
    }

    /// <summary>HTML 5 section 13.1.2: elements without end tag.</summary>
    private static bool IsVoid(ReadOnlySpan<char> name) => name
        is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr";
}

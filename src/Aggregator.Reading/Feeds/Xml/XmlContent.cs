using System.Text;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Reads what is inside an element, up to and with its end.</summary>
internal static class XmlContent
{
    /// <summary>The text of the element on which the scanner stands, trimmed, without that of elements inside it.</summary>
    public static string Text(XmlScanner xml) => Raw(xml).Trim();

    /// <summary>The same, not trimmed.</summary>
    public static string Raw(XmlScanner xml)
    {
        var depth = xml.Depth;
        var first = "";
        StringBuilder? more = null;
        while (xml.NextWithin(depth))
        {
            if (xml.Depth != depth || xml.Token is not (XmlToken.Text or XmlToken.CData)) continue;
            var text = TextOrNothing(xml);
            if (more is not null) more.Append(text);
            else if (first.Length == 0) first = text;
            else if (text.Length > 0) more = new StringBuilder(first).Append(text);
        }

        return more?.ToString() ?? first;
    }

    /// <summary>
    /// The content of the element on which the scanner stands: its text or, when there are elements inside, all of it as HTML.
    /// </summary>
    /// <param name="dropWrapper">True to leave out the div around XHTML content, which is not part of it (RFC 4287 section 4.1.3.3).</param>
    /// <returns>The trimmed value, and whether it is markup.</returns>
    public static (string Value, bool IsMarkup) Mixed(XmlScanner xml, bool dropWrapper)
    {
        var depth = xml.Depth;
        var first = "";
        StringBuilder? more = null;
        while (xml.NextWithin(depth))
        {
            if (xml.Token == XmlToken.Start) return (XmlMarkup.Write(xml, depth, more?.ToString() ?? first, dropWrapper), true);
            var text = TextOrNothing(xml);
            if (more is not null) more.Append(text);
            else if (first.Length == 0) first = text;
            else if (text.Length > 0) more = new StringBuilder(first).Append(text);
        }

        return ((more?.ToString() ?? first).Trim(), false);
    }

    /// <summary>White space around CDATA and elements is layout: it is not worth a string.</summary>
    private static string TextOrNothing(XmlScanner xml) => xml.Document[xml.TextRange].IsWhiteSpace() ? "" : xml.Text();
}

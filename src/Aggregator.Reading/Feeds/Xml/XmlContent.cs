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
        JoinedText text = default;
        while (xml.NextWithin(depth))
        {
            if (xml.Depth == depth && xml.Token is XmlToken.Text or XmlToken.CData) text.Add(xml);
        }

        return text.ToString();
    }

    /// <summary>
    /// The content of the element on which the scanner stands: its text or, when there are elements inside, all of it as HTML.
    /// </summary>
    /// <param name="dropWrapper">True to leave out the div around XHTML content, which is not part of it (RFC 4287 section 4.1.3.3).</param>
    /// <returns>The trimmed value, and whether it is markup.</returns>
    public static (string Value, bool IsMarkup) Mixed(XmlScanner xml, bool dropWrapper)
    {
        var depth = xml.Depth;
        JoinedText text = default;
        while (xml.NextWithin(depth))
        {
            if (xml.Token == XmlToken.Start) return (XmlMarkup.Write(xml, depth, text.ToString(), dropWrapper), true);
            text.Add(xml);
        }

        return (text.ToString().Trim(), false);
    }
}

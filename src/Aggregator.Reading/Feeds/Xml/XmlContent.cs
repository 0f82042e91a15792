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

        return xml.Repaired(text.ToString());
    }

    /// <summary>
    /// The content of the element on which the scanner stands: its text or, when there are elements inside, all of it as HTML.
    /// </summary>
    /// <param name="form">How elements inside are written.</param>
    public static MixedContent Mixed(XmlScanner xml, MarkupForm form = MarkupForm.Xhtml)
    {
        var depth = xml.Depth;
        JoinedText text = default;
        while (xml.NextWithin(depth))
        {
            if (xml.Token == XmlToken.Start)
            {
                var (html, wasEscaped) = XmlMarkup.Write(xml, depth, text.ToString(), form);
                return new(xml.Repaired(html), wasEscaped ? ContentKind.EscapedMarkup : ContentKind.Markup);
            }

            text.Add(xml);
        }

        return new(xml.Repaired(text.ToString().Trim()), text.HasCData ? ContentKind.CData : ContentKind.Text);
    }
}

/// <summary>What an element holds.</summary>
/// <param name="Value">Trimmed: text, or HTML where there is markup.</param>
internal readonly record struct MixedContent(string Value, ContentKind Kind);

/// <summary>How the content of an element was written.</summary>
internal enum ContentKind
{
    Text,

    /// <summary>Text, some of it in a CDATA section.</summary>
    CData,

    /// <summary>Elements.</summary>
    Markup,

    /// <summary>One element around text that is markup itself, escaped: the markup.</summary>
    EscapedMarkup,
}

/// <summary>What elements inside a text mean.</summary>
internal enum MarkupForm
{
    /// <summary>They are the markup.</summary>
    Xhtml,

    /// <summary>The same; the div around all is no part of it (RFC 4287 section 4.1.3.3).</summary>
    WrappedXhtml,

    /// <summary>The text should be escaped HTML: where that stands in one element alone, the element is no part of it.</summary>
    EscapedHtml,
}

using Aggregator.Reading.Feeds.Text;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Writes elements inside a text back as HTML: prefixes and namespaces dropped, addresses absolute.</summary>
internal static class XmlMarkup
{
    /// <summary>Writes from the element on which the scanner stands up to the end of the one at <paramref name="depth"/>.</summary>
    /// <param name="before">The text that stood before.</param>
    /// <returns>The HTML, and whether it is what stood escaped in the one element there was.</returns>
    public static (string Html, bool WasEscaped) Write(XmlScanner xml, int depth, string before, MarkupForm form)
    {
        var html = new PooledText();
        html.AppendEscaped(before);
        var wrapper = form == MarkupForm.WrappedXhtml && xml.LocalName is "div" ? depth + 1 : 0;
        JoinedText inner = default;
        var elements = 0;
        do
        {
            if (xml.Token is XmlToken.Text or XmlToken.CData)
            {
                Text(xml, ref html);
                if (form == MarkupForm.EscapedHtml && elements == 1) inner.Add(xml);
            }
            else if (xml.Depth == wrapper) continue;
            else if (xml.Token == XmlToken.End) End(xml, ref html);
            else
            {
                elements++;
                Start(xml, ref html);
            }
        }
        while (xml.NextWithin(depth));

        var written = html.TakeTrimmed();
        return elements == 1 && string.IsNullOrWhiteSpace(before) && inner.ToString() is var escaped && HtmlText.IsLikelyHtml(escaped)
            ? (escaped.Trim(), true) : (written, false);
    }

    private static void Text(XmlScanner xml, ref PooledText html)
    {
        // Most texts have nothing in them that HTML would write differently, and are copied as they stand.
        var raw = xml.Document[xml.TextRange];
        if (References.IsPlain(raw)) html.AppendEscaped(raw);
        else html.AppendEscaped(xml.Text());
    }

    private static void Start(XmlScanner xml, ref PooledText html)
    {
        html.Append('<');
        html.Append(xml.LocalName);
        foreach (var attribute in xml.Attributes)
        {
            var name = xml.Document.Slice(attribute.Name, attribute.NameLength);
            if (name.StartsWith("xml")) continue;
            html.Append(' ');
            html.Append(name);
            html.Append("=\"");
            html.AppendEscaped(Value(xml, attribute, name));
            html.Append('"');
        }

        html.Append(IsVoid(xml.LocalName) ? " />" : ">");
    }

    private static ReadOnlySpan<char> Value(XmlScanner xml, XmlAttribute attribute, ReadOnlySpan<char> name)
    {
        var raw = xml.Document.Slice(attribute.Value, attribute.ValueLength);
        var isAddress = HtmlLinks.HoldsAddress(name) && xml.TextBase is not null && raw.Length > 0 && Addresses.Scheme(raw) == 0;
        if (!isAddress && name is not "srcset") return References.IsPlain(raw) ? raw : xml.ValueOf(attribute);
        var value = xml.ValueOf(attribute);
        return isAddress ? Addresses.Resolve(xml.TextBase, value) ?? value : HtmlLinks.ResolveSet(value, xml.TextBase);
    }

    private static void End(XmlScanner xml, ref PooledText html)
    {
        if (IsVoid(xml.LocalName)) return;
        html.Append("</");
        html.Append(xml.LocalName);
        html.Append('>');
    }

    /// <summary>HTML 5 section 13.1.2: elements without end tag.</summary>
    private static bool IsVoid(ReadOnlySpan<char> name) => name
        is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr";
}

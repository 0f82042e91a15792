using System.Runtime.InteropServices;
using System.Text;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>Joins the texts of an element: mostly there is one, which stays the string it is; a flood of pieces is no flood of copies.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct JoinedText
{
    private string? first;
    private StringBuilder? more;

    /// <summary>Whether some of it stood in a CDATA section: who writes one means to write markup.</summary>
    public bool HasCData { get; private set; }

    /// <summary>Adds the text on which the scanner stands. White space around CDATA and elements is layout: it is not worth a string.</summary>
    /// <param name="between">What parts it from the text before.</param>
    public void Add(XmlScanner xml, string between = "")
    {
        if (xml.Document[xml.TextRange].IsWhiteSpace()) return;
        HasCData |= xml.Token == XmlToken.CData;
        var text = xml.Text();
        if (first is null) first = text;
        else (more ??= new StringBuilder(first)).Append(between).Append(text);
    }

    /// <summary>The text, not trimmed; empty when there is none.</summary>
    public override readonly string ToString() => more?.ToString() ?? first ?? "";
}

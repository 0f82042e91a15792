using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads categories: RSS has the term inside and its vocabulary in <c>domain</c>, Atom has both in attributes, iTunes nests them.</summary>
internal static class CategoryReader
{
    public static void Read(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        var scheme = Trimmed(xml.Attribute("scheme") ?? xml.Attribute("domain"));
        var label = Trimmed(xml.Attribute("label"));
        var term = Trimmed(xml.Attribute("term") ?? xml.Attribute("text"));
        if (xml.Vocabulary == Vocabulary.ITunes) scheme ??= "http://www.itunes.com/";
        Add(node, term, scheme, term is null ? null : label);

        JoinedText text = default;
        while (xml.NextWithin(depth))
        {
            if (xml.Token is XmlToken.Text or XmlToken.CData && xml.Depth == depth) text.Add(xml);
            else if (xml.Token == XmlToken.Start && xml.LocalName is "category") Add(node, Trimmed(xml.Attribute("text")), scheme, null);
        }

        if (term is null) Add(node, Trimmed(xml.Repaired(text.ToString())) ?? label, scheme, label);
    }

    /// <summary>Reads a list of keywords with commas between.</summary>
    public static void ReadKeywords(XmlScanner xml, WireNode node)
    {
        var scheme = xml.Vocabulary == Vocabulary.ITunes ? "http://www.itunes.com/" : null;
        foreach (var word in XmlContent.Text(xml).Split(',')) Add(node, Trimmed(word), scheme, null);
    }

    private static void Add(WireNode node, string? term, string? scheme, string? label)
    {
        if (term is not null) CoreElements.Add(node.Categories ??= [], new FeedCategory(term, scheme, label));
    }

    private static string? Trimmed(string? value) => value?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}

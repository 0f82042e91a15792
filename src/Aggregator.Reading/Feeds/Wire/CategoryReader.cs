using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads categories: RSS has the term inside and its vocabulary in <c>domain</c>, Atom has both in attributes, iTunes nests them.</summary>
internal static class CategoryReader
{
    private static readonly char[] Marks = ['/', '_', '-', '#', '.', ':', '?', '=', '&'];

    public static void Read(XmlScanner xml, WireNode node) => Read(xml, node, isKeyword: false);

    /// <summary>Reads a subject of Dublin Core: what the text is about.</summary>
    public static void ReadSubject(XmlScanner xml, WireNode node) => Read(xml, node, isKeyword: true);

    private static void Read(XmlScanner xml, WireNode node, bool isKeyword)
    {
        var depth = xml.Depth;
        var scheme = Trimmed(xml.Attribute("scheme") ?? xml.Attribute("domain"));
        var label = Trimmed(xml.Attribute("label"));
        var term = Trimmed(xml.Attribute("term") ?? xml.Attribute("text"));
        if (xml.Vocabulary == Vocabulary.ITunes) scheme ??= "http://www.itunes.com/";
        Add(node, term, scheme, term is null ? null : label, isKeyword);

        JoinedText text = default;
        while (xml.NextWithin(depth))
        {
            if (xml.Token is XmlToken.Text or XmlToken.CData && xml.Depth == depth) text.Add(xml);
            else if (xml.Token == XmlToken.Start && xml.LocalName is "category") Add(node, Trimmed(xml.Attribute("text")), scheme, null, isKeyword);
        }

        if (term is null) Add(node, Trimmed(xml.Repaired(text.ToString())) ?? label, scheme, label, isKeyword);
    }

    /// <summary>Reads a list of keywords with commas between.</summary>
    public static void ReadKeywords(XmlScanner xml, WireNode node)
    {
        var scheme = xml.Vocabulary == Vocabulary.ITunes ? "http://www.itunes.com/" : null;
        foreach (var word in XmlContent.Text(xml).Split(',')) Add(node, Trimmed(word), scheme, null, isKeyword: true);
    }

    /// <summary>Adds a category, unless it is there already as one or the other kind.</summary>
    public static void Add(WireNode node, string? term, string? scheme, string? label, bool isKeyword = false)
    {
        if (term is null) return;
        var category = new FeedCategory(term, scheme, label) { IsKeyword = isKeyword || IsOfTags(scheme) };
        var known = node.Categories ??= [];
        if (!known.Contains(category with { IsKeyword = !category.IsKeyword })) CoreElements.Add(known, category);
    }

    /// <summary>A vocabulary of tags by its name: WordPress writes <c>domain="post_tag"</c>, others the address of their tags.</summary>
    private static bool IsOfTags(string? scheme) =>
        scheme?.Split(Marks, StringSplitOptions.RemoveEmptyEntries).Any(word => word.ToUpperInvariant() is "TAG" or "TAGS" or "KEYWORD" or "KEYWORDS") == true;

    private static string? Trimmed(string? value) => value?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}

using System.Xml;

namespace Aggregator.Reading.Feeds.Opml;

/// <summary>An outline as the file has it: values trimmed, names without regard to case, because files differ in it.</summary>
internal sealed record OpmlAttributes(
    string? Text, string? Title, string? Type, string? XmlUrl, string? HtmlUrl, string? Language, string? Category)
{
    public static OpmlAttributes Of(XmlReader xml)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (xml.MoveToNextAttribute()) values.TryAdd(xml.LocalName, xml.Value.Trim());
        xml.MoveToElement();
        string? Value(string name) => values.GetValueOrDefault(name);
        return new(Value("text"), Value("title"), Value("type"), Value("xmlUrl"), Value("htmlUrl"), Value("language"), Value("category"));
    }
}

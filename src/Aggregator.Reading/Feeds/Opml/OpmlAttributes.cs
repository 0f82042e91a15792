using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Opml;

/// <summary>An outline as the file has it: values trimmed, names without regard to case, because files differ in it.</summary>
internal sealed record OpmlAttributes(
    string? Text, string? Title, string? Type, string? XmlUrl, string? HtmlUrl, string? Language, string? Category)
{
    public static OpmlAttributes Of(XmlScanner xml)
    {
        string? Value(string name) => xml.Attribute(name) is { } value ? xml.Repaired(value.Trim()) : null;
        return new(Value("text"), Value("title"), Value("type"), Value("xmlUrl"), Value("htmlUrl"), Value("language"), Value("category"));
    }
}

using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Rss;

/// <summary>Which of the RSS formats a document is in.</summary>
internal static class RssFormat
{
    /// <summary>By the version attribute of <c>rss</c>: 2.0.1 and 2.1 are 2.0, an unknown one is only "rss".</summary>
    public static string OfVersion(string? version) => version?.Trim() switch
    {
        "0.90" => "rss0.90",
        "0.91" => "rss0.91",
        "0.92" => "rss0.92",
        "0.93" => "rss0.93",
        "0.94" => "rss0.94",
        "1.0" => FeedFormats.Rss10,
        { } v when v.StartsWith("2.", StringComparison.Ordinal) || v == "2" => "rss2.0",
        _ => "rss",
    };

    /// <summary>By the namespaces declared on <c>rdf:RDF</c>.</summary>
    public static string OfNamespaces(XmlScanner xml)
    {
        foreach (var attribute in xml.Attributes)
        {
            var value = xml.Document.Slice(attribute.Value, attribute.ValueLength);
            if (value.Contains("netscape.com/rdf/simple/0.9", StringComparison.OrdinalIgnoreCase)) return "rss0.90";
        }

        return FeedFormats.Rss10;
    }
}

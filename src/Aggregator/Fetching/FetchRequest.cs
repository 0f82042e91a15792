namespace Aggregator.Fetching;

/// <summary>What to get.</summary>
/// <param name="Url">An http or https address.</param>
/// <param name="ETag">Validator of an earlier answer from the same address, sent back as it came.</param>
/// <param name="LastModified">The same.</param>
/// <param name="ValidatorsUrl">The address they came from: they are sent there and nowhere else.</param>
/// <param name="Accept">The Accept header.</param>
public sealed record FetchRequest(string Url, string? ETag = null, string? LastModified = null, string? ValidatorsUrl = null, string Accept = FetchRequest.Feeds)
{
    /// <summary>Fields to post as a form; null gets the address. A form follows no redirect but 307 and 308.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    public const string Feeds = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.7, */*;q=0.5";

    public const string Pages = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";
}

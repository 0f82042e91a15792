using Aggregator.Reading.Html;

namespace Aggregator.Intake;

/// <summary>The feed that a page names in its head (<c>link rel="alternate"</c>, RSS autodiscovery).</summary>
internal static class NamedFeed
{
    private static readonly string[] Types = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];

    /// <returns>Its absolute address, or null when the page names none.</returns>
    public static string? In(string html, Uri address)
    {
        var page = SafeHtml.Parse(html, address);
        foreach (var link in page.Document?.QuerySelectorAll("link[rel~=alternate][href][type]") ?? Enumerable.Empty<AngleSharp.Dom.IElement>())
        {
            if (!Types.Contains(link.GetAttribute("type")!.Trim(), StringComparer.OrdinalIgnoreCase)) continue;
            if (Uri.TryCreate(address, link.GetAttribute("href"), out var feed) && feed.Scheme.StartsWith("http", StringComparison.Ordinal)) return feed.AbsoluteUri;
        }

        return null;
    }
}

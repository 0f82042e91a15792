using Aggregator.Reading.Urls;
using AngleSharp.Dom;

namespace Aggregator.Reading.Feeds.Discovery;

/// <summary>The links of a page that lead to feeds, by what their addresses look like or by what their labels say.</summary>
internal static class LinkedFeeds
{
    /// <summary>Links that are looked at: no page of links has more.</summary>
    private const int MostLinks = 5_000;

    private const int LongestName = 200;

    private static readonly string[] Names = ["rss", "feed", "atom"];
    private static readonly string[] Parameters = ["page=backend", "feed=rss", "format=feed"];

    /// <summary>In the order of the page.</summary>
    /// <param name="baseAddress">What the links are relative to.</param>
    /// <param name="address">Where the page was read.</param>
    public static IEnumerable<FeedCandidate> Of(IDocument page, Uri baseAddress, Uri address)
    {
        var site = RegistrableHost.Of(address.IdnHost);
        foreach (var link in page.QuerySelectorAll("a[href]").Take(MostLinks))
        {
            var href = link.GetAttribute("href")!.Trim();
            if (FeedDiscovery.Reference(baseAddress, href) is not { } url || IsHere(url, address)) continue;
            var isOurs = RegistrableHost.Of(url.IdnHost) == site || url.IdnHost.Contains("feedburner", StringComparison.OrdinalIgnoreCase);
            var says = isOurs && (LooksLikeFeed(url) || IsFeedScheme(href)) ? FeedLabelKind.Name : FeedLabel.KindOf(link);
            if (says == FeedLabelKind.Name || (says == FeedLabelKind.Word && isOurs))
                yield return new FeedCandidate(url.AbsoluteUri, FeedLabel.NameOf(link) is { Length: <= LongestName } name ? name : null, FeedOrigin.Linked);
        }
    }

    private static bool IsFeedScheme(string href) => href.StartsWith("feed:", StringComparison.OrdinalIgnoreCase);

    private static bool IsHere(Uri url, Uri address) => url.GetLeftPart(UriPartial.Query) == address.GetLeftPart(UriPartial.Query);

    private static bool LooksLikeFeed(Uri url)
    {
        var path = url.AbsolutePath.TrimEnd('/').ToLowerInvariant();
        var last = path[(path.LastIndexOf('/') + 1)..];
        var ending = last[(last.LastIndexOf('.') + 1)..];
        return last is "feed" or "feeds" or "rss" or "atom" or "feed.xml" or "feed.json" or "index.rdf" or "backend.php"
            || path.Contains("/rss/", StringComparison.Ordinal) || path.Contains("/atom/", StringComparison.Ordinal)
            || (ending is "rss" or "atom" && ending.Length < last.Length)
            || (ending == "xml" && Array.Exists(Names, name => last.Contains(name, StringComparison.Ordinal)))
            || Array.Exists(Parameters, parameter => url.Query.Contains(parameter, StringComparison.Ordinal));
    }
}

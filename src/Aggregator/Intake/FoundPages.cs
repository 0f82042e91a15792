using Aggregator.Fetching;
using Aggregator.Reading.Feeds.Discovery;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;
using Aggregator.Reading.Pages.Sitemaps;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>Says of a page or a sitemap what somebody wants to know who thinks of following it. Pure.</summary>
internal static class FoundPages
{
    /// <summary>What <see cref="FoundFeed.Format"/> says of them.</summary>
    public const string Page = "page", Sitemap = "sitemap";

    /// <returns>The page or the sitemap; null when it is neither, or nothing that goes on: one article is no source.</returns>
    /// <param name="response">A good answer.</param>
    /// <param name="url">What would be followed.</param>
    public static FoundFeed? Of(FetchResponse response, string url) =>
        SitemapReader.Read(response.Body) is { } map ? OfSitemap(map, url)
        : SafeHtml.Decode(response.Body.Span, response.ContentType) is var page && SourceReader.IsHtml(page) ? OfPage(PageReader.Read(page, new Uri(response.FinalUrl)), url)
        : null;

    private static FoundFeed? OfSitemap(SitemapReading map, string url) => Found(
        Sitemap, url, null, map.Pages.Select(page => page.Language).FirstOrDefault(language => language is not null),
        [.. map.Pages.Select(page => new FoundEntry(page.Title is { Length: > 0 } title ? title : AddressTitle.Of(page.Url), page.Url, page.Published))]);

    private static FoundFeed? OfPage(PageReading page, string url) =>
        page.Kind is PageKind.Nothing || (page.Kind is PageKind.Article && page.Issue is null) ? null
        : Found(Page, url, page.Title, page.Language, [.. page.Entries.Select(entry => new FoundEntry(FoundFeeds.Cut(entry.Title, FoundFeeds.LongestTitle)!, entry.Url, entry.Published))]);

    private static FoundFeed? Found(string format, string url, string? title, string? language, List<FoundEntry> entries) => entries.Count == 0 ? null
        : new(
            url, FoundFeeds.Cut(title, FoundFeeds.LongestTitle) ?? new Uri(url).Host, null, language, format, FeedOrigin.Itself, IsAboutComments: false, entries.Count,
            FoundFeeds.PerDay([.. entries.Select(entry => entry.Published).OfType<DateTimeOffset>()]), [.. entries.Take(FoundFeeds.Previewed)]) { Kind = SourceKind.Page };
}

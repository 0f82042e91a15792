using Aggregator.Fetching;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Feeds.Discovery;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;
using Aggregator.Reading.Pages.Sitemaps;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>What an answer from a source's address holds: arrivals, or the problem that a person should know.</summary>
/// <param name="Arrivals">Its entries, newest first as a rule; empty with a problem.</param>
/// <param name="Hints">When the feed wants to be visited.</param>
/// <param name="Problem">Why there are no entries.</param>
public sealed record SourceReading(IReadOnlyList<Arrival> Arrivals, FeedHints Hints = default, FetchProblem? Problem = null)
{
    /// <summary>Who tells what is new in it; null when nobody does.</summary>
    public HubLinks? Hub { get; init; }

    /// <summary>Addresses that belong to the same reading: the newest parts of a sitemap index.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>A part may change and the index stay as it is: it does not date it.</summary>
    public bool HasUndatedParts { get; init; }

    /// <summary>It was read as a page, which is made for people: whether a program may read it is the host's to say.</summary>
    public bool IsPage { get; init; }

    /// <summary>The page of older entries, worth a look at the first visit.</summary>
    public string? Older { get; init; }

    /// <summary>Reads some of its arrivals to their end.</summary>
    /// <returns>Itself.</returns>
    public SourceReading Complete(IReadOnlyList<Arrival> arrivals)
    {
        foreach (var arrival in arrivals) arrival.Complete();
        return this;
    }
}

/// <summary>Reads what a source answered. Pure.</summary>
public static class SourceReader
{
    /// <summary>Parts of a sitemap index read at one visit, the newest.</summary>
    private const int MostParts = 3;

    /// <param name="response">A good answer with a body.</param>
    /// <param name="language">The source's own language, for entries that do not say.</param>
    /// <param name="kind">What a person says that stands there.</param>
    /// <param name="rules">Selectors that correct how a page is read.</param>
    public static SourceReading Read(FetchResponse response, string? language, SourceKind kind = SourceKind.Auto, PageRules? rules = null)
    {
        if (response.Body.IsEmpty) return Failed(PollError.EmptyBody);
        var address = new Uri(response.FinalUrl);
        var feed = FeedParser.Parse(response.Body, address, response.ContentType, response.ContentLocation);
        if (!feed.IsFeed) return NoFeed(response, address, feed, language, rules is null ? kind : SourceKind.Page, rules);

        var reader = new EntryReader(address, FeedLanguages.Of(feed, language), SharedLinks(feed));
        var arrivals = new List<Arrival>();
        foreach (var item in feed.Items)
            if (reader.Read(item) is { } arrival)
                arrivals.Add(arrival);
        return new(arrivals, feed.Schedule is { } schedule ? FeedHints.Of(schedule.TimeToLive, schedule.SkipHours, schedule.SkipDays) : default)
        {
            Hub = HubLinks.Find(response.Link, feed.Details.Links, address),
        };
    }

    /// <summary>
    /// Links that are the address of no item: several items have them (a podcast's site, a ticker's page), they are the feed's own page,
    /// or the item says itself that it is a part of what stands there (a guid that goes on with "#").
    /// </summary>
    private static HashSet<string> SharedLinks(Feed feed)
    {
        var linked = feed.Items.Where(item => item.Link is not null).ToList();
        var ofSeveral = linked.GroupBy(item => item.Link!, StringComparer.Ordinal)
            .Where(same => same.Select(item => item.Title).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(same => same.Key);
        return [.. ofSeveral, .. linked.Where(item => item.Link == feed.Link || IsPart(item)).Select(item => item.Link!)];
    }

    private static bool IsPart(FeedItem item) => item.Id?.StartsWith($"{item.Link}#", StringComparison.Ordinal) == true;

    private static SourceReading NoFeed(FetchResponse response, Uri address, Feed feed, string? language, SourceKind kind, PageRules? rules)
    {
        if (SitemapReader.Read(response.Body) is { } map)
        {
            return new(PageArrivals.Of(map, language))
            {
                Parts = [.. map.Parts.Take(MostParts).Select(part => part.Url)], HasUndatedParts = map.Parts.Any(part => part.Changed is null),
            };
        }

        var page = SafeHtml.Decode(response.Body.Span, response.ContentType);
        if (!IsHtml(page))
            return Failed(PollError.Unreadable, feed.Diagnostics.Count > 0 ? feed.Diagnostics[0].Message : feed.Format);
        // A feed says more, and says it more plainly, than the page that names it; who wants the page all the same, says so.
        return kind != SourceKind.Page && Named(page, address, response.Link) is { } named ? Failed(PollError.PageNamesFeed, named.Url)
            : kind == SourceKind.Feed ? Failed(PollError.NotAFeed) : OfPage(PageReader.Read(page, address, rules), address, language, kind);
    }

    internal static bool IsHtml(string page) => page.Contains("<html", StringComparison.OrdinalIgnoreCase) || page.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);

    private static FeedCandidate? Named(string page, Uri address, string? linkHeader) =>
        FeedDiscovery.InPage(page, address, linkHeader).Where(feed => feed.Origin == FeedOrigin.Named).OrderBy(feed => feed.IsAboutComments).FirstOrDefault();

    private static SourceReading OfPage(PageReading reading, Uri address, string? language, SourceKind kind)
    {
        if (reading.Kind == PageKind.Nothing) return Failed(kind == SourceKind.Page ? PollError.EmptyPage : PollError.NotAFeed);
        // One article is no source, unless a person says so or it is the latest issue of a press review.
        if (reading.Kind == PageKind.Article && reading.Issue is null && kind != SourceKind.Page) return Failed(PollError.NotAFeed);
        return new(PageArrivals.Of(reading, address, language)) { Older = reading.Older, IsPage = true };
    }

    private static SourceReading Failed(PollError error, string? detail = null) => new([], Problem: new(error, detail));

    internal static string? PrimarySubtag(string? tag) =>
        string.IsNullOrWhiteSpace(tag) ? null : tag.Trim().Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } primary ? primary : null;
}

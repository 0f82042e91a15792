using Aggregator.Fetching;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Feeds.Discovery;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages.Sitemaps;
using Aggregator.Reading.Urls;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>
/// Looks at an address somebody pasted and says what can be followed there: the feed it is, or the feeds it has, read and ranked; without any,
/// the page or the sitemap itself. Asks as a person would, one address after the other, few of them; stores nothing. Never throws for what the
/// site does.
/// </summary>
/// <param name="fetcher">Asks.</param>
/// <param name="robots">Whether a program may read a page; null on the command line, where a person reads one page once and there is no database.</param>
/// <param name="guard">Reads.</param>
/// <param name="clock">Tells how long somebody waits.</param>
public sealed class DiscoverFeeds(Fetcher fetcher, RobotsDesk? robots, ReadingGuard guard, TimeProvider clock)
{
    /// <summary>How long somebody waits for an answer; what was found by then is the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>
    /// Candidates that are asked of those we have reason to expect a feed from, and of those that are only tried. A page that links to more
    /// is a list of feeds: more of it are asked.
    /// </summary>
    private const int MostExpected = 8, MostUsual = 10, MostListed = 24;

    public async Task<Discovered> RunAsync(string? pasted, CancellationToken stop)
    {
        if (FeedDiscovery.Address(pasted) is not { } address) return new(null, [], new(PollError.BadAddress, Short(pasted)));
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        var found = new List<FoundFeed>();
        FetchProblem? problem = null;
        try
        {
            problem = await LookAsync(address, found, both.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            problem = new(PollError.Timeout, $"{Patience.TotalSeconds:0} s");
        }

        return found.Count > 0 ? new(address.AbsoluteUri, FoundRanking.Of(found, clock.GetUtcNow())) : new(address.AbsoluteUri, [], problem);
    }

    /// <summary>Adds what is found; says why when that is nothing.</summary>
    private async Task<FetchProblem?> LookAsync(Uri address, List<FoundFeed> found, CancellationToken stop)
    {
        var response = await fetcher.GetAsync(new(address.AbsoluteUri), stop);
        if (response.Problem is null && await ReadAsync(response, new(address.AbsoluteUri, null, FeedOrigin.Itself), stop) is { } itself)
        {
            found.Add(itself);
            return null;
        }

        var final = new Uri(response.FinalUrl);
        var page = response.Problem is null ? SafeHtml.Decode(response.Body.Span, response.ContentType) : "";
        var expected = FeedDiscovery.ByRules(address).Concat(FeedDiscovery.ByRules(final))
            .Concat(FeedDiscovery.InPage(page, final, response.Link)).ToList();
        if (await AskAsync(Expected(expected), found, stop, all: true) is { } list)
            await AskAsync(Expected(FeedDiscovery.InPage(list.Page, list.Address, list.Link)), found, stop, all: true);
        if (found.Count > 0) return null;
        // A site that does not answer at all has no feed at its usual places either.
        if (response.Status is null) return response.Problem;
        await AskAsync(FeedDiscovery.AtUsualPaths(final).Take(MostUsual), found, stop, all: false);
        return found.Count > 0 ? null : response.Problem ?? await LookAtPageAsync(address.AbsoluteUri, response, found, stop);
    }

    /// <summary>Adds the page or the sitemap itself, of an index what its newest part lists.</summary>
    private async Task<FetchProblem?> LookAtPageAsync(string url, FetchResponse response, List<FoundFeed> found, CancellationToken stop)
    {
        var part = await guard.ReadAsync(url, () => SitemapReader.Read(response.Body) is { Pages: [], Parts: [var newest, ..] } ? newest.Url : null, _ => null, stop);
        var shown = part is null ? response : await fetcher.GetAsync(new(part), stop);
        if (shown.Problem is { } problem) return problem;
        if (await guard.ReadAsync(url, () => FoundPages.Of(shown, url), _ => null, stop) is not { } page) return new(PollError.NotAFeed);
        if (robots is not null && await robots.ForbidsAsync(response.FinalUrl, stop) is { } forbidden) return forbidden;
        found.Add(page);
        return null;
    }

    /// <summary>Articles before comments; of a list of feeds more than of the links of any page.</summary>
    private static IEnumerable<FeedCandidate> Expected(IReadOnlyList<FeedCandidate> candidates) =>
        candidates.OrderBy(feed => feed.IsAboutComments)
            .Take(candidates.Count(feed => feed.Origin == FeedOrigin.Linked) > MostExpected ? MostListed : MostExpected);

    /// <summary>Asks one after the other and adds what is a feed.</summary>
    /// <returns>When there was none: the first page that the links led to, for "RSS" leads to a list of feeds as often as to one.</returns>
    private async Task<LinkedPage?> AskAsync(IEnumerable<FeedCandidate> candidates, List<FoundFeed> found, CancellationToken stop, bool all)
    {
        LinkedPage? list = null;
        var asked = candidates.DistinctBy(feed => UrlKey.Of(feed.Url), StringComparer.Ordinal).ToList();
        foreach (var candidate in asked)
        {
            // Who has its named feeds needs no guesses; a list of feeds is asked to its end.
            var isGuess = candidate.Origin == FeedOrigin.Linked && asked.Count <= MostExpected;
            if (found.Count > 0 && (!all || (isGuess && found.Exists(feed => feed.Origin < FeedOrigin.Linked)))) return null;
            var response = await fetcher.GetAsync(new(candidate.Url), stop);
            if (response.Problem is not null) continue;
            if (await ReadAsync(response, candidate, stop) is { } feed) found.Add(feed);
            else if (candidate.Origin == FeedOrigin.Linked) list ??= LinkedPage.Of(response);
        }

        return found.Count == 0 ? list : null;
    }

    /// <summary>A page that may list feeds.</summary>
    private sealed record LinkedPage(string Page, Uri Address, string? Link)
    {
        public static LinkedPage? Of(FetchResponse response)
        {
            var page = SafeHtml.Decode(response.Body.Span, response.ContentType);
            return SourceReader.IsHtml(page) ? new(page, new Uri(response.FinalUrl), response.Link) : null;
        }
    }

    private Task<FoundFeed?> ReadAsync(FetchResponse response, FeedCandidate candidate, CancellationToken stop) => guard.ReadAsync(
        candidate.Url,
        () => FeedParser.Parse(response.Body, new Uri(response.FinalUrl), response.ContentType, response.ContentLocation) is { IsFeed: true } feed ? FoundFeeds.Of(feed, candidate) : null,
        _ => null,
        stop);

    private static string Short(string? text) => text?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 80)] : "";
}

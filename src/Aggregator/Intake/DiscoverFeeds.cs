using Aggregator.Fetching;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Feeds.Discovery;
using Aggregator.Reading.Html;
using Aggregator.Reading.Urls;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>
/// Looks at an address somebody pasted and says what can be followed there: the feed it is, or the feeds it has, read and ranked. Asks as a
/// person would, one address after the other, few of them; stores nothing. Never throws for what the site does.
/// </summary>
public sealed class DiscoverFeeds(Fetcher fetcher, ReadingGuard guard, TimeProvider clock)
{
    /// <summary>How long somebody waits for an answer; what was found by then is the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>Candidates that are asked of those we have reason to expect a feed from, and of those that are only tried.</summary>
    private const int MostExpected = 8, MostUsual = 10;

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
        var expected = FeedDiscovery.ByRules(address).Concat(FeedDiscovery.ByRules(final)).Concat(FeedDiscovery.InPage(page, final)).ToList();
        await AskAsync(expected.OrderBy(feed => feed.IsAboutComments).Take(MostExpected), found, stop, all: true);
        if (found.Count > 0) return null;
        // A site that does not answer at all has no feed at its usual places either.
        if (response.Status is null) return response.Problem;
        await AskAsync(FeedDiscovery.AtUsualPaths(final).Take(MostUsual), found, stop, all: false);
        return response.Problem ?? new FetchProblem(PollError.NotAFeed);
    }

    private async Task AskAsync(IEnumerable<FeedCandidate> candidates, List<FoundFeed> found, CancellationToken stop, bool all)
    {
        foreach (var candidate in candidates.DistinctBy(feed => UrlKey.Of(feed.Url), StringComparer.Ordinal).ToList())
        {
            if (found.Count > 0 && (!all || (candidate.Origin == FeedOrigin.Linked && found.Exists(feed => feed.Origin < FeedOrigin.Linked)))) return;
            var response = await fetcher.GetAsync(new(candidate.Url), stop);
            if (response.Problem is null && await ReadAsync(response, candidate, stop) is { } feed) found.Add(feed);
        }
    }

    private Task<FoundFeed?> ReadAsync(FetchResponse response, FeedCandidate candidate, CancellationToken stop) => guard.ReadAsync(
        candidate.Url,
        () => FeedParser.Parse(response.Body, new Uri(response.FinalUrl), response.ContentType, response.ContentLocation) is { IsFeed: true } feed ? FoundFeeds.Of(feed, candidate) : null,
        _ => null,
        stop);

    private static string Short(string? text) => text?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 80)] : "";
}

using System.Collections.Concurrent;
using Aggregator.Fetching;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;

namespace Aggregator.Intake;

/// <summary>
/// Reads a source's page by rules that are not saved yet. Stores nothing but, for some minutes and in memory, the page: somebody who tries a dozen
/// selectors does not ask the publisher a dozen times.
/// </summary>
public sealed class PagePreview(Fetcher fetcher, RobotsDesk robots, ReadingGuard guard, TimeProvider clock)
{
    private const int MostHeld = 8;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (FetchResponse Response, DateTimeOffset Until)> held = new(StringComparer.Ordinal);

    /// <returns>What the page is and its entries, or why there is none.</returns>
    public async Task<(PageReading Reading, FetchProblem? Problem)> RunAsync(string url, PageRules? rules, CancellationToken stop)
    {
        if (await robots.ForbidsAsync(url, stop) is { } forbidden) return (new(), forbidden);
        var response = await PageAsync(url, stop);
        if (response.Problem is { } problem) return (new(), problem);
        return await guard.ReadAsync<(PageReading, FetchProblem?)>(
            url, () => (PageReader.Read(SafeHtml.Decode(response.Body.Span, response.ContentType), new Uri(response.FinalUrl), rules), null), unreadable => (new(), unreadable), stop);
    }

    private async Task<FetchResponse> PageAsync(string url, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (held.TryGetValue(url, out var known) && known.Until > now) return known.Response;
        var response = await fetcher.GetAsync(new(url, Accept: FetchRequest.Pages), stop);
        if (held.Count >= MostHeld) held.Clear();
        if (response.Problem is null) held[url] = (response, now + Held);
        return response;
    }
}

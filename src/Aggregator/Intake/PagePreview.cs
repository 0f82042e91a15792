using Aggregator.Fetching;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;

namespace Aggregator.Intake;

/// <summary>Reads a source's page by rules that are not saved yet. Stores nothing.</summary>
public sealed class PagePreview(Fetcher fetcher, RobotsDesk robots, ReadingGuard guard)
{
    /// <returns>What the page is and its entries, or why there is none.</returns>
    public async Task<(PageReading Reading, FetchProblem? Problem)> RunAsync(string url, PageRules? rules, CancellationToken stop)
    {
        if (await robots.ForbidsAsync(url, stop) is { } forbidden) return (new(), forbidden);
        var response = await fetcher.GetAsync(new(url, Accept: FetchRequest.Pages), stop);
        if (response.Problem is { } problem) return (new(), problem);
        return await guard.ReadAsync<(PageReading, FetchProblem?)>(
            url, () => (PageReader.Read(SafeHtml.Decode(response.Body.Span, response.ContentType), new Uri(response.FinalUrl), rules), null), unreadable => (new(), unreadable), stop);
    }
}

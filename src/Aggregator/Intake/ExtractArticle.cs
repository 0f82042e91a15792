using Aggregator.Fetching;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>A page that is due to be read and ours.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Url">Its page.</param>
public sealed record DueExtraction(int ArticleId, string Url)
{
    /// <summary>Selectors of its source, when the article is on the source's own site; null otherwise.</summary>
    public PageRules? Rules { get; init; }

    /// <summary>The article is on its source's own site.</summary>
    public bool IsOwn { get; init; }

    /// <inheritdoc cref="Archive.Extraction.IsFromKept"/>
    public bool IsFromKept { get; init; }

    public override string ToString() => $"Reading {Url} for article {ArticleId}";
}

/// <summary>What a page gave.</summary>
/// <param name="Due">What was to be read.</param>
/// <param name="At">End of the visit, UTC.</param>
/// <param name="Response">What the server said.</param>
/// <param name="Reading">The article, or null with a problem.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record ExtractionRecord(
    DueExtraction Due, DateTimeOffset At, FetchResponse Response, ArticleReading? Reading, FetchProblem? Problem = null)
{
    /// <summary>Its parts, when the article is an issue of a press review that is itself followed.</summary>
    public PageIssue? Issue { get; init; }
}

/// <summary>Reads an article's page and stores its whole text. Never throws for what the page did.</summary>
public sealed class ExtractArticle(Fetcher fetcher, RobotsDesk robots, ExtractionWriter writer, KeptPages pages, ReadingGuard guard, TimeProvider clock)
{
    /// <summary>Pages of one article: longer ones are books, or walk in a circle.</summary>
    private const int MostPages = 10;

    /// <returns>Whether the article is whole now, after it was committed.</returns>
    public async Task<bool> RunAsync(DueExtraction due, CancellationToken stop)
    {
        var response = (due.IsFromKept ? pages.Find(due.ArticleId) : null) ?? await AskAsync(due, stop);
        var now = clock.GetUtcNow();
        var record = await guard.ReadAsync(due.Url, () => Read(due, response, now), problem => new(due, now, response, Reading: null, problem), stop);
        if (record.Reading is { NextPage: not null } reading) record = record with { Reading = await ReadOnAsync(due.Url, reading, new(response.FinalUrl), stop) };
        return await writer.WriteAsync(record, stop);
    }

    private async Task<FetchResponse> AskAsync(DueExtraction due, CancellationToken stop)
    {
        if (await robots.ForbidsAsync(due.Url, stop) is { } forbidden) return new() { FinalUrl = due.Url, Problem = forbidden };
        var response = await fetcher.GetAsync(new(due.Url, Accept: FetchRequest.Pages), stop);
        pages.Keep(due.ArticleId, response);
        return response;
    }

    // An article in several pages. One that does not answer ends it: what was read so far is more than the feed gave.
    private async Task<ArticleReading> ReadOnAsync(string url, ArticleReading reading, Uri first, CancellationToken stop)
    {
        for (var number = 2; number <= MostPages && reading.NextPage is { } next; number++)
        {
            if (await robots.ForbidsAsync(next, stop) is not null) break;
            var response = await fetcher.GetAsync(new(next, Accept: FetchRequest.Pages), stop);
            if (response.Problem is not null) break;
            var (so, page) = (reading, number);
            reading = await guard.ReadAsync(url, () => ArticleExtractor.ReadOn(so, SafeHtml.Decode(response.Body.Span, response.ContentType), first, page), _ => so with { NextPage = null }, stop);
        }

        return reading;
    }

    private static ExtractionRecord Read(DueExtraction due, FetchResponse response, DateTimeOffset now)
    {
        if (response.Problem is { } problem) return new(due, now, response, Reading: null, problem);
        var address = new Uri(response.FinalUrl);
        var reading = PageReader.ReadArticle(SafeHtml.Decode(response.Body.Span, response.ContentType), address, due.Rules);
        return reading.Text.Length > 0 ? new(due, now, response, reading) { Issue = due.IsOwn ? IssueReader.Of(reading, address) : null } : new(due, now, response, Reading: null, new(PollError.NoArticle));
    }
}

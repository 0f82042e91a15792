using Aggregator.Archive;
using Aggregator.Sources;
using Aggregator.Storage;

namespace Aggregator.Stories;

/// <summary>What an excerpt waits for: its article's page, and until when.</summary>
public sealed class PageWait
{
    public required int ArticleId { get; init; }

    /// <summary>The next attempt, UTC, not before the host may be asked again. In the past: as soon as its turn comes.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Attempts that failed; 0: the page was not asked for yet.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last one failed.</summary>
    public PollError Error { get; init; }

    public string? ErrorDetail { get; init; }

    /// <summary>Whether the article has joined a story by its excerpt; it is matched again when the page is read.</summary>
    public bool HasStory { get; init; }

    /// <summary>All that wait; those whose page is given up do not.</summary>
    public static IQueryable<PageWait> Of(AggregatorDb db) =>
        from page in db.Extractions
        where page.DueAt != null && !page.Article.IsWhole
        select new PageWait
        {
            ArticleId = page.ArticleId,
            Until = db.HostRests.Where(rest => rest.Host == page.Host && rest.Until > page.DueAt)
                .Select(rest => (DateTimeOffset?)rest.Until).FirstOrDefault() ?? page.DueAt!.Value,
            Attempts = page.Attempts,
            Error = page.Error,
            ErrorDetail = page.ErrorDetail,
            HasStory = db.StoryMembers.Any(member => member.ArticleId == page.ArticleId),
        };
}

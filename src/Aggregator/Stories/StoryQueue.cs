using Aggregator.Reading.Stories;
using Aggregator.Storage;

namespace Aggregator.Stories;

/// <summary>Which articles are to be matched next, the earliest first. Whether they are copies must be known.</summary>
internal static class StoryQueue
{
    /// <summary>A host that rests for longer was not just visited: it asked to be left alone (429, Retry-After).</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>When the oldest articles of the window were published.</summary>
    public static DateTimeOffset Oldest(DateTimeOffset now) => now - StoryWindow.Default.Length!.Value;

    /// <summary>
    /// Articles without a story, but for those whose page may be read any moment. A page that failed once, or that cannot be asked for
    /// now, is not waited for: the article goes by what its feed said.
    /// </summary>
    public static IQueryable<StoryRow> New(AggregatorDb db, DateTimeOffset now)
    {
        var (oldest, later) = (Oldest(now), now + LongestPause);
        return InOrder(StoryRow.Of(db).Where(row => row.StoryId == null && row.Time >= oldest
            && !db.Extractions.Any(page => page.ArticleId == row.Id && page.DueAt != null && page.Attempts == 0
                && !db.HostRests.Any(rest => rest.Host == page.Host && rest.Until > later))
            && !db.CopyChecks.Any(check => check.ArticleId == row.Id)));
    }

    /// <summary>Articles that were matched by an excerpt and are whole now. Their page may have dated them before the window.</summary>
    public static IQueryable<StoryRow> Again(AggregatorDb db, DateTimeOffset now)
    {
        var oldest = Oldest(now);
        return InOrder(StoryRow.Of(db).Where(row => row.IsWhole && row.IsByExcerpt && row.ArrivedAt >= oldest
            && !db.CopyChecks.Any(check => check.ArticleId == row.Id)));
    }

    private static IQueryable<StoryRow> InOrder(IQueryable<StoryRow> rows) => rows.OrderBy(row => row.Time).ThenBy(row => row.Id);
}

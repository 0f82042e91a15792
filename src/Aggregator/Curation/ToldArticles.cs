using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation;

/// <summary>Which articles issues have told, and when.</summary>
public static class ToldArticles
{
    /// <summary>Issues that are looked at, the latest: the stories of a week were told in the last ones or in none.</summary>
    private const int Issues = 12;

    /// <summary>The day of the latest issue that went out and cites the article, of those that some issue cites.</summary>
    public static async Task<IReadOnlyDictionary<int, DateTimeOffset>> ReadAsync(AggregatorDb db, CancellationToken stop)
    {
        var issues = await db.Issues.AsNoTracking().Include(issue => issue.Sections).Where(issue => IssueStates.Frozen.Contains(issue.State)).OrderByDescending(issue => issue.DatedAt).Take(Issues).ToListAsync(stop);
        return issues.SelectMany(issue => issue.Sections.SelectMany(section => section.Articles).Select(article => (article, issue.DatedAt))).GroupBy(told => told.article)
            .ToDictionary(told => told.Key, told => told.Max(one => one.DatedAt));
    }
}

using Aggregator.Storage;
using Aggregator.Stories;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Issues;

/// <summary>What issues have told, and what publications are about.</summary>
public static class DeskContexts
{
    /// <summary>Issues that are looked at, the latest: the stories of a week were told in the last ones or in none.</summary>
    private const int Issues = 12;

    public static async Task<DeskContext> ReadAsync(AggregatorDb db, CancellationToken stop)
    {
        var issues = await db.Issues.AsNoTracking().Include(issue => issue.Sections).Where(issue => IssueStates.Frozen.Contains(issue.State)).OrderByDescending(issue => issue.DatedAt).Take(Issues).ToListAsync(stop);
        var told = issues.SelectMany(issue => issue.Sections.SelectMany(section => section.Articles).Select(article => (article, issue.DatedAt))).GroupBy(told => told.article)
            .ToDictionary(told => told.Key, told => told.Max(one => one.DatedAt));
        var houses = await db.Publications.AsNoTracking().Select(publication => publication.House).ToListAsync(stop);
        return new(told, houses.SelectMany(house => house.Topics).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}

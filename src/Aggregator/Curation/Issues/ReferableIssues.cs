using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Issues;

/// <summary>Issues that a section may refer to: those that were published here, and those that a source brought.</summary>
public static class ReferableIssues
{
    /// <returns>The sections of each of these issues that there is.</returns>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlySet<Guid>>> FindAsync(AggregatorDb db, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return new Dictionary<Guid, IReadOnlySet<Guid>>();
        var own = await db.Issues.Where(issue => ids.Contains(issue.PublicId) && IssueStates.Frozen.Contains(issue.State))
            .Select(issue => new { issue.PublicId, Sections = issue.Sections.Select(section => section.PublicId).ToList() }).ToListAsync(stop);
        var brought = await db.EarlierIssues.AsNoTracking().Where(issue => ids.Contains(issue.PublicId)).ToListAsync(stop);
        return own.Select(issue => (issue.PublicId, Sections: issue.Sections.ToHashSet()))
            .Concat(brought.Select(issue => (issue.PublicId, Sections: issue.Sections.Select(section => section.Id).ToHashSet())))
            .ToDictionary(issue => issue.PublicId, IReadOnlySet<Guid> (issue) => issue.Sections);
    }
}

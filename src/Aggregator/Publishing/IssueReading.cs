using Aggregator.Curation.Checks;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Publishing;

/// <summary>Reads an issue with all that belongs to it.</summary>
public static class IssueReading
{
    /// <summary>With publication, rendition, sections and pads; tracked.</summary>
    public static IQueryable<Issue> Whole(AggregatorDb db) => db.Issues.Include(issue => issue.Publication).Include(issue => issue.Rendition)
        .Include(issue => issue.Sections).ThenInclude(section => section.Pad).Include(issue => issue.Sections).ThenInclude(section => section.PadStories).AsSplitQuery();

    /// <param name="id">An issue that is there.</param>
    public static Task<Issue> FindAsync(AggregatorDb db, int id, CancellationToken stop) => Whole(db).FirstAsync(issue => issue.Id == id, stop);

    /// <summary>Every finding of the checks, as the issue stands now.</summary>
    public static async Task<IReadOnlyList<Finding>> ReviewAsync(AggregatorDb db, Issue issue, string publicUrl, DateTimeOffset now, CancellationToken stop) =>
        IssueReview.Of(await ReviewReader.ReadAsync(db, issue, MailForm.Write(await EditionReader.ReadAsync(db, issue, publicUrl, stop)), now, stop));
}

using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.History;

/// <summary>The words of a version somebody has seen, to merge what they write with what was stored since.</summary>
public static class SeenRevisions
{
    /// <returns>Null when no revision has this version.</returns>
    public static async Task<SectionSnapshot?> SectionAsync(AggregatorDb db, Section section, int version, CancellationToken stop) =>
        await Of(db, section.IssueId, section.PublicId).FirstOrDefaultAsync(row => row.Version == version, stop) is { } row ? RevisionWords.Section(row) : null;

    /// <inheritdoc cref="SectionAsync"/>
    /// <remarks>Going from state to state makes a version without a word changed: the words are those of the revision before.</remarks>
    public static async Task<IssueSnapshot?> IssueAsync(AggregatorDb db, Issue issue, int version, CancellationToken stop) =>
        await Of(db, issue.Id, section: null).FirstOrDefaultAsync(row => row.Version <= version, stop) is { } row ? RevisionWords.Issue(row) : null;

    private static IQueryable<Revision> Of(AggregatorDb db, int issue, Guid? section) =>
        db.Revisions.AsNoTracking().Where(row => row.IssueId == issue && row.SectionId == section).OrderByDescending(row => row.Version).ThenByDescending(row => row.Id);
}

using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>Brings an earlier state back, as a new revision: nothing of what came between is lost.</summary>
public static class RestoreRevision
{
    /// <param name="id">The revision.</param>
    /// <param name="seen">The version of its section that was seen; of the issue when that section is gone, or when it is the issue's own.</param>
    /// <param name="issue">Public id of the issue it must be of; null for any.</param>
    public static Task<Edited> RunAsync(AggregatorDb db, int id, Seen seen, Writing writing, CancellationToken stop, Guid? issue = null) => db.WriteAsync<Edited>(
        async inner =>
        {
            var row = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(revision => revision.Id == id, inner);
            var of = row is null ? Guid.Empty : await db.Issues.Where(known => known.Id == row.IssueId).Select(known => known.PublicId).FirstAsync(inner);
            if (row is null || (issue is not null && issue != of)) return new(EditOutcome.Missing);
            var found = (await EditIssue.FindAsync(db, of, inner))!;
            var section = found.Sections.Find(known => known.PublicId == row.SectionId);
            if (!IssueStates.IsOpen(found.State)) return new(EditOutcome.Frozen, found, section);
            if (!seen.Is(section?.Version ?? found.Version)) return section is null ? new(EditOutcome.Stale, found) : new(EditOutcome.Stale, Section: section);
            if (section is not null) await EditorialWriting.SectionAsync(db, section, RevisionWords.Section(row).Restore, writing, inner);
            else if (row.SectionId is null) await EditorialWriting.IssueAsync(db, found, RevisionWords.Issue(row).Restore, writing, inner);
            else await EditorialWriting.AddAsync(db, found, Returned(row), writing, inner);
            return new(EditOutcome.Saved, found, section);
        },
        stop);

    /// <summary>A section that had been taken away: it comes back at the end, under the id it had.</summary>
    private static Section Returned(Revision row)
    {
        var back = new Section { PublicId = row.SectionId!.Value, Title = "", Version = row.Version + 1 };
        RevisionWords.Section(row).Restore(back);
        return back;
    }
}

using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;

namespace Aggregator.Curation.Editing;

/// <summary>Brings an earlier state back, as a new revision: nothing of what came between is lost. Inside a write.</summary>
public static class RestoreRevision
{
    /// <param name="issue">With its sections.</param>
    public static async Task RunAsync(AggregatorDb db, Issue issue, Revision row, Writing writing, CancellationToken stop)
    {
        if (row.SectionId is null) await EditorialWriting.IssueAsync(db, issue, RevisionWords.Issue(row).Restore, writing, stop);
        else if (issue.Sections.Find(section => section.PublicId == row.SectionId) is { } section) await EditorialWriting.SectionAsync(db, section, RevisionWords.Section(row).Restore, writing, stop);
        else
        {
            // It had been taken away: it comes back at the end, under the id it had.
            var back = new Section { PublicId = row.SectionId.Value, Title = "", Version = row.Version + 1 };
            RevisionWords.Section(row).Restore(back);
            await EditorialWriting.AddAsync(db, issue, back, writing, stop);
        }
    }
}

using Aggregator.Storage;

namespace Aggregator.Curation;

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

/// <summary>The words that a revision keeps. Pure.</summary>
public static class RevisionWords
{
    public static IssueSnapshot Issue(Revision row) => ColumnJson.Read<IssueSnapshot>(row.Content);

    public static SectionSnapshot Section(Revision row) => ColumnJson.Read<SectionSnapshot>(row.Content);

    /// <summary>What a revision changed.</summary>
    /// <param name="before">The one before it; null for the first.</param>
    public static IReadOnlyList<TextChange> Changes(Revision? before, Revision row)
    {
        if (row.SectionId is null) return [.. IssueChanges.Fields(before is null ? new() : Issue(before), Issue(row))];
        var (was, now) = (before is null ? "" : Section(before).Text, Section(row).Text);
        return was == now ? [] : [new(row.SectionId, "section", Section(row).Title, WordChanges.Between(was, now))];
    }
}

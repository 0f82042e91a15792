using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;

namespace Aggregator.Curation.History;

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

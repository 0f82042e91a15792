using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.History;

/// <summary>A text of an issue that changed between two moments.</summary>
/// <param name="Section">Public id of the section; null for the issue's own fields.</param>
/// <param name="Field">title, intro, closing, bylines, date, order; "section" for a whole section.</param>
/// <param name="Heading">The section's title.</param>
/// <param name="Changes">Word by word.</param>
public sealed record TextChange(Guid? Section, string Field, string? Heading, IReadOnlyList<WordChange> Changes);

/// <summary>What differs between two states of an issue. Pure.</summary>
public static class IssueChanges
{
    public static IReadOnlyList<TextChange> Between(ApprovedWords earlier, ApprovedWords later)
    {
        var (was, now) = (earlier.Sections.ToDictionary(section => section.Id), later.Sections.ToDictionary(section => section.Id));
        var changes = Fields(earlier.Issue, later.Issue).ToList();
        foreach (var id in later.Sections.Select(section => section.Id).Concat(earlier.Sections.Select(section => section.Id)).Distinct())
        {
            var (before, after) = (was.GetValueOrDefault(id)?.Words, now.GetValueOrDefault(id)?.Words);
            if (Of(before?.Text ?? "", after?.Text ?? "") is { } words) changes.Add(new(id, "section", (after ?? before)!.Title, words));
        }

        return changes;
    }

    /// <summary>The issue's own fields that changed.</summary>
    public static IEnumerable<TextChange> Fields(IssueSnapshot earlier, IssueSnapshot later)
    {
        foreach (var (before, after) in Texts(earlier).Zip(Texts(later)))
            if (Of(before.Text, after.Text) is { } words) yield return new(null, before.Field, null, words);
    }

    private static (string Field, string Text)[] Texts(IssueSnapshot issue) =>
    [
        ("title", issue.Title), ("intro", issue.Intro), ("closing", issue.Closing), ("bylines", string.Join("; ", issue.Bylines.Select(byline => byline.Line))),
        ("date", issue.Date.ToString("u")), ("order", string.Join(' ', issue.Order)),
    ];

    /// <summary>How many words differ, put in or taken out.</summary>
    public static int Words(IEnumerable<TextChange> changes) => changes.SelectMany(change => change.Changes).Where(change => change.Kind != WordChangeKind.Same)
        .Sum(change => change.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>Words were added, and none was taken away: what a right of reply may do. White space is no word.</summary>
    public static bool OnlyAdds(ApprovedWords earlier, ApprovedWords later)
    {
        var now = later.Sections.ToDictionary(section => section.Id);
        return Texts(earlier.Issue).Zip(Texts(later.Issue)).All(pair => WordChanges.OnlyAdds(pair.First.Text, pair.Second.Text))
            && earlier.Sections.All(section => WordChanges.OnlyAdds(section.Words.Text, now.GetValueOrDefault(section.Id)?.Words.Text ?? ""));
    }

    private static IReadOnlyList<WordChange>? Of(string before, string after) => before == after ? null : WordChanges.Between(before, after);
}

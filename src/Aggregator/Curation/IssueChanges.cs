namespace Aggregator.Curation;

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
        foreach (var (field, before, after) in new[]
        {
            ("title", earlier.Title, later.Title), ("intro", earlier.Intro, later.Intro), ("closing", earlier.Closing, later.Closing),
            ("bylines", string.Join("; ", earlier.Bylines.Select(byline => byline.Line)), string.Join("; ", later.Bylines.Select(byline => byline.Line))),
            ("date", earlier.Date.ToString("u"), later.Date.ToString("u")), ("order", string.Join(' ', earlier.Order), string.Join(' ', later.Order)),
        })
            if (Of(before, after) is { } words) yield return new(null, field, null, words);
    }

    /// <summary>How many words differ, put in or taken out.</summary>
    public static int Words(IEnumerable<TextChange> changes) => changes.SelectMany(change => change.Changes).Where(change => change.Kind != WordChangeKind.Same)
        .Sum(change => change.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    private static IReadOnlyList<WordChange>? Of(string before, string after) => before == after ? null : WordChanges.Between(before, after);
}

using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.History;

/// <summary>An issue's own words at one moment: what its ETag covers.</summary>
/// <param name="Order">Public ids of its sections, in order.</param>
public sealed record IssueSnapshot(string Title, string Intro, string Closing, IssueKind Kind, IReadOnlyList<Byline> Bylines, DateTimeOffset Date, IReadOnlyList<Guid> Order)
{
    // For the serialiser.
    public IssueSnapshot()
        : this("", "", "", default, [], default, [])
    {
    }

    public static IssueSnapshot Of(Issue issue) => new(
        issue.Title, issue.Intro, issue.Closing, issue.Kind, issue.Bylines, issue.DatedAt, [.. issue.Sections.OrderBy(section => section.Position).Select(section => section.PublicId)]);

    /// <summary>Puts the fields back; the order only of sections that are still there.</summary>
    public void Restore(Issue issue)
    {
        (issue.Title, issue.Intro, issue.Closing, issue.Kind, issue.Bylines, issue.DatedAt) = (Title, Intro, Closing, Kind, [.. Bylines], Date);
        var order = Order.Select((id, at) => (id, at)).ToDictionary(pair => pair.id, pair => pair.at);
        var sections = issue.Sections.OrderBy(section => order.GetValueOrDefault(section.PublicId, int.MaxValue)).ThenBy(section => section.Position).ToList();
        for (var at = 0; at < sections.Count; at++) sections[at].Position = at;
    }
}

/// <summary>A section's words at one moment: what its ETag covers.</summary>
public sealed record SectionSnapshot(string Title, string? Kind, int? OwnerId, IReadOnlyList<Block> Blocks, IReadOnlyList<Span> SignOff)
{
    // For the serialiser.
    public SectionSnapshot()
        : this("", null, null, [], [])
    {
    }

    /// <summary>Its words as one text: paragraphs parted by a blank line.</summary>
    public string Text => SectionWords.Of(Title, Blocks, SignOff);

    public static SectionSnapshot Of(Section section) => new(section.Title, section.Kind, section.OwnerId, section.Blocks, section.SignOff);

    public void Restore(Section section) =>
        (section.Title, section.Kind, section.OwnerId, section.Blocks, section.SignOff) = (Title, Kind, OwnerId, [.. Blocks], [.. SignOff]);
}

/// <summary>A whole issue at the moment it was approved or corrected.</summary>
public sealed record ApprovedWords(IssueSnapshot Issue, IReadOnlyList<ApprovedSection> Sections)
{
    // For the serialiser.
    public ApprovedWords()
        : this(new(), [])
    {
    }

    /// <summary>As a transition keeps it.</summary>
    public static ApprovedWords Read(string content) => Storage.ColumnJson.Read<ApprovedWords>(content);

    public static ApprovedWords Of(Issue issue) =>
        new(IssueSnapshot.Of(issue), [.. issue.Sections.OrderBy(section => section.Position).Select(section => new ApprovedSection(section.PublicId, SectionSnapshot.Of(section)))]);
}

/// <summary>A section of it.</summary>
public sealed record ApprovedSection(Guid Id, SectionSnapshot Words);

/// <summary>The text of a section that comments and comparisons look at. Pure.</summary>
public static class SectionWords
{
    public static string Of(Section section) => Of(section.Title, section.Blocks, section.SignOff);

    public static string Of(string title, IReadOnlyList<Block> blocks, IReadOnlyList<Span> signOff) =>
        string.Join("\n\n", new[] { title }.Concat(blocks.Select(block => block.Text)).Append(string.Concat(signOff.Select(span => span.Text))).Where((text, at) => at == 0 || text.Length > 0));
}

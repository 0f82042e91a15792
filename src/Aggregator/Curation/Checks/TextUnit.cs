using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>A text of an issue that is looked at by itself.</summary>
/// <param name="Section">The section it stands in; null for the issue's own fields.</param>
/// <param name="Field">title, intro, closing, heading, block or signOff.</param>
/// <param name="Index">Which block.</param>
/// <param name="Content">The words with their marks.</param>
public sealed record TextUnit(Section? Section, string Field, int? Index, Block Content)
{
    public string Text { get; } = Content.Text;

    /// <summary>Every text of an issue, in order.</summary>
    public static IEnumerable<TextUnit> Of(Issue issue) =>
    [
        Plain(null, "title", issue.Title), Plain(null, "intro", issue.Intro), .. issue.Sections.OrderBy(section => section.Position).SelectMany(Of), Plain(null, "closing", issue.Closing),
    ];

    /// <summary>Every text of a section, in order.</summary>
    public static IEnumerable<TextUnit> Of(Section section) =>
    [
        Plain(section, "heading", section.Title), .. section.Blocks.Select((block, at) => new TextUnit(section, "block", at, block)),
        .. section.SignOff.Count == 0 ? Array.Empty<TextUnit>() : [new TextUnit(section, "signOff", null, new(BlockKind.Paragraph, section.SignOff))],
    ];

    public FindingPlace Place(int start, int length) => new(Section?.PublicId, Field, Index, start, Text.Substring(start, length));

    /// <summary>The words name an earlier issue: no source need have them.</summary>
    public bool IsReference(int start, int length) => Quotes.Passage.Of(Content, MarkKind.CrossReference).Any(reference => reference.Start < start + length && start < reference.End);

    public FindingPlace Whole => Place(0, Text.Length);

    private static TextUnit Plain(Section? section, string field, string text) => new(section, field, null, new(BlockKind.Paragraph, text.Length == 0 ? [] : [new(text)]));
}

using System.ComponentModel.DataAnnotations.Schema;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Issues;

/// <summary>A part of an issue: one subject, told from several articles.</summary>
public sealed class Section
{
    public int Id { get; init; }

    /// <summary>Id in addresses and in the API (UUIDv7).</summary>
    public Guid PublicId { get; init; }

    public int IssueId { get; init; }

    /// <summary>0 for the first.</summary>
    public int Position { get; set; }

    /// <summary>Key of its kind in the publication's template; null for a section outside it.</summary>
    public string? Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>Account of who writes it; null for nobody yet.</summary>
    public int? OwnerId { get; set; }

    public List<Block> Blocks { get; set; } = [];

    /// <summary>Words that close it: "Une info repérée pour vous sur …"; empty for none.</summary>
    public List<Span> SignOff { get; set; } = [];

    /// <summary>Changes with each write to title or body: its ETag.</summary>
    public int Version { get; set; } = 1;

    public List<PadItem> Pad { get; init; } = [];

    public List<PadStory> PadStories { get; init; } = [];

    /// <summary>All that is written in it: its blocks, and its sign-off as a last one.</summary>
    [NotMapped]
    public IEnumerable<Block> Body => SignOff.Count == 0 ? Blocks : Blocks.Append(new(BlockKind.Paragraph, SignOff));

    /// <summary>Articles it credits or quotes, in the order of the text.</summary>
    public IEnumerable<int> Articles => Body.SelectMany(block => block.Articles).Distinct();
}

/// <summary>An article put aside for a section, to write from.</summary>
public sealed class PadItem
{
    public int SectionId { get; init; }

    public int ArticleId { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>A story put aside for a section: all its articles, those that come later too.</summary>
public sealed class PadStory
{
    public int SectionId { get; init; }

    public int StoryId { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

namespace Aggregator.Curation;

/// <summary>One edition of a publication.</summary>
public sealed class Issue
{
    public int Id { get; init; }

    /// <summary>Id in addresses and in the API (UUIDv7).</summary>
    public Guid PublicId { get; init; }

    public int PublicationId { get; init; }

    /// <summary>1 for the first issue of a publication; unique within it.</summary>
    public int Number { get; init; }

    public required string Title { get; set; }

    /// <summary>Plain text, paragraphs parted by a blank line.</summary>
    public string Intro { get; set; } = "";

    /// <summary>Who wrote it.</summary>
    public List<string> Bylines { get; set; } = [];

    /// <summary>The date it bears.</summary>
    public DateTimeOffset DatedAt { get; set; }

    public IssueState State { get; set; }

    /// <summary>Changes with each write to its own fields, its state, or the order of its sections; never with their bodies.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public Publication Publication { get; init; } = null!;

    public List<Section> Sections { get; init; } = [];

    public Rendition? Rendition { get; set; }
}

/// <summary>Where an issue stands.</summary>
public enum IssueState
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Its rendition is frozen; it can be sent, and stands in the archive.</summary>
    Approved = 1,

    /// <summary>Its mail is going out.</summary>
    Sending = 2,

    /// <summary>Its mail is out.</summary>
    Sent = 3,
}

/// <summary>A part of an issue: one subject, told from several articles.</summary>
public sealed class Section
{
    public int Id { get; init; }

    /// <summary>Id in addresses and in the API (UUIDv7).</summary>
    public Guid PublicId { get; init; }

    public int IssueId { get; init; }

    /// <summary>0 for the first.</summary>
    public int Position { get; set; }

    public required string Title { get; set; }

    public List<Block> Blocks { get; set; } = [];

    /// <summary>Changes with each write to title or body: its ETag.</summary>
    public int Version { get; set; } = 1;

    public List<PadItem> Pad { get; init; } = [];
}

/// <summary>An article put aside for a section, to write from.</summary>
public sealed class PadItem
{
    public int SectionId { get; init; }

    public int ArticleId { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>The frozen html, text and subject that were approved; sends refer to it, never to the live issue.</summary>
public sealed class Rendition
{
    public int Id { get; init; }

    public int IssueId { get; init; }

    public required string Subject { get; init; }

    /// <summary>The mail's html part, without anything that differs from reader to reader.</summary>
    public required string Html { get; init; }

    /// <summary>The mail's text part.</summary>
    public required string Text { get; init; }

    /// <summary>The page of the archive: the body of its main element.</summary>
    public required string Page { get; init; }

    /// <summary>SHA-256 of subject, html, text and page, hexadecimal.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset MadeAt { get; init; }
}

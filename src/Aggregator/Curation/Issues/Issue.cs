
namespace Aggregator.Curation.Issues;

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

    /// <summary>What stands below the last section; plain text.</summary>
    public string Closing { get; set; } = "";

    public IssueKind Kind { get; set; }

    /// <summary>Who wrote it, as what they were then.</summary>
    public List<Byline> Bylines { get; set; } = [];

    /// <summary>The date it bears.</summary>
    public DateTimeOffset DatedAt { get; set; }

    public IssueState State { get; set; }

    /// <summary>Changes with each write to its own fields, its state, or the order of its sections; never with their bodies.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>When its mail is due, UTC; it stays when the issue goes back to draft.</summary>
    public DateTimeOffset? Slot { get; set; }

    /// <summary>The rendition that counts; earlier ones stay.</summary>
    public int? RenditionId { get; set; }

    public Publication Publication { get; init; } = null!;

    public List<Section> Sections { get; init; } = [];

    public Rendition? Rendition { get; set; }
}

/// <summary>Whether an issue keeps the rhythm.</summary>
public enum IssueKind
{
    Ordinary = 0,

    /// <summary>Out of rhythm, on one occasion.</summary>
    Special = 1,
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

    /// <summary>Written, and laid before who approves.</summary>
    InReview = 4,

    /// <summary>Approved, with a time for its mail.</summary>
    Scheduled = 5,

    /// <summary>Sent, and changed since with a dated note.</summary>
    Corrected = 6,

    /// <summary>Given up.</summary>
    Cancelled = 7,
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

namespace Aggregator.Curation.History;

/// <summary>An issue's or a section's own words as they were after one write.</summary>
public sealed class Revision
{
    public int Id { get; init; }

    public int IssueId { get; init; }

    /// <summary>Public id of the section; null for the issue's own fields. It outlives the section.</summary>
    public Guid? SectionId { get; init; }

    /// <summary>The version this write made.</summary>
    public int Version { get; init; }

    public int? AccountId { get; init; }

    public DateTimeOffset At { get; init; }

    public RevisionCause Cause { get; init; }

    /// <summary>What readers are told of a correction; what a restore brought back.</summary>
    public string? Note { get; init; }

    /// <summary>The words, as JSON (<see cref="IssueSnapshot"/> or <see cref="SectionSnapshot"/>).</summary>
    public required string Content { get; init; }

    /// <summary>A later autosave of the same stretch stands for it: it is not listed, and kept for a day, so that who has seen it can still be merged.</summary>
    public bool IsSuperseded { get; set; }
}

/// <summary>Why a revision was made.</summary>
public enum RevisionCause
{
    Save = 0,

    /// <summary>The editor's own saving while somebody writes: one row for a stretch of it.</summary>
    Autosave = 1,
    Restore = 2,
    Removal = 3,

    /// <summary>Something found by a check, mended with one press.</summary>
    Repair = 4,

    // What may change an issue after it was sent.
    TypoFix = 10,
    Erratum = 11,
    Retraction = 12,
    RightOfReply = 13,
}

namespace Aggregator.Curation;

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

/// <summary>An issue went from one state to another.</summary>
public sealed class Transition
{
    public int Id { get; init; }

    public int IssueId { get; init; }

    public IssueState From { get; init; }

    public IssueState To { get; init; }

    /// <summary>What was done: "submit", "approve".</summary>
    public required string Verb { get; init; }

    /// <summary>Who; null for the program itself.</summary>
    public int? AccountId { get; init; }

    public DateTimeOffset At { get; init; }

    public string? Note { get; init; }

    /// <summary>The rendition an approval or a correction made.</summary>
    public int? RenditionId { get; init; }

    /// <summary>The whole issue as it was then, as JSON; of approvals and corrections only.</summary>
    public string? Content { get; init; }
}

/// <summary>What somebody says about words of a section.</summary>
public sealed class Comment
{
    public int Id { get; init; }

    public Guid PublicId { get; init; }

    public int IssueId { get; init; }

    /// <summary>Public id of the section; null for the issue as a whole.</summary>
    public Guid? SectionId { get; set; }

    /// <summary>Who says it; null for a guest.</summary>
    public int? AccountId { get; init; }

    /// <summary>The name of the guest who says it; null for an account.</summary>
    public string? GuestName { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Text { get; set; }

    /// <summary>The words it is about, as they are now.</summary>
    public string Words { get; set; } = "";

    /// <summary>Where they begin in the section's text (<see cref="CommentAnchor"/>); null when they are gone.</summary>
    public int? Start { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public int? ResolvedById { get; set; }
}

/// <summary>Something a check found and somebody lets pass.</summary>
public sealed class Waiver
{
    public int Id { get; init; }

    public int IssueId { get; init; }

    /// <summary>Identity of the finding (<see cref="Finding.Key"/>): other words make it another one.</summary>
    public required string Key { get; init; }

    public required string Reason { get; init; }

    public int? AccountId { get; init; }

    public DateTimeOffset At { get; init; }
}

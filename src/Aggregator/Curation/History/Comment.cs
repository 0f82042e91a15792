using Aggregator.Curation.Text;

namespace Aggregator.Curation.History;

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

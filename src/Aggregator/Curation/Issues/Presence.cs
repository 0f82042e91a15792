namespace Aggregator.Curation.Issues;

/// <summary>Somebody has an issue open. One row for each window, so that several nodes on one database see each other's people.</summary>
public sealed class Presence
{
    /// <summary>How long a window counts after it was last heard of.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>Of the window.</summary>
    public Guid Id { get; init; }

    public int IssueId { get; init; }

    public int AccountId { get; init; }

    /// <summary>Public id of the section they write in; null for none.</summary>
    public Guid? SectionId { get; set; }

    public DateTimeOffset SeenAt { get; set; }
}

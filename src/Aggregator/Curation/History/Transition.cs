using Aggregator.Curation.Issues;

namespace Aggregator.Curation.History;

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

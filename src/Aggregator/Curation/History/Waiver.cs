namespace Aggregator.Curation.History;

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

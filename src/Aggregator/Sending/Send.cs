namespace Aggregator.Sending;

/// <summary>One mailing of one rendition; an issue has one at the most.</summary>
public sealed class Send
{
    public int Id { get; init; }

    /// <summary>Id in the API (UUIDv7).</summary>
    public Guid PublicId { get; init; }

    public int IssueId { get; init; }

    public int RenditionId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>The ledger: one row for each subscriber of a send, leased before the mail and completed after it.</summary>
public sealed class Delivery
{
    public int SendId { get; init; }

    public int SubscriberId { get; init; }

    public DeliveryState State { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>The next attempt; null when there will be none.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the transport said when it did not take the mail.</summary>
    public string? Error { get; set; }
}

public enum DeliveryState
{
    /// <summary>Not handed over yet.</summary>
    Waiting = 0,

    /// <summary>Handed over, and recorded.</summary>
    Sent = 1,

    /// <summary>The process died between hand-over and record: it may or may not have gone out, a person decides.</summary>
    InDoubt = 2,

    /// <summary>Refused for good.</summary>
    Failed = 3,

    /// <summary>The subscriber left before it was their turn.</summary>
    Withdrawn = 4,

    /// <summary>Being handed over now.</summary>
    Underway = 5,
}

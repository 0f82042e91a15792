namespace Aggregator.Accounts;

/// <summary>One change somebody made: who, when, what. Written once, never changed.</summary>
public sealed class AuditEntry
{
    public int Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null when nobody was signed in, as with a reader who subscribes.</summary>
    public int? AccountId { get; init; }

    /// <summary>The name then: accounts are renamed and removed.</summary>
    public required string Who { get; init; }

    /// <summary>How they came: <c>browser</c>, <c>key</c> or <c>command</c>.</summary>
    public required string Via { get; init; }

    /// <summary>What was done, as the table of addresses names it: <c>POST /issues/{id:guid}/approve</c>, or the verb of a command.</summary>
    public required string Action { get; init; }

    /// <summary>To what: the address as it was asked for.</summary>
    public required string Subject { get; init; }
}

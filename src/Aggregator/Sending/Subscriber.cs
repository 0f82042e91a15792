namespace Aggregator.Sending;

/// <summary>A person's address.</summary>
public sealed class Subscriber
{
    public int Id { get; init; }

    /// <summary>Id in the API (UUIDv7).</summary>
    public Guid PublicId { get; init; }

    /// <summary>As written to, domain in lower case; unique without regard to case.</summary>
    public required string Address { get; init; }

    /// <summary>The address in lower case.</summary>
    public required string AddressKey { get; init; }

    public string? Name { get; set; }

    public DateTimeOffset MadeAt { get; init; }

    public List<Subscription> Subscriptions { get; init; } = [];
}

/// <summary>Consent of a subscriber to one publication.</summary>
public sealed class Subscription
{
    public int SubscriberId { get; init; }

    public int PublicationId { get; init; }

    public SubscriptionState State { get; set; }

    /// <summary>SHA-256 of the token in the confirmation mail, hexadecimal; null once it is used.</summary>
    public string? ConfirmationHash { get; set; }

    /// <summary>Until when the confirmation link works.</summary>
    public DateTimeOffset? ConfirmationUntil { get; set; }

    /// <summary>The word in the unsubscribe address: 128 random bits, for ever.</summary>
    public required string UnsubscribeToken { get; init; }

    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Subscriber Subscriber { get; init; } = null!;
}

public enum SubscriptionState
{
    /// <summary>Asked for, not confirmed: gets the confirmation mail and nothing else.</summary>
    Pending = 0,

    Confirmed = 1,

    Ended = 2,
}

namespace Aggregator.Sources;

/// <summary>A source's subscription at a hub (WebSub, W3C Recommendation 2018): the hub sends what is new, so visits may be rarer.</summary>
public sealed class Push
{
    public int SourceId { get; init; }

    /// <summary>The hub that the source names (<c>rel="hub"</c>).</summary>
    public required string Hub { get; set; }

    /// <summary>The address that the hub knows it by (<c>rel="self"</c>, else the source's own).</summary>
    public required string Topic { get; set; }

    /// <summary>In the callback's address, so that nobody can guess it.</summary>
    public required string Token { get; set; }

    /// <summary>Signs what the hub sends (HMAC).</summary>
    public required string Secret { get; set; }

    public PushState State { get; set; }

    /// <summary>When the hub is asked next: for the first time, again, or to renew.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Requests to the hub since it last confirmed.</summary>
    public int Attempts { get; set; }

    /// <summary>How long the hub's promise holds.</summary>
    public DateTimeOffset? LeaseEndsAt { get; set; }

    /// <summary>The last signed push that brought what no visit had seen; null when there was none, or a visit found what should have been pushed.</summary>
    public DateTimeOffset? LastPushAt { get; set; }

    /// <summary>Pushes can be relied upon: confirmed, not run out, and one has come.</summary>
    public bool IsReliable(DateTimeOffset now) => State == PushState.Confirmed && LeaseEndsAt > now && LastPushAt is not null;
}

/// <summary>How far a subscription is; the numbers are stored.</summary>
public enum PushState
{
    /// <summary>To be asked for, or asked for and not confirmed yet.</summary>
    Asked = 0,

    /// <summary>The hub asked us whether we meant it, and we said yes.</summary>
    Confirmed = 1,

    /// <summary>The hub will not: visits alone do it.</summary>
    Refused = 2,
}

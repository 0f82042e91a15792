namespace Aggregator.Sources;

/// <summary>
/// The moving part of a source, beside it in a narrow table: when to visit next, who visits now, what the last visit found.
/// </summary>
public sealed class SourcePoll
{
    public int SourceId { get; init; }

    /// <summary>Host of the address in lower case: the unit of politeness.</summary>
    public required string Host { get; set; }

    /// <summary>The next visit.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>No visit before this moment, whoever asks: the server's own Retry-After.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    public string? LeaseOwner { get; set; }

    /// <summary>Until when <see cref="LeaseOwner"/> holds the row; after that anyone may take it over.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Validators of the last 200 or 304, byte for byte as the server sent them (RFC 9110 §8.8).</summary>
    public string? ETag { get; set; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; set; }

    /// <summary>The address that answered with the validators, after redirects: they are sent to no other.</summary>
    public string? ValidatorsUrl { get; set; }

    /// <summary>64-bit hash of the last body: a server that ignores validators still costs no parsing.</summary>
    public long? BodyHash { get; set; }

    public DateTimeOffset? VisitedAt { get; set; }

    /// <summary>Last visit that brought something new.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>HTTP status of the last visit; null when there was no answer.</summary>
    public int? Status { get; set; }

    public PollError Error { get; set; }

    /// <summary>What the error's sentence names: a status, an address, a size.</summary>
    public string? ErrorDetail { get; set; }

    /// <summary>Visits that failed since the last good one.</summary>
    public int ErrorCount { get; set; }

    /// <summary>The first of them; null while all is well.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Time from the last visit to the next by the source's rhythm.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>When the source publishes (<see cref="PostingRhythm.Pack"/>); null before the first good visit.</summary>
    public byte[]? Rhythm { get; set; }

    /// <summary>What the feed last asked for (<see cref="FeedHints"/>): it counts after a 304 too.</summary>
    public TimeSpan? TimeToLive { get; set; }

    /// <inheritdoc cref="TimeToLive"/>
    public int SkipHours { get; set; }

    /// <inheritdoc cref="TimeToLive"/>
    public int SkipDays { get; set; }

    /// <summary>Where the server says that the source is now, for good (301, 308); null while it says no such thing.</summary>
    public string? MovedTo { get; set; }

    /// <summary>Since when it has said so, without a word to the contrary.</summary>
    public DateTimeOffset? MovedSince { get; set; }

    /// <summary>Visits that heard it.</summary>
    public int MovedSeen { get; set; }

    /// <summary>Due at once, and read whether or not its bytes changed: they are read in another way now.</summary>
    public void ReadAnew(DateTimeOffset now) => (ETag, LastModified, BodyHash, DueAt) = (null, null, null, now);
}

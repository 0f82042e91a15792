namespace Aggregator.Sources;

/// <summary>What a visit found, as far as it matters for the next one.</summary>
/// <param name="At">End of the visit, UTC.</param>
/// <param name="Status">HTTP status; null when there was no answer.</param>
/// <param name="FinalUrl">The address that answered.</param>
public sealed record SourceVisit(DateTimeOffset At, int? Status, string FinalUrl)
{
    public PollError Error { get; init; }

    public string? ErrorDetail { get; init; }

    /// <summary>Validators as the server sent them.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>Hash of the body; null when none came.</summary>
    public long? BodyHash { get; init; }

    /// <summary>How long the answer counts as fresh: Cache-Control: max-age or Expires.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>When the server wants to be asked again.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>What the feed asks for; null when none was read.</summary>
    public FeedHints? Hints { get; init; }

    /// <summary>When its entries were published, as far as they say.</summary>
    public IReadOnlyList<DateTimeOffset?> Published { get; init; } = [];

    /// <summary>Articles that were new to us.</summary>
    public int Brought { get; init; }

    /// <summary>Where permanent redirects alone led (301, 308); null when there was none.</summary>
    public string? MovedTo { get; init; }

    /// <summary>An editor's interval; null lets the rhythm decide.</summary>
    public TimeSpan? FixedInterval { get; init; }

    /// <summary>A hub tells us what is new: visits only see to it that nothing is lost.</summary>
    public bool IsPushed { get; init; }
}

/// <summary>The bounds of the schedule.</summary>
/// <param name="Min">Shortest time between two visits.</param>
/// <param name="Max">Longest time between two visits.</param>
/// <param name="Jitter">0 to 1, drawn anew for each visit.</param>
public sealed record VisitBounds(TimeSpan Min, TimeSpan Max, double Jitter);

namespace Aggregator.Sources;

/// <summary>One visit of a source: its outcome is this row, never an exception.</summary>
public sealed class Poll
{
    public long Id { get; init; }

    public int SourceId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>From the request to the end of reading, in milliseconds.</summary>
    public int DurationMs { get; init; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Bytes of the body after decompression.</summary>
    public int Bytes { get; init; }

    /// <summary>Entries the source showed.</summary>
    public int Entries { get; init; }

    /// <summary>Articles that were new to us.</summary>
    public int NewArticles { get; set; }

    public PollError Error { get; init; }

    public string? ErrorDetail { get; init; }
}

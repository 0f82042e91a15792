using Aggregator.Sources;

namespace Aggregator.Archive;

/// <summary>
/// An article whose page is still to be read, because its feed gave only an excerpt. The row goes when the page was read;
/// it stays, without a due time, when we have given up.
/// </summary>
public sealed class Extraction
{
    public int ArticleId { get; init; }

    public required string Host { get; init; }

    /// <summary>The next attempt; null when there will be none.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>What was kept of the page is read, by other rules; only where nothing was kept is the publisher asked.</summary>
    public bool IsFromKept { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public PollError Error { get; set; }

    public string? ErrorDetail { get; set; }

    public Article Article { get; init; } = null!;
}

namespace Aggregator.Curation.Issues;

/// <summary>What an address of an issue answered when it was last looked at.</summary>
public sealed class LinkVisit
{
    /// <summary>The address as it is written.</summary>
    public required string Url { get; init; }

    public DateTimeOffset At { get; set; }

    /// <summary>HTTP status; null when nobody answered.</summary>
    public int? Status { get; set; }

    /// <summary>Where it led in the end, when elsewhere.</summary>
    public string? FinalUrl { get; set; }
}

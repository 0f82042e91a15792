namespace Aggregator.Sources;

/// <summary>What a host's robots.txt says to us, kept for a day (RFC 9309 §2.4).</summary>
public sealed class RobotsCopy
{
    /// <summary>Scheme, host and port in lower case, such as <c>https://example.org</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>
    /// The text, cut to what may be read; empty allows everything. Null in rows of earlier versions, where the server failed: it is
    /// asked anew.
    /// </summary>
    public string? Text { get; set; }

    public DateTimeOffset FetchedAt { get; set; }

    /// <summary>Until when it need not be fetched again.</summary>
    public DateTimeOffset GoodUntil { get; set; }
}

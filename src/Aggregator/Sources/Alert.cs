namespace Aggregator.Sources;

/// <summary>Somebody should look at a source. Opened and closed by <see cref="SourceAlerts"/>, told once by mail.</summary>
public sealed class Alert
{
    public int Id { get; init; }

    public int SourceId { get; init; }

    public HealthState State { get; init; }

    /// <summary>Since when the source does so.</summary>
    public DateTimeOffset Since { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the mail about it was made; null while it waits for one.</summary>
    public DateTimeOffset? MailedAt { get; set; }

    /// <summary>When the source mended, or got into another state; null while the alert stands.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

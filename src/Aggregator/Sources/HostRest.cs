namespace Aggregator.Sources;

/// <summary>Until when a host is left alone: the pause between two requests, or what it asked for (429, Retry-After).</summary>
public sealed class HostRest
{
    public required string Host { get; init; }

    public DateTimeOffset Until { get; set; }
}

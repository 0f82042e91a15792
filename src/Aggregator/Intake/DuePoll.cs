using Aggregator.Fetching;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>A visit that is due and ours: the source and what we know from the last one.</summary>
public sealed record DuePoll(
    int SourceId, string Name, string Url, SourceKind Kind, string? Language, TimeSpan? FixedInterval, SourcePollState Last)
{
    public FetchRequest Request => new(Url, Last.ETag, Last.LastModified, Last.ValidatorsUrl);

    /// <summary>Host of the address: visits of one host follow one another.</summary>
    public string Host { get; init; } = "";

    /// <summary>Until when the visit is ours.</summary>
    public DateTimeOffset LeaseUntil { get; init; } = DateTimeOffset.MaxValue;

    public override string ToString() => $"The visit of {Name} ({Url})";
}

/// <summary>What the last visit left for the next one.</summary>
public sealed record SourcePollState(string? ETag, string? LastModified, string? ValidatorsUrl, long? BodyHash);

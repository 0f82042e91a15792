using Aggregator.Fetching;
using Aggregator.Reading.Pages;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>A visit that is due and ours: the source and what we know from the last one.</summary>
public sealed record DuePoll(
    int SourceId, string Name, string Url, SourceKind Kind, string? Language, TimeSpan? FixedInterval, SourcePollState Last)
{
    /// <summary>A hub tells us what is new in it.</summary>
    public bool IsPushed { get; init; }

    /// <summary>The hub that is known; null without.</summary>
    public string? Hub { get; init; }

    public FetchRequest Request => new(Url, Last.ETag, Last.LastModified, Last.ValidatorsUrl);

    /// <summary>Host of the address: visits of one host follow one another.</summary>
    public string Host { get; init; } = "";

    /// <summary>Until when the visit is ours.</summary>
    public DateTimeOffset LeaseUntil { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Selectors that correct how the page is read, or null.</summary>
    public PageRules? Rules { get; init; }

    public override string ToString() => $"The visit of {Name} ({Url})";
}

/// <summary>What the last visit left for the next one.</summary>
public sealed record SourcePollState(string? ETag, string? LastModified, string? ValidatorsUrl, long? BodyHash)
{
    public PollError Error { get; init; }

    public string? ErrorDetail { get; init; }

    /// <summary>What was wrong with the last body itself: as long as the server says that it is the same, it still is.</summary>
    public FetchProblem? Unreadable => Error is PollError.EmptyBody or PollError.NotAFeed or PollError.Unreadable or PollError.PageNamesFeed or PollError.EmptyPage
        ? new(Error, ErrorDetail) : null;
}

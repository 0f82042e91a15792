using Aggregator.Fetching;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>A visit with all that must be written down about it.</summary>
/// <param name="Poll">The visit.</param>
/// <param name="Response">What the server said; its problem included, also one found when reading.</param>
/// <param name="At">End of the visit, UTC.</param>
/// <param name="Kind">In a word.</param>
/// <param name="Arrivals">The entries; empty unless it was read.</param>
/// <param name="BodyHash">Hash of the body, to know it again; null when there was none.</param>
/// <param name="Hints">When the feed wants to be visited; null when none was read.</param>
public sealed record PollRecord(
    DuePoll Poll, FetchResponse Response, DateTimeOffset At, PollKind Kind,
    IReadOnlyList<Arrival> Arrivals, long? BodyHash = null, FeedHints? Hints = null)
{
    /// <summary>What of it matters for the next visit.</summary>
    /// <param name="brought">Articles that were new to us.</param>
    public SourceVisit Visit(int brought) => new(At, Response.Status, Response.FinalUrl)
    {
        Error = Response.Problem?.Error ?? PollError.None,
        ErrorDetail = Response.Problem?.Detail,
        ETag = Response.ETag,
        LastModified = Response.LastModified,
        BodyHash = BodyHash,
        FreshFor = Response.FreshFor,
        RetryAfter = Response.RetryAfter,
        Hints = Hints,
        Published = [.. Arrivals.Select(arrival => arrival.Published ?? arrival.Changed)],
        Brought = brought,
        MovedTo = Response.MovedTo,
        FixedInterval = Poll.FixedInterval,
        IsPushed = Poll.IsPushed,
    };
}

using Aggregator.Fetching;

namespace Aggregator.Intake;

/// <summary>A visit with all that must be written down about it.</summary>
/// <param name="Poll">The visit.</param>
/// <param name="Response">What the server said; its problem included, also one found when reading.</param>
/// <param name="At">End of the visit, UTC.</param>
/// <param name="Kind">In a word.</param>
/// <param name="Arrivals">The entries; empty unless it was read.</param>
/// <param name="BodyHash">Hash of the body, to know it again; null when there was none.</param>
/// <param name="FreshFor">How long the feed itself says it stays the same (ttl).</param>
public sealed record PollRecord(
    DuePoll Poll, FetchResponse Response, DateTimeOffset At, PollKind Kind,
    IReadOnlyList<Arrival> Arrivals, long? BodyHash = null, TimeSpan? FreshFor = null);

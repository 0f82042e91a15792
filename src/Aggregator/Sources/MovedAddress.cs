namespace Aggregator.Sources;

/// <summary>
/// When to believe that a source has moved (301, 308). One permanent redirect is not enough: captive portals, maintenance pages and
/// mistyped rules send them too. The same one at three visits over a day, each with a readable feed at its end, is.
/// </summary>
public static class MovedAddress
{
    private const int Visits = 3;

    private static readonly TimeSpan Time = TimeSpan.FromDays(1);

    /// <summary>Notes what a good visit heard; a failed one says nothing about addresses.</summary>
    public static void Note(SourcePoll row, string? movedTo, DateTimeOffset at)
    {
        if (row.MovedTo != movedTo) (row.MovedTo, row.MovedSince, row.MovedSeen) = (movedTo, movedTo is null ? null : at, 0);
        if (movedTo is not null) row.MovedSeen++;
    }

    /// <summary>Whether the address may be rewritten now.</summary>
    public static bool IsConfirmed(SourcePoll row) =>
        row is { MovedTo: not null, MovedSeen: >= Visits, Error: PollError.None } && row.VisitedAt - row.MovedSince >= Time;
}

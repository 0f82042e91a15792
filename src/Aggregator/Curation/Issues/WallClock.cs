using System.Globalization;

namespace Aggregator.Curation.Issues;

/// <summary>A moment that somebody gave as a clock on the wall shows it.</summary>
/// <param name="At">The moment, UTC.</param>
/// <param name="Local">What was given: day and hour of that clock.</param>
/// <param name="Fit">Whether the clock shows it once, never, or twice.</param>
public sealed record WallTime(DateTimeOffset At, DateTime Local, WallTimeFit Fit);

/// <summary>How often a clock shows an hour.</summary>
public enum WallTimeFit
{
    /// <summary>Once.</summary>
    Plain = 0,

    /// <summary>Never, for the clock is put forward over it: moved by as much as the clock is.</summary>
    Skipped = 1,

    /// <summary>Twice, for the clock is put back: the first of the two.</summary>
    Twice = 2,
}

/// <summary>Reads times as a clock of a zone shows them, on the days when clocks change too. Pure.</summary>
public static class WallClock
{
    /// <summary>Further than any zone is from UTC (14 h) and than any clock was moved at once (Apia's 24 h), and nearer than two changes are to each other.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromHours(40);

    private static readonly string[] Forms =
        [.. from day in new[] { "yyyy-MM-dd'T'", "yyyy-MM-dd' '" } from hour in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" } select day + hour];

    private static readonly string[] FormsWithOffset = [.. Forms.Select(form => form + "K")];

    /// <param name="text">ISO 8601, day and hour, as forms send it and the API takes it: 2027-03-28T02:30. With Z or an offset it is that moment.</param>
    /// <param name="zone">The clock that a time without offset is of.</param>
    /// <returns>Null when it cannot be read, or lies outside the years 1900 to 9000.</returns>
    public static WallTime? Read(string? text, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return IsUsable(local) ? Read(local, zone) : null;
        return DateTimeOffset.TryParseExact(text?.Trim(), FormsWithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && IsUsable(moment.DateTime)
            ? new(moment.ToUniversalTime(), TimeZoneInfo.ConvertTime(moment, zone).DateTime, WallTimeFit.Plain) : null;
    }

    /// <param name="local">From 1900 to 9000.</param>
    public static WallTime Read(DateTime local, TimeZoneInfo zone)
    {
        var given = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(given - Around), zone.GetUtcOffset(given + Around));
        var (early, late) = (given - before, given - after);
        return (zone.GetUtcOffset(early) == before, zone.GetUtcOffset(late) == after) switch
        {
            (true, true) when early != late => new(early, local, WallTimeFit.Twice),
            (true, _) => new(early, local, WallTimeFit.Plain),
            (_, true) => new(late, local, WallTimeFit.Plain),
            // By the clock as it was before: what it shows then has moved on by as much as was skipped.
            _ => new(early, local, WallTimeFit.Skipped),
        };
    }

    private static bool IsUsable(DateTime time) => time.Year is >= 1900 and <= 9000;
}

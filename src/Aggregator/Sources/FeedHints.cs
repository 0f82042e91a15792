using System.Runtime.InteropServices;

namespace Aggregator.Sources;

/// <summary>
/// What a feed says about when to come: RSS <c>ttl</c>, <c>skipHours</c>, <c>skipDays</c>. The syndication module's period is no such
/// wish: WordPress writes "hourly" into every feed, whatever its author does, so the rhythm is measured instead.
/// </summary>
/// <param name="TimeToLive">How long it stays the same; null when it does not say.</param>
/// <param name="SkipHours">A bit for each hour of the day, UTC, bit 0 for midnight.</param>
/// <param name="SkipDays">A bit for each day of the week, bit 0 for Sunday.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeedHints(TimeSpan? TimeToLive, int SkipHours, int SkipDays)
{
    private const int AllHours = (1 << 24) - 1, AllDays = (1 << 7) - 1;

    /// <summary>Reads the words of a feed. Hours beyond 23 but 24, which is how some write midnight, and unknown days are passed over.</summary>
    public static FeedHints Of(int? timeToLive, IEnumerable<string> skipHours, IEnumerable<string> skipDays)
    {
        var (hours, days) = (0, 0);
        foreach (var text in skipHours)
            if (int.TryParse(text.Trim(), System.Globalization.CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and <= 24) hours |= 1 << hour % 24;
        foreach (var text in skipDays)
            if (Array.FindIndex(Enum.GetNames<DayOfWeek>(), name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is >= 0 and var day) days |= 1 << day;
        // Who skips everything skips nothing: no visit at all cannot be meant.
        return new(timeToLive is > 0 and var minutes ? TimeSpan.FromMinutes(minutes) : null, hours == AllHours ? 0 : hours, days == AllDays ? 0 : days);
    }

    /// <summary>The first moment from <paramref name="time"/> on that the feed does not ask to skip; <paramref name="latest"/> at the most, or the time itself if that is later.</summary>
    public DateTimeOffset Skip(DateTimeOffset time, DateTimeOffset latest)
    {
        while (time < latest && IsSkipped(time))
        {
            var next = new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, 0, 0, time.Offset).AddHours(1);
            time = next < latest ? next : latest;
        }

        return time;
    }

    private bool IsSkipped(DateTimeOffset time) =>
        (SkipHours >> time.UtcDateTime.Hour & 1) == 1 || (SkipDays >> (int)time.UtcDateTime.DayOfWeek & 1) == 1;
}

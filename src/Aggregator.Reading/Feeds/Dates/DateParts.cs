using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>The numbers of a date before anybody has checked that there is such a date.</summary>
/// <param name="Offset">Minutes east of UTC.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateParts(int Year, int Month, int Day, int Hour, int Minute, int Second, int Offset)
{
    private const int LongestOffset = 24 * 60;

    public bool TryGetInstant(out DateTimeOffset instant)
    {
        instant = default;
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)) return false;
        if (Hour is < 0 or > 24 || (Hour == 24 && (Minute | Second) != 0) || Minute is < 0 or > 59 || Second is < 0 or > 60) return false;
        if (Math.Abs(Offset) > LongestOffset) return false;

        // A leap second (60) is the last one of its minute: .NET has none.
        var ticks = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Utc).Ticks
            + (Hour * TimeSpan.TicksPerHour) + (Minute * TimeSpan.TicksPerMinute) + (Math.Min(Second, 59) * TimeSpan.TicksPerSecond)
            - (Offset * TimeSpan.TicksPerMinute);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>A year of two digits, as RFC 2822 section 4.3 reads it: 00 to 49 are in this century.</summary>
    public static int FullYear(int year) => year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
}

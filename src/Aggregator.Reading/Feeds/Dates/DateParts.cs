using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>The numbers of a date before anybody has checked that there is such a date.</summary>
/// <param name="Offset">Minutes east of UTC; does not count where there is a <paramref name="Zone"/>.</param>
/// <param name="Zone">The zone whose time it is, when it is named and its offset is not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateParts(
    int Year, int Month, int Day, int Hour = 0, int Minute = 0, int Second = 0, int Offset = 0, TimeZoneInfo? Zone = null)
{
    private const int LongestOffset = 24 * 60;

    /// <summary>What lies beyond is a number that only looks like a year.</summary>
    private const int LastYear = 2199;

    /// <summary>Years of the Thai calendar, 543 ahead: no other one that is in use has such numbers.</summary>
    private const int FirstThaiYear = 2400, LastThaiYear = 2800, ThaiYears = 543;

    public bool TryGetInstant(out DateTimeOffset instant)
    {
        instant = default;
        var year = Year is > FirstThaiYear and < LastThaiYear ? Year - ThaiYears : Year;
        if (year is < 1 or > LastYear || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(year, Month)) return false;
        if (Hour is < 0 or > 24 || (Hour == 24 && (Minute | Second) != 0) || Minute is < 0 or > 59 || Second is < 0 or > 60) return false;
        if (Math.Abs(Offset) > LongestOffset) return false;

        // A leap second (60) is the last one of its minute: .NET has none.
        var local = new DateTime(year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified).Ticks
            + (Hour * TimeSpan.TicksPerHour) + (Minute * TimeSpan.TicksPerMinute) + (Math.Min(Second, 59) * TimeSpan.TicksPerSecond);
        var offset = Zone?.GetUtcOffset(new DateTime(local, DateTimeKind.Unspecified)).Ticks ?? Offset * TimeSpan.TicksPerMinute;
        if (local - offset < 0) return false;
        instant = new DateTimeOffset(local - offset, TimeSpan.Zero);
        return true;
    }

    /// <summary>The same with what is said about its zone; without that, at an offset of minutes.</summary>
    public DateParts In(DateZone zone, int otherwise = 0) =>
        this with { Offset = zone.Offset ?? otherwise, Zone = zone.Offset is null ? zone.Named : null };

    /// <summary>A year of two digits, as RFC 2822 section 4.3 reads it: 00 to 49 are in this century.</summary>
    public static int FullYear(int year) => year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
}

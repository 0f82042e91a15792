using System.Globalization;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>
/// Seconds since 1970, and thousandths and millionths of them: a number alone is taken for what makes it a time of the web's years.
/// A number that has the form of a date without signs ("20250515") is never in that range.
/// </summary>
internal static class UnixTime
{
    private const decimal First = 631_152_000, Last = 4_102_444_800; // 1990 and 2100, in seconds
    private const int LongestNumber = 24;

    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is < 9 or > LongestNumber || !char.IsAsciiDigit(text[^1]) || text.ContainsAnyExcept("0123456789.")) return null;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        foreach (var unit in (ReadOnlySpan<int>)[1, 1_000, 1_000_000])
        {
            if (number / unit is >= First and < Last and var seconds) return DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        }

        return null;
    }
}

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>
/// Reads ISO 8601: the profiles of RFC 3339 and W3C, the basic form without separators, ordinal dates, and the two-digit years of its
/// 1988 edition. Strict: what is left over makes it no date.
/// </summary>
internal static class IsoDate
{
    public static DateParts? Read(ReadOnlySpan<char> text)
    {
        var scanner = new DateScanner(text);
        if (Day(ref scanner) is not { } day) return null;
        if (scanner.AtEnd) return day;
        if (scanner.Next is not ('T' or 't' or ' ')) return null;
        scanner.Skip();
        scanner.SkipSpace();
        return Time(ref scanner, day);
    }

    private static DateParts? Day(ref DateScanner scanner)
    {
        var implied = scanner.Take('-'); // "-03-12": the century is implied, the day left out
        var digits = scanner.Digits(9);
        switch (digits.Length)
        {
            case 4 when !implied: return AfterYear(ref scanner, DateScanner.Value(digits));
            case 8 when !implied:
                return new DateParts(DateScanner.Value(digits[..4]), DateScanner.Value(digits[4..6]), DateScanner.Value(digits[6..]), 0, 0, 0, 0);
            case 7 when !implied: return Ordinal(DateScanner.Value(digits[..4]), DateScanner.Value(digits[4..]));

            // Two-digit ordinal dates went out of use with Atom 0.3; any other number of five digits is only a number.
            case 5 when digits[0] is '0' or '9': return Ordinal(DateParts.FullYear(DateScanner.Value(digits[..2])), DateScanner.Value(digits[2..]));
            case 2 when scanner.Next == '-': return AfterYear(ref scanner, DateParts.FullYear(DateScanner.Value(digits)));
            default: return null;
        }
    }

    private static DateParts? AfterYear(ref DateScanner scanner, int year)
    {
        if (scanner.AtEnd) return new DateParts(year, 1, 1, 0, 0, 0, 0);
        if (!scanner.Take('-') && !scanner.Take('/') && !scanner.Take('.')) return null;
        var digits = scanner.Digits(3);
        if (digits.Length == 3) return Ordinal(year, DateScanner.Value(digits));
        var month = digits.IsEmpty ? Months.Find(scanner.Word()) : DateScanner.Value(digits);
        var day = scanner.Take('-') || scanner.Take('/') || scanner.Take('.') ? scanner.Number(2) : 1;
        return new DateParts(year, month, day, 0, 0, 0, 0);
    }

    private static DateParts? Ordinal(int year, int day)
    {
        if (year is < 1 or > 9998 || day < 1 || day > (DateTime.IsLeapYear(year) ? 366 : 365)) return null;
        var date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day - 1);
        return new DateParts(date.Year, date.Month, date.Day, 0, 0, 0, 0);
    }

    private static DateParts? Time(ref DateScanner scanner, DateParts day)
    {
        var afternoon = Korean(scanner.Word());
        scanner.SkipSpace();
        var digits = scanner.Digits(6);
        if (digits.Length is 4 or 6)
        {
            var seconds = digits.Length == 6 ? DateScanner.Value(digits[4..]) : 0;
            day = day with { Hour = DateScanner.Value(digits[..2]), Minute = DateScanner.Value(digits[2..4]), Second = seconds };
        }
        else if (digits.Length is 1 or 2 && TimeOfDay.AfterHour(ref scanner) is var (minute, second))
        {
            var hour = DateScanner.Value(digits);
            day = day with { Hour = afternoon is { } pm ? Zones.On24Hours(hour, pm) : hour, Minute = minute, Second = second };
        }
        else return null;

        var zone = afternoon is null ? 0 : Zones.Korea;
        return Zone(ref scanner, zone) is { } offset && scanner.AtEnd ? day with { Offset = offset } : null;
    }

    private static int? Zone(ref DateScanner scanner, int none)
    {
        scanner.SkipSpace();
        if (scanner.AtEnd) return none;
        if (scanner.Next is '+' or '-' or '\u2212') return TimeOfDay.Offset(ref scanner);
        return Zones.Find(scanner.Word());
    }

    /// <summary>The words for morning and afternoon, which stand before the time in Korean.</summary>
    private static bool? Korean(ReadOnlySpan<char> word) => word switch
    {
        "오전" => false,
        "오후" => true,
        _ => null,
    };
}

using System.Globalization;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>
/// Reads ISO 8601: the profiles of RFC 3339 and W3C, the basic form without separators, ordinal and week dates, and the two-digit years of
/// its 1988 edition. Strict: what is left over makes it no date.
/// </summary>
internal static class IsoDate
{
    public static DateParts? Read(ReadOnlySpan<char> text)
    {
        var scanner = new DateScanner(text);
        if (Day(ref scanner) is not { } day) return null;
        if (scanner.AtEnd) return day;
        if (HasTime(text[..scanner.Position])) return Zone(ref scanner) is { } compact ? day.In(compact) : null;
        if (scanner.Next is not ('T' or 't' or ' ' or ',')) return null;
        scanner.Skip();
        scanner.SkipSpace();
        return Time(ref scanner, day);
    }

    private static DateParts? Day(ref DateScanner scanner)
    {
        var implied = scanner.Take('-'); // "-03-12": the century is implied, the day left out
        var digits = scanner.Digits(15);
        switch (digits.Length)
        {
            case 4 when implied: return Month(digits);
            case 4: return AfterYear(ref scanner, DateScanner.Value(digits));
            case 6 when !implied: return SixDigits(digits);
            case 8 or 12 or 14 when !implied: return Compact(digits);
            case 7 when !implied: return Ordinal(DateScanner.Value(digits[..4]), DateScanner.Value(digits[4..]));

            // Two-digit ordinal dates went out of use with Atom 0.3; any other number of five digits is only a number.
            case 5 when digits[0] is '0' or '9': return Ordinal(DateParts.FullYear(DateScanner.Value(digits[..2])), DateScanner.Value(digits[2..]));
            case 2 when scanner.Next == '-': return AfterYear(ref scanner, DateParts.FullYear(DateScanner.Value(digits)));
            default: return null;
        }
    }

    private static bool HasTime(ReadOnlySpan<char> digits) => digits.Length is 12 or 14 && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>yyyymmdd, yyyymmddhhmm or yyyymmddhhmmss.</summary>
    private static DateParts Compact(ReadOnlySpan<char> digits)
    {
        var day = new DateParts(DateScanner.Value(digits[..4]), DateScanner.Value(digits[4..6]), DateScanner.Value(digits[6..8]));
        return digits.Length == 8 ? day : day with
        {
            Hour = DateScanner.Value(digits[8..10]), Minute = DateScanner.Value(digits[10..12]), Second = DateScanner.Value(digits[12..]),
        };
    }

    /// <summary>yymmdd; where there is no such day, yyyymm.</summary>
    private static DateParts SixDigits(ReadOnlySpan<char> digits)
    {
        var day = Month(digits[..4]) with { Day = DateScanner.Value(digits[4..]) };
        return day.TryGetInstant(out _) ? day : new DateParts(DateScanner.Value(digits[..4]), DateScanner.Value(digits[4..]), 1);
    }

    /// <summary>-yymm.</summary>
    private static DateParts Month(ReadOnlySpan<char> digits) =>
        new(DateParts.FullYear(DateScanner.Value(digits[..2])), DateScanner.Value(digits[2..]), 1);

    private static DateParts? AfterYear(ref DateScanner scanner, int year)
    {
        if (scanner.AtEnd) return new DateParts(year, 1, 1);
        if (scanner.Next == 'W' || (scanner.Next == '-' && scanner.At(1) == 'W')) return Week(ref scanner, year);
        if (!TakeSeparator(ref scanner)) return null;
        var digits = scanner.Digits(3);
        if (digits.Length == 3 && !IsSeparator(scanner.Next)) return Ordinal(year, DateScanner.Value(digits));
        var month = digits.IsEmpty ? NamedMonth(scanner.Word()) : DateScanner.Value(digits);
        var day = TakeSeparator(ref scanner) ? scanner.Number(3) : 1; // some programs write months and days with three digits
        return new DateParts(year, month, day);
    }

    private static int NamedMonth(ReadOnlySpan<char> word) =>
        DateWords.Find(word).Month is > 0 and var month ? month : DateWords.GuessMonth(word);

    private static bool IsSeparator(char c) => c is '-' or '/' or '.';

    private static bool TakeSeparator(ref DateScanner scanner)
    {
        if (!IsSeparator(scanner.Next)) return false;
        scanner.Skip();
        return true;
    }

    /// <summary>"-Www-d" or "Wwwd"; without the day, Monday.</summary>
    private static DateParts? Week(ref DateScanner scanner, int year)
    {
        scanner.Take('-');
        scanner.Skip();
        var week = scanner.Number(2);
        var day = scanner.Take('-') || char.IsAsciiDigit(scanner.Next) ? scanner.Number(1) : 1;
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year) || day is < 1 or > 7) return null;
        var date = ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7));
        return new DateParts(date.Year, date.Month, date.Day);
    }

    private static DateParts? Ordinal(int year, int day)
    {
        if (year is < 1 or > 9998 || day < 1 || day > (DateTime.IsLeapYear(year) ? 366 : 365)) return null;
        var date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day - 1);
        return new DateParts(date.Year, date.Month, date.Day);
    }

    private static DateParts? Time(ref DateScanner scanner, DateParts day)
    {
        var period = scanner.Word();
        var afternoon = DateWords.Find(period).IsAfternoon;
        // Two Korean hosts write their own time so; other dates without a zone are read as UTC.
        var otherwise = period is "오전" or "오후" ? Zones.Korea : 0;
        scanner.SkipSpace();
        var digits = scanner.Digits(6);
        if (digits.Length is 4 or 6)
        {
            var seconds = digits.Length == 6 ? DateScanner.Value(digits[4..]) : 0;
            day = day with { Hour = DateScanner.Value(digits[..2]), Minute = DateScanner.Value(digits[2..4]), Second = seconds };
        }
        else if (digits.Length is 1 or 2
            && (TimeOfDay.AfterHour(ref scanner) ?? TimeOfDay.AfterMarkedHour(ref scanner)) is var (minute, second))
            day = day with { Hour = DateScanner.Value(digits), Minute = minute, Second = second };
        else return null;

        if ((afternoon ?? TakePeriod(ref scanner)) is { } pm) day = day with { Hour = Zones.On24Hours(day.Hour, pm) };
        return Zone(ref scanner) is { } zone ? day.In(zone, otherwise) : null;
    }

    private static bool? TakePeriod(ref DateScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipSpace();
        if (DateWords.Find(scanner.Word()).IsAfternoon is { } afternoon)
        {
            scanner.Take('.');
            return afternoon;
        }

        scanner.Return(start);
        return null;
    }

    /// <summary>All that is said about the zone ("+0200 CEST", "+02:00[Europe/Paris]"), or null when something else stands there.</summary>
    private static DateZone? Zone(ref DateScanner scanner)
    {
        var zone = default(DateZone);
        scanner.SkipSpace();
        while (!scanner.AtEnd)
        {
            if (!zone.Take(ref scanner)) return null;
            scanner.SkipSpace();
        }

        return zone;
    }
}

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>Reads what all formats write alike: the time after the hour, and offsets from UTC.</summary>
internal static class TimeOfDay
{
    /// <summary>":mm", ":mm:ss" or ":mm:ss.fff"; null when it is something else.</summary>
    public static (int Minute, int Second)? AfterHour(ref DateScanner scanner)
    {
        if (!scanner.Take(':')) return null;
        var minute = scanner.Number(2);
        var second = 0;
        if (scanner.Take(':'))
        {
            second = scanner.Number(2);
            if (scanner.Take('.') || scanner.Take(',')) scanner.Digits(30);
        }

        return minute < 0 || second < 0 ? null : (minute, second);
    }

    /// <summary>
    /// What stands after an hour that a word or sign marks: "h30", " h 30", " Uhr", "시 20분", "時20分30秒". Minutes are as far from the mark as
    /// the hour is, or have a sign of their own: the day in "7h 15 mars" are none.
    /// </summary>
    /// <returns>Null, with the scanner where it was, when no mark stands here.</returns>
    public static (int Minute, int Second)? AfterMarkedHour(ref DateScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipSpace();
        var gapBefore = scanner.Position > start;
        if (!TakeHourMark(ref scanner))
        {
            scanner.Return(start);
            return null;
        }

        var end = scanner.Position;
        scanner.SkipSpace();
        var gapAfter = scanner.Position > end;
        var digits = scanner.Digits(2);
        var minute = digits.IsEmpty ? -1 : DateScanner.Value(digits);
        var isAsFar = digits.Length == 2 && gapBefore == gapAfter && !char.IsAsciiDigit(scanner.Next);
        if (minute >= 0 && (TakeSign(ref scanner, '分', '분') || isAsFar)) return (minute, Seconds(ref scanner));
        scanner.Return(end);
        return (0, 0);
    }

    /// <summary>"+hh", "+hhmm", "+hh:mm" with either sign, in minutes; null when it is something else.</summary>
    public static int? Offset(ref DateScanner scanner)
    {
        var sign = scanner.Next is '-' or '\u2212' ? -1 : 1;
        scanner.Skip();
        var digits = scanner.Digits(4);
        if (digits.Length is 0 or 3) return digits.Length == 3 ? sign * ((DateScanner.Value(digits[..1]) * 60) + DateScanner.Value(digits[1..])) : null;
        if (digits.Length == 4) return sign * ((DateScanner.Value(digits[..2]) * 60) + DateScanner.Value(digits[2..]));
        var minutes = scanner.Take(':') ? scanner.Number(2) : 0;
        return minutes < 0 ? null : sign * ((DateScanner.Value(digits) * 60) + minutes);
    }

    private static bool TakeHourMark(ref DateScanner scanner)
    {
        if (scanner.Next is '時' or '时' or '시' or '點' or '点')
        {
            scanner.Skip();
            return true;
        }

        return DateWords.MayBeHour(scanner.Next) && DateWords.Find(scanner.Letters()).IsHour;
    }

    private static int Seconds(ref DateScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipSpace();
        if (scanner.Digits(2) is { IsEmpty: false } digits && TakeSign(ref scanner, '秒', '초')) return DateScanner.Value(digits);
        scanner.Return(start);
        return 0;
    }

    private static bool TakeSign(ref DateScanner scanner, char one, char other) => scanner.Take(one) || scanner.Take(other);
}

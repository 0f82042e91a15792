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
}

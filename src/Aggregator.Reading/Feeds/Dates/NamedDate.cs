namespace Aggregator.Reading.Feeds.Dates;

/// <summary>
/// Reads dates with words in them, whatever the order: RFC 822 and 2822, asctime, JavaScript's, HTTP's, and other languages'.
/// A day, a month and a year must be there; words that mean nothing to us (weekdays) are passed over.
/// </summary>
internal static class NamedDate
{
    public static DateParts? Read(ReadOnlySpan<char> text)
    {
        var scanner = new DateScanner(text);
        var found = new Found();
        while (!scanner.AtEnd)
        {
            if (!Step(ref scanner, ref found)) return null;
        }

        return found.Parts();
    }

    private static bool Step(ref DateScanner scanner, ref Found found)
    {
        var next = scanner.Next;
        if (char.IsAsciiDigit(next)) return Number(ref scanner, ref found);
        if (char.IsLetter(next)) return found.Word(scanner.Word());
        if (found.HasTime && next is '+' or '-' or '\u2212') return found.Zone(TimeOfDay.Offset(ref scanner));
        scanner.Skip();
        return next is ',' or '.' or '-' or '/' or '(' or ')' || char.IsWhiteSpace(next);
    }

    private static bool Number(ref DateScanner scanner, ref Found found)
    {
        var digits = scanner.Digits(5);
        if (digits.Length <= 2 && scanner.Next == ':' && !found.HasTime)
            return TimeOfDay.AfterHour(ref scanner) is var (minute, second) && found.Time(DateScanner.Value(digits), minute, second);
        return digits.Length <= 4 && found.Number(DateScanner.Value(digits), digits.Length);
    }

    /// <summary>What has been found so far.</summary>
    private struct Found
    {
        private int? year;
        private int? month;
        private int? day;
        private int? hour;
        private int minute;
        private int second;
        private int? offset;
        private int fallbackOffset;
        private bool? afternoon;

        public readonly bool HasTime => hour is not null;

        public bool Number(int value, int digits)
        {
            if (digits > 2 && year is null) year = value;
            else if (digits > 2) return false;
            else if (day is null) day = value;
            else if (month is null) (day, month) = UnambiguousOrder(day.Value, value);
            else if (year is null) year = DateParts.FullYear(value);
            else return false;
            return month is not 0;
        }

        public bool Word(ReadOnlySpan<char> word)
        {
            if (Months.Find(word) is > 0 and var number) month = number;
            else if (word is "년" or "월" or "일") fallbackOffset = Zones.Korea;
            else if (word.Equals("PM", StringComparison.OrdinalIgnoreCase)) afternoon = true;
            else if (word.Equals("AM", StringComparison.OrdinalIgnoreCase)) afternoon = false;
            else if (HasTime && Zones.Find(word) is { } zone) offset ??= zone;
            return true;
        }

        public bool Time(int hours, int minutes, int seconds)
        {
            (hour, minute, second) = (hours, minutes, seconds);
            return true;
        }

        public bool Zone(int? minutes)
        {
            offset = minutes;
            return minutes is not null;
        }

        public readonly DateParts? Parts()
        {
            if (year is not { } y || month is not { } m || day is not { } d) return null;
            var h = hour ?? 0;
            return new DateParts(y, m, d, afternoon is { } pm ? Zones.On24Hours(h, pm) : h, minute, second, offset ?? fallbackOffset);
        }

        /// <summary>Two numbers, day and month. After a year the month is first; else only when they can be told apart (month 0 = cannot).</summary>
        private readonly (int Day, int Month) UnambiguousOrder(int first, int second) =>
            year is not null ? (second, first)
            : first > 12 || first == second ? (first, second)
            : second > 12 ? (second, first)
            : (first, 0);
    }
}

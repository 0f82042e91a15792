using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>What has been found so far in a date whose order is free.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct FoundDate
{
    private int? year, month, day, guessedMonth, hour, era;
    private int minute, second, otherwise, count;
    private int first, next, last; // numbers of one or two digits, in their order
    private bool yearCameFirst, monthMayBeWeekday, periodIsLast, timeIsLast;
    private bool? period, afternoon;

    /// <summary>What is said about the zone.</summary>
    public DateZone Zone;

    public readonly bool HasTime => hour is not null;

    /// <summary>The text up to here ends with a number of the date: a "-" that follows parts it from the next.</summary>
    public bool EndsWithNumber { get; set; }

    /// <summary>Whether day, month and year are there, so that a number that follows can only be of the time.</summary>
    public readonly bool IsWhole => Parts() is not null;

    /// <summary>Takes a number of up to four digits.</summary>
    public bool Number(int value, int digits)
    {
        Passed();
        EndsWithNumber = true;
        if (era is { } before)
        {
            (year, era, yearCameFirst) = (before + value, null, count == 0);
            return true;
        }

        if (digits > 2)
        {
            if (year is not null) return false;
            (year, yearCameFirst) = (value, count == 0);
            return true;
        }

        switch (count++)
        {
            case 0: first = value; break;
            case 1: next = value; break;
            case 2: last = value; break;
            default: return false;
        }

        return true;
    }

    /// <summary>Takes a number that a sign after it explains, as in 2025年3月15日.</summary>
    /// <returns>False when the character is no such sign.</returns>
    public bool Unit(char sign, int value)
    {
        switch (sign)
        {
            case '年' or '년': (year, era, yearCameFirst) = ((era ?? 0) + value, null, count == 0); break;
            case '月' or '월': month = value; break;
            case '日' or '일' or '号' or '號': day = value; break;
            default: return false;
        }

        if (sign is '년' or '월' or '일') otherwise = Zones.Korea;
        return Passed();
    }

    public void Word(ReadOnlySpan<char> word)
    {
        var known = DateWords.Find(word);
        var half = known.IsAfternoon ?? HalfAtTheEnd(word);
        if (half is not null && timeIsLast) afternoon ??= half;
        Passed();
        if (half is not null) (period, periodIsLast) = (half, true);
        else if (known.Era is { } before) era = before;
        else if (known.Month > 0) (month, monthMayBeWeekday) = (known.Month, known.IsWeekday);
        else if (!known.IsWeekday && month is null && DateWords.GuessMonth(word) is > 0 and var guess) guessedMonth = guess;
    }

    public bool Time(int hours, int minutes, int seconds)
    {
        if (periodIsLast) afternoon ??= period;
        (hour, minute, second) = (hours, minutes, seconds);
        Passed();
        return timeIsLast = true;
    }

    /// <summary>Notes that something stood here: halves of the day count only beside the time.</summary>
    public bool Passed()
    {
        periodIsLast = timeIsLast = EndsWithNumber = false;
        return true;
    }

    public readonly DateParts? Parts()
    {
        if (Date() is not var (y, m, d)) return null;
        var h = hour ?? 0;
        return new DateParts(y, m, d, afternoon is { } pm ? Zones.On24Hours(h, pm) : h, minute, second).In(Zone, otherwise);
    }

    private readonly (int Year, int Month, int Day)? Date()
    {
        // "mar. 14/01/2025": the word is a Tuesday, for day and month stand in figures.
        var named = monthMayBeWeekday && year is not null && count >= 2 ? null : month ?? guessedMonth;
        return (named, day, year, count) switch
        {
            ({ } m, { } d, { } y, 0) => (y, m, d),
            ({ } m, null, { } y, 1) => (y, m, first),
            ({ } m, null, null, 2) => (DateParts.FullYear(next), m, first),
            (null, null, { } y, 2) => InFigures(y),
            (null, null, null, 3) => Ordered(first, next) is var (d, m) ? (DateParts.FullYear(last), m, d) : null,
            _ when guessedMonth is not null && month is null && year is { } y && count == 2 => InFigures(y),
            _ => null,
        };
    }

    private readonly (int Year, int Month, int Day)? InFigures(int y) =>
        yearCameFirst ? (y, first, next) : Ordered(first, next) is var (d, m) ? (y, m, d) : null;

    /// <summary>Day and month, where they can be told apart.</summary>
    private static (int Day, int Month)? Ordered(int one, int other) =>
        one > 12 || one == other ? (one, other) : other > 12 ? (other, one) : null;

    /// <summary>Chinese has no space between the weekday and the half of the day.</summary>
    private static bool? HalfAtTheEnd(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] > '\u2FFF' ? DateWords.Find(word[^2..]).IsAfternoon : null;
}

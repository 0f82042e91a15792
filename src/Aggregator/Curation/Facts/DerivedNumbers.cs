namespace Aggregator.Curation.Facts;

/// <summary>
/// Numbers that no source writes and every reader can work out: what "18 minutes au lieu de 25" saves, "1 200 sur 9 300" in percent, the age of what was
/// founded in 1887. Pure.
/// </summary>
internal static class DerivedNumbers
{
    /// <summary>A year, in the kind of months.</summary>
    private const decimal MonthsInYear = 12;

    /// <summary>The years from which an age is counted.</summary>
    private const decimal FirstYear = 1000;

    /// <summary>Whether a number is the age of something from a year that sources name.</summary>
    public static bool IsAge(NumberFact number, IEnumerable<decimal> years, DateOnly edition) =>
        number.Measures.Any(unit => unit is { Kind: "time:month", Size: MonthsInYear }) && years.Any(year => year >= FirstYear && number.Values.Contains(edition.Year - year));

    /// <summary>Whether a number is what lies between two others, in their unit, in percent or in points.</summary>
    public static bool IsChange(NumberFact number, OrderedPair pair)
    {
        var (before, now) = (pair.Old.Values[0], pair.New.Values[0]);
        if (before <= 0 || !NumberMatch.Comparable(pair.Old, pair.New)) return false;
        var (isShare, off) = (IsIn(pair.Old, "part:share"), Math.Abs(now - before));
        if (IsIn(number, "part:points")) return isShare && number.Values.Contains(off);
        if (IsIn(number, "part:share") && !isShare) return Gives(number, off / before * 100);
        return NumberMatch.Comparable(number, pair.Old) && number.Values.Contains(off);
    }

    /// <summary>Whether a number is the share of a part in its whole, or what is left of it.</summary>
    public static bool IsShare(NumberFact number, OrderedPair pair)
    {
        var (whole, part) = (pair.Old.Values[0], pair.New.Values[0]);
        if (whole <= 0 || part > whole) return false;
        if (IsIn(number, "part:share")) return Gives(number, part / whole * 100) || Gives(number, (whole - part) / whole * 100);
        return NumberMatch.Comparable(number, pair.Old) && number.Values.Contains(whole - part);
    }

    private static bool IsIn(NumberFact number, string kind) => number.Measures.Concat(number.Inherited).Any(unit => unit.Kind == kind);

    private static bool Gives(NumberFact number, decimal computed) => number.Values.Any(value => Rounding.Gives(value, computed));
}

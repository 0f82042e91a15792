namespace Aggregator.Curation.Facts;

/// <summary>Whether two numbers say the same: number, unit and period are one thing. Pure.</summary>
internal static class NumberMatch
{
    public static bool Same(NumberFact said, SourceNumber source) =>
        (SameReading(said, source.Number) || (said.Otherwise is { } other && SameReading(other, source.Number))
            || (source.Number.Otherwise is { } theirs && SameReading(said, theirs)))
        && SamePeriod(said, source);

    /// <summary>The same figures, whatever their unit.</summary>
    public static bool SameFigures(NumberFact said, NumberFact source) => said.Values.Any(source.Values.Contains);

    /// <summary>The same figures in other units of one family, or for another period: not what a chance would give.</summary>
    public static bool IsMistaken(NumberFact said, SourceNumber source) =>
        SameFigures(said, source.Number) && (said.Measures.Any(mine => UnitsOf(source.Number).Any(theirs => mine.Family == theirs.Family)) || (said.Per is not null && source.Number.Per is not null));

    /// <summary>Whether numbers could be mistaken for each other: both in units of one kind, or both counting things.</summary>
    public static bool Comparable(NumberFact one, NumberFact other)
    {
        var (mine, theirs) = (UnitsOf(one), UnitsOf(other));
        return mine.Count == 0 ? theirs.Count == 0 : mine.Any(unit => theirs.Any(another => unit.Kind == another.Kind));
    }

    private static IReadOnlyList<Measure> UnitsOf(NumberFact number) => number.Measures.Count > 0 ? number.Measures : number.Inherited;

    private static bool SameReading(NumberFact said, NumberFact source)
    {
        var (mine, theirs) = (UnitsOf(said), UnitsOf(source));
        if (mine.Count > 0 && theirs.Count > 0)
            return mine.Any(unit => theirs.Any(other => unit.Kind == other.Kind && AnyFits(said, source, unit.Size, other.Size)));
        // "20 personnes" are no "20 minutes"; a number that counts nothing in words may be either.
        if (mine.Count > 0 && IsThing(source) || theirs.Count > 0 && IsThing(said)) return false;
        return AnyFits(said, source, 1, 1);
    }

    // The same figures in another unit are another number: "1,140 m" is not "1,140 km", though either may be read as 1.14.
    private static bool AnyFits(NumberFact said, NumberFact source, decimal size, decimal theirs) => (size == theirs || !SameFigures(said, source))
        && said.Values.Any(value => source.Values.Any(other => Rounding.Fits(value, other * theirs / size, said.Hedge)));

    /// <summary>A plural behind the number is what it counts; other words may be anything.</summary>
    private static bool IsThing(NumberFact number) => number.Measures.Count == 0 && number.Inherited.Count == 0 && number.CountsPlural;

    private static bool SamePeriod(NumberFact said, SourceNumber source)
    {
        if (said.Per is not { } mine) return true;
        if (source.Number.Per is not { } theirs) return source.Periods.Contains(mine) || (!UnitReader.IsPeriod(mine) && source.Periods.Count == 0);
        // "par personne" and "par habitant" may be one; a period is never anything else.
        return mine == theirs || (!UnitReader.IsPeriod(mine) && !UnitReader.IsPeriod(theirs));
    }
}

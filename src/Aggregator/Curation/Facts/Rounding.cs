namespace Aggregator.Curation.Facts;

/// <summary>Whether one number is another one, rounded as its writer says. Pure.</summary>
internal static class Rounding
{
    /// <summary>What "about" may be off, in proportion: "une cinquantaine" of 48 or 55, "a good thousand" of 1,150. Own choice.</summary>
    private const decimal LargestHedged = 0.15m;

    /// <summary>What goes without a word: "84,000" of 83,912. Own choice.</summary>
    private const decimal LargestSilent = 0.005m;

    /// <param name="said">The number as written.</param>
    /// <param name="meant">The number of a source.</param>
    /// <param name="hedge">What the writer says of it.</param>
    public static bool Fits(decimal said, decimal meant, Hedge hedge)
    {
        if (said == meant) return true;
        if (said <= 0 || meant <= 0) return false;
        var (off, place) = (Math.Abs(said - meant), PlaceOf(said));
        if (PlaceOf(meant) >= place) return hedge != Hedge.None && HasSense(said, meant, hedge) && off <= said * LargestHedged && place > 1;
        return hedge == Hedge.None
            ? off <= place / 2 && off <= said * LargestSilent
            : HasSense(said, meant, hedge) && off <= place && off <= said * LargestHedged;
    }

    /// <summary>Whether a computed number is written so, to the last place that is written.</summary>
    public static bool Gives(decimal said, decimal computed) => Math.Abs(said - computed) <= Math.Min(PlaceOf(said), 1) / 2;

    private static bool HasSense(decimal said, decimal meant, Hedge hedge) => hedge switch
    {
        Hedge.AtLeast => meant >= said,
        Hedge.AtMost => meant <= said,
        _ => true,
    };

    /// <summary>What the last figure counts that is not zero: 1,000 in 21,000, 0.1 in 2.4.</summary>
    private static decimal PlaceOf(decimal value)
    {
        if (value == 0) return 1;
        var place = 1m;
        while (value % place != 0) place /= 10;
        while (place >= 1 && value % (place * 10) == 0) place *= 10;
        return place;
    }
}

namespace Aggregator.Curation.Facts;

/// <summary>A number in a text.</summary>
/// <param name="Start">In UTF-16 units; a sign of money before the figures belongs to it.</param>
/// <param name="Length">With its magnitude, its unit and what it is per: "2,5 milliards d’euros par an".</param>
/// <param name="Values">What it may mean: "1,200" is 1,200 in English and 1.2 in French.</param>
/// <param name="Unit">The word it counts, folded; empty when it has a unit of measure or when none follows.</param>
/// <param name="IsSpelled">Written in letters.</param>
public sealed record NumberFact(int Start, int Length, IReadOnlyList<decimal> Values, string Unit, bool IsSpelled)
{
    /// <summary>The units of measure it may be in; empty when none is written.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Whether the word it counts is a plural, and so surely what is counted.</summary>
    public bool CountsPlural { get; init; }

    /// <summary>What it is for each of; null when it is not.</summary>
    public string? Per { get; init; }

    /// <summary>How the words beside it round it.</summary>
    public Hedge Hedge { get; init; }

    /// <summary>The unit of the number that it is compared with, where it has none of its own: "from 12 to 15 minutes".</summary>
    public IReadOnlyList<Measure> Inherited { get; init; } = [];

    /// <summary>Another way to read the same figures; null when there is none.</summary>
    public NumberFact? Otherwise { get; init; }

    public int End => Start + Length;
}

/// <summary>What a writer says of a rounded number.</summary>
public enum Hedge
{
    /// <summary>Nothing: it is exact.</summary>
    None,

    /// <summary>"about", "près de".</summary>
    About,

    /// <summary>"more than".</summary>
    AtLeast,

    /// <summary>"less than".</summary>
    AtMost,
}

/// <summary>A day, a month or a weekday in a text; what it does not say is null.</summary>
public sealed record DateFact(int Start, int Length, int? Day, int? Month, int? Year, DayOfWeek? Weekday);

/// <summary>A word that may be a name.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">Without an elided article or a possessive.</param>
/// <param name="Form">Folded.</param>
/// <param name="IsCapital">It has a capital.</param>
/// <param name="BeginsSentence">Any word would have one there.</param>
/// <param name="FollowsOn">Only one space parts it from the word before.</param>
public sealed record WordFact(int Start, int Length, string Form, bool IsCapital, bool BeginsSentence, bool FollowsOn)
{
    public int End => Start + Length;
}

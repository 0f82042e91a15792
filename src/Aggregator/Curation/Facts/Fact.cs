namespace Aggregator.Curation.Facts;

/// <summary>A number in a text.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">With its magnitude: "2,5 milliards".</param>
/// <param name="Values">What it may mean: "1,200" is 1,200 in English and 1.2 in French.</param>
/// <param name="Unit">The word or sign it counts, folded; empty when none follows.</param>
/// <param name="IsSpelled">Written in letters.</param>
public sealed record NumberFact(int Start, int Length, IReadOnlyList<decimal> Values, string Unit, bool IsSpelled);

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

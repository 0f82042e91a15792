namespace Aggregator.Reading.Stories;

/// <summary>
/// Whether two stories in two languages tell one event: they name the same people and things and give the same figures within a few days. Words
/// are no evidence, for they are not translated. Only strong evidence counts: a tie that is missing is a search, one that is wrong is an error.
/// </summary>
public static class StoryTie
{
    /// <summary>Between the first articles of the two: an event is told abroad within days.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromDays(4);

    /// <summary>What is shared must weigh as much as two names or figures that stand in no other text.</summary>
    private const double LeastEvidence = 2;

    /// <summary>And this part of all that the one with less of it holds: two events around one company share its name and its people.</summary>
    private const double LeastShare = 0.4;

    /// <summary>How strong the tie is, from 2 on; null: none.</summary>
    /// <param name="one">Facts of the one.</param>
    /// <param name="other">Facts of the other, in another language.</param>
    /// <param name="gap">Time between their first articles, of either sign.</param>
    public static double? Strength(StoryFacts one, StoryFacts other, TimeSpan gap)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (gap.Duration() > LongestGap) return null;
        var (names, figures) = (Shared(one.Names, other.Names), Shared(one.Numbers, other.Numbers));
        var evidence = names + figures;
        // Names alone are people and places that are often in the news together; figures alone are chance.
        var strong = evidence >= LeastEvidence && names > 0 && evidence >= LeastShare * Math.Min(Weight(one), Weight(other));
        return strong && (figures > 0 || names >= 1.5 * LeastEvidence) ? evidence : null;
    }

    private static double Weight(StoryFacts facts) => facts.Names.Values.Sum() + facts.Numbers.Values.Sum();

    /// <summary>What both hold; of two weights the lower.</summary>
    private static double Shared(IReadOnlyDictionary<string, double> one, IReadOnlyDictionary<string, double> other) =>
        one.Where(fact => other.ContainsKey(fact.Key)).Sum(fact => Math.Min(fact.Value, other[fact.Key]));
}

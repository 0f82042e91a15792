namespace Aggregator.Reading.Stories;

/// <summary>What two texts in two languages share, parted into who it is about and what happened.</summary>
/// <param name="Who">Names in common, each from .15 to 1.</param>
/// <param name="Event">Words and figures in common for what happened; a rare word of both titles counts 1.</param>
/// <param name="Room">How many words for what happened both hold, their geometric mean: long texts share some by chance.</param>
internal sealed record TieEvidence(double Who, double Event, double Room)
{
    /// <summary>What a word counts by where it stands; of the two texts the geometric mean.</summary>
    private static readonly double[] Told = [1, 0.8, 0.4];

    /// <summary>A figure says more than a word: nobody translates it, and few are the same by chance. What it counts ("two dockers") is a word already.</summary>
    private const double FigureWorth = 1.5, CountWorth = 0.5;

    public static TieEvidence Of(StoryFacts one, StoryFacts other)
    {
        var (ones, others) = (WithoutNames(one, other), WithoutNames(other, one));
        var words = Pairs(ones, others).Sum(pair => Math.Min(pair.One.Rarity, pair.Other.Rarity) * Math.Sqrt(Told[(int)pair.One.Place] * Told[(int)pair.Other.Place]));
        return new(
            one.Names.Where(name => other.Names.ContainsKey(name.Key)).Sum(name => Math.Min(name.Value, other.Names[name.Key])),
            words + FigureWorth * Shared(one.Numbers, other.Numbers) + CountWorth * Shared(one.Counts, other.Counts),
            Math.Sqrt(WeightOf(ones) * WeightOf(others)));
    }

    /// <summary>Each word with the one that says the same in the other text; none answers two.</summary>
    private static IEnumerable<(FactWord One, FactWord Other)> Pairs(List<FactWord> one, List<FactWord> other)
    {
        var free = Ordered(other).ToList();
        foreach (var word in Ordered(one))
        {
            if (free.Find(word.Matches) is not { } match) continue;
            free.Remove(match);
            yield return (word, match);
        }
    }

    private static IEnumerable<FactWord> Ordered(List<FactWord> words) =>
        words.OrderBy(word => word.Place).ThenByDescending(word => word.Rarity).ThenBy(word => word.Folded, StringComparer.Ordinal);

    /// <summary>Words that are no name in the other text: "roubaisien" where that says Roubaix.</summary>
    private static List<FactWord> WithoutNames(StoryFacts facts, StoryFacts other) =>
        [.. facts.Words.Where(word => word.Root is null || !other.NameRoots.Contains(word.Root))];

    private static double WeightOf(List<FactWord> words) =>
        words.Where(word => word.Meanings.Count > 0).Sum(word => word.Rarity * Told[(int)word.Place]);

    private static double Shared(IReadOnlyDictionary<string, double> one, IReadOnlyDictionary<string, double> other) =>
        one.Sum(fact => Math.Sqrt(fact.Value * other.GetValueOrDefault(fact.Key)));
}

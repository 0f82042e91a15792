using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>All numbers of a section's sources, to be looked up by value, unit, period and what stands beside them.</summary>
internal sealed class SourceNumbers
{
    private readonly List<SourceNumber> numbers = [];
    private readonly List<OrderedPair> changes = [], parts = [];
    private readonly HashSet<int> years = [];
    private readonly Dictionary<string, int> frequencies = new(StringComparer.Ordinal);
    private int sentences;

    /// <summary>Takes in the numbers of a text of a source.</summary>
    public void Take(string text)
    {
        foreach (var range in Sentences.Of(text))
        {
            var sentence = text[range];
            var dates = DateReader.Read(sentence);
            var found = NumberReader.Read(sentence, dates);
            foreach (var stem in NumberContext.Stems(sentence).Distinct(StringComparer.Ordinal)) frequencies[stem] = frequencies.GetValueOrDefault(stem) + 1;
            var periods = found.Select(number => number.Per).OfType<string>().ToHashSet(StringComparer.Ordinal);
            sentences++;
            numbers.AddRange(found.Select((number, at) =>
                new SourceNumber(number, sentence.Substring(number.Start, number.Length), sentences, NumberContext.Read(sentence, found, at)) { Periods = periods }));
            changes.AddRange(OrderedPair.Read(sentence, found));
            parts.AddRange(OrderedPair.ReadParts(sentence, found));
            years.UnionWith(dates.Select(date => date.Year).OfType<int>());
        }
    }

    public IReadOnlyList<SourceNumber> All => numbers;

    /// <summary>In how many sentences of the sources a stem stands.</summary>
    public int SentencesWith(string stem) => frequencies.GetValueOrDefault(stem);

    /// <summary>Where a source says the same number of the same unit and period.</summary>
    public IReadOnlyList<SourceNumber> Matching(NumberFact number) => [.. numbers.Where(source => NumberMatch.Same(number, source))];

    /// <summary>Whether sources count these things, and none of them so many.</summary>
    public bool CountsOtherwise(NumberFact number, IReadOnlyList<SourceNumber> matching) =>
        number.Unit.Length > 0 && numbers.Exists(source => source.Number.Unit == number.Unit)
        && matching.All(source => source.Number.Unit.Length > 0 && source.Number.Unit != number.Unit && source.Number.Inherited.Count == 0);

    /// <summary>Whether it can be worked out from two numbers that a source compares, or from a year.</summary>
    public bool Implies(NumberFact number, DateOnly edition) =>
        DerivedNumbers.IsAge(number, years.Select(year => (decimal)year).Concat(numbers.SelectMany(source => source.Number.Values)), edition)
        || changes.Exists(pair => DerivedNumbers.IsChange(number, pair)) || parts.Exists(pair => DerivedNumbers.IsShare(number, pair));

    /// <summary>Whether sources tell a change the other way round.</summary>
    public bool Reverses(OrderedPair pair) => changes.Exists(pair.IsReverseOf) && !changes.Exists(pair.IsSameAs);

    /// <summary>What sources write instead: the same figures in their unit, the same things in other figures, or the nearest number.</summary>
    public string? Instead(NumberFact number) =>
        numbers.Find(source => NumberMatch.SameFigures(number, source.Number) && source.Words.Any(char.IsLetter))?.Words
        ?? numbers.Find(source => number.Unit.Length > 0 && source.Number.Unit == number.Unit)?.Words
        ?? numbers.Where(source => source.Number.Values[0] > 0 && number.Values[0] > 0 && source.Number.Values[0] / number.Values[0] is > 0.1m and < 10m)
            .OrderBy(source => NumberMatch.Comparable(number, source.Number) ? 0 : 1).ThenBy(source => Math.Abs(source.Number.Values[0] - number.Values[0])).FirstOrDefault()?.Words;
}

namespace Aggregator.Reading.Stories;

/// <summary>What the reader of a text has found. What is said twice counts where it says most.</summary>
internal sealed class FactTally
{
    private readonly Dictionary<string, double> names = new(StringComparer.Ordinal), numbers = new(StringComparer.Ordinal), counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactWord> words = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, double> Names => names;

    public IReadOnlyDictionary<string, double> Numbers => numbers;

    public IReadOnlyDictionary<string, double> Counts => counts;

    public IEnumerable<FactWord> Words => words.Values;

    public void AddName(string name, double weight) => names[name] = weight;

    public void AddNumber(string number, double weight) => numbers[number] = Math.Max(weight, numbers.GetValueOrDefault(number));

    public void AddCount(string count, double weight) => counts[count] = Math.Max(weight, counts.GetValueOrDefault(count));

    public void AddWord(FactWord word)
    {
        if (!words.TryGetValue(word.Folded, out var known) || (word.Place, -word.Rarity).CompareTo((known.Place, -known.Rarity)) < 0) words[word.Folded] = word;
    }
}

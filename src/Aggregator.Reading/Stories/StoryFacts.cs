namespace Aggregator.Reading.Stories;

/// <summary>What of a text can be found again in the other language: its names, its numbers, and the words for what happened.</summary>
public sealed class StoryFacts
{
    private StoryFacts(FactTally tally)
    {
        (Names, Numbers, Counts) = (tally.Names, tally.Numbers, tally.Counts);
        var parts = Names.Keys.SelectMany(name => name.Split(' ')).ToHashSet(StringComparer.Ordinal);
        NameRoots = parts.Select(FactWord.RootOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Words = [.. tally.Words.Where(word => !parts.Contains(word.Folded) && (word.Root is null || !NameRoots.Contains(word.Root)))];
    }

    /// <summary>Names, folded, each with how rare it is, from .15 to 1; where French and English differ, the form that comes first in the alphabet.</summary>
    public IReadOnlyDictionary<string, double> Names { get; }

    /// <summary>
    /// Numbers as written in English without marks between the thousands: 1200000000, 34.7; each with what it tells of the event, from 0 ("founded in 1962") to 1.
    /// </summary>
    public IReadOnlyDictionary<string, double> Numbers { get; }

    /// <summary>Small numbers with what they count ("2" and the number of a meaning), days of a month, and years.</summary>
    internal IReadOnlyDictionary<string, double> Counts { get; }

    /// <summary>What the names begin with (<see cref="FactWord.RootOf"/>).</summary>
    internal IReadOnlySet<string> NameRoots { get; }

    /// <summary>Words for what happened, each once, and no name among them.</summary>
    internal IReadOnlyList<FactWord> Words { get; }

    /// <summary>Reads a text; any text will do.</summary>
    /// <param name="text">Title and beginning of an article; its first sentence is taken for the title.</param>
    /// <param name="language">Its language tag: French or, whatever else it is, English.</param>
    public static StoryFacts Of(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of([text], language);
    }

    /// <summary>Reads several articles of one story.</summary>
    /// <param name="texts">Title and beginning of each.</param>
    /// <param name="language">Their language tag.</param>
    public static StoryFacts Of(IEnumerable<string> texts, string? language)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var tally = new FactTally();
        foreach (var text in texts) FactReader.Read(text, language?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true, tally);
        return new(tally);
    }
}

using System.Reflection;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>Meanings that the French and the English press have words for (event-words.txt): what tells that two words of two languages say the same.</summary>
internal sealed class EventWords
{
    private readonly string language;
    private readonly Dictionary<string, List<int>> meanings = new(StringComparer.Ordinal);
    private readonly HashSet<string> who = new(StringComparer.Ordinal), describing = new(StringComparer.Ordinal);

    private EventWords(string language, int side)
    {
        this.language = language;
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("event-words.txt")!);
        for (var meaning = 0; reader.ReadLine() is { } line; meaning++)
        {
            if (line.Length > 0 && line[0] != '#') Add(line, line.TrimStart('~', ' ').Split(" | ")[side].Split(' '), meaning);
        }
    }

    public static EventWords French { get; } = new("fr", 0);

    public static EventWords English { get; } = new("en", 1);

    /// <summary>Numbers of the meanings of a folded word, or of two that stand beside each other; empty when it has none that we know.</summary>
    public IReadOnlyList<int> MeaningsOf(string folded, string? next = null) =>
        meanings.GetValueOrDefault(next is null ? Stem(folded) : $"{Stem(folded)} {Stem(next)}") ?? [];

    /// <summary>Whether a folded word tells who somebody is (a president, a company) and not what happened.</summary>
    public bool TellsWho(string folded) => describing.Contains(folded) || who.Contains(Stem(folded));

    /// <summary>Whether the figures beside it say what a company is: founded, based, employs.</summary>
    public bool Describes(string folded) => describing.Contains(folded);

    private void Add(string line, string[] words, int meaning)
    {
        foreach (var word in words)
        {
            if (line.StartsWith("~~", StringComparison.Ordinal)) describing.Add(FoldedText.Of(word));
            else if (line[0] == '~') who.Add(StemOf(word));
            else if (!meanings.TryGetValue(StemOf(word), out var known)) meanings[StemOf(word)] = [meaning];
            else known.Add(meaning);
        }
    }

    /// <summary>Of a word of the table; of two joined by "_" both stems.</summary>
    private string StemOf(string word) => string.Join(' ', word.Split('_', '-').Select(part => Stem(FoldedText.Of(part))));

    private string Stem(string folded) => WordStems.Of(folded, language);
}

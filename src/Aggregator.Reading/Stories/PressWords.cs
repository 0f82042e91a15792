using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Aggregator.Reading.Stories;

/// <summary>How common words are in the press of a language in general: what a window that has seen little cannot know yet.</summary>
internal sealed class PressWords
{
    private readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> shares, stems;

    public PressWords(IReadOnlyCollection<KeyValuePair<string, float>> shares)
    {
        IsEmpty = shares.Count == 0;
        this.shares = Lookup(shares);
        stems = Lookup(shares.GroupBy(word => TermReader.Stem(word.Key).ToString(), StringComparer.Ordinal)
            .Select(words => KeyValuePair.Create(words.Key, words.Max(word => word.Value))));
    }

    /// <summary>No word is common.</summary>
    public static PressWords None { get; } = new([]);

    private static readonly PressWords French = Read("fr"), English = Read("en");

    /// <param name="language">A primary language subtag; of a language that was not counted no word is common.</param>
    public static PressWords Of(string language) => language.ToLowerInvariant() switch { "fr" => French, "en" => English, _ => None };

    public bool IsEmpty { get; }

    /// <summary>The share of texts that hold the word, from 0 to 1.</summary>
    public float ShareOf(ReadOnlySpan<char> word) => shares.TryGetValue(word, out var share) ? share : 0;

    /// <summary>The share of texts that hold a word of the stem, from 0 to 1; that of its commonest word.</summary>
    public float ShareOfStem(ReadOnlySpan<char> stem) => stems.TryGetValue(stem, out var share) ? share : 0;

    private static FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<KeyValuePair<string, float>> shares) =>
        shares.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A line for each number of texts in a thousand, then the words that so many hold.</summary>
    private static PressWords Read(string language)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"press-words-{language}.txt")!);
        return new([.. Parse(reader.ReadToEnd())]);
    }

    private static IEnumerable<KeyValuePair<string, float>> Parse(string lines) =>
        from line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        where !line.StartsWith('#')
        let words = line.Split(' ')
        from word in words.Skip(1)
        select KeyValuePair.Create(word, int.Parse(words[0], CultureInfo.InvariantCulture) / 1000f);
}

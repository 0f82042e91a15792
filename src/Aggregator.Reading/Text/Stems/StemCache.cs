namespace Aggregator.Reading.Text.Stems;

/// <summary>Stems that a thread has made: a few thousand words make up nearly all of what the press prints.</summary>
internal sealed class StemCache(Func<string, string> stemmer)
{
    private const int MostWords = 50_000;

    /// <summary>A longer one is no word, and must not fill the memory.</summary>
    private const int LongestWord = 40;

    [ThreadStatic]
    private static StemCache? french;

    [ThreadStatic]
    private static StemCache? english;

    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);

    /// <returns>Null for a language without a stemmer.</returns>
    public static StemCache? Of(string? language) =>
        language is null ? null
        : Is(language, "fr") ? french ??= new(FrenchStems.Of)
        : Is(language, "en") ? english ??= new(EnglishStems.Of)
        : null;

    public string StemOf(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return word.ToString();
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var known)) return known;
        if (stems.Count == MostWords) stems.Clear();
        var text = word.ToString();
        return stems[text] = stemmer(text);
    }

    private static bool Is(string language, string primary) =>
        language.StartsWith(primary, StringComparison.OrdinalIgnoreCase) && (language.Length == primary.Length || language[primary.Length] is '-' or '_');
}

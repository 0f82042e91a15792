using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>Folded words that say nothing about what happened: function words, and the words with which the press tells anything.</summary>
internal sealed class StopWords
{
    private static readonly WordList List = WordList.Read("stop-words.txt");

    private static readonly string French = List.Text("french");

    private static readonly string English = List.Text("english");

    private static readonly StopWords FrenchAndEnglish = new(French.Split(' ').Concat(English.Split(' ')));

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    private StopWords(IEnumerable<string> words) => this.words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is one in French or in English.</summary>
    public static bool Contains(ReadOnlySpan<char> folded) => FrenchAndEnglish.Has(folded);

    /// <param name="language">A primary language subtag; for one whose words are not known, those of French and English.</param>
    public static StopWords Of(string language) => language is "fr" or "en" || FunctionWordTally.WordsOf(language) is not { Count: > 0 } words
        ? FrenchAndEnglish
        : new(words.Select(FoldedText.Of));

    public bool Has(ReadOnlySpan<char> folded) => words.Contains(folded);
}

using System.Collections.Frozen;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Tells nouns for people by what they do: "maire", "boulangère", "drummer", "spokeswoman".</summary>
internal static class Roles
{
    /// <summary>Shorter words with such endings are mostly something else: "her", "tour", "over".</summary>
    private const int ShortestWord = 5;

    private static readonly FrozenSet<string> Words = QuoteLists.Words("roles.txt");

    private static readonly string[] FrenchEndings = ["eur", "eure", "euse", "trice", "ien", "ienne", "iste", "ier", "ière", "cher", "chère", "ger", "gère", "logue"];
    private static readonly string[] EnglishEndings = ["er", "or", "ist", "man", "woman", "ian", "eer", "ant"];

    /// <summary>Words that end so and are none: grammar, comparatives, common things.</summary>
    private static readonly FrozenSet<string> Others = QuoteLists.Words("no-roles.txt");

    /// <param name="word">In lower case.</param>
    /// <param name="isFrench">The language.</param>
    public static bool IsRole(string word, bool isFrench)
    {
        if (Words.Contains(word)) return true;
        var part = word[(word.LastIndexOf('-') + 1)..];
        return part.Length >= ShortestWord && !Others.Contains(part) && Array.Exists(isFrench ? FrenchEndings : EnglishEndings, ending => part.EndsWith(ending, StringComparison.Ordinal));
    }
}

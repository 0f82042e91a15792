using Aggregator.Reading.Text;

namespace Aggregator.Tests.Web.Demo;

/// <summary>Texts compared by their words.</summary>
internal static class Wording
{
    /// <summary>The words without accents, case and punctuation.</summary>
    public static IReadOnlyList<string> WordsOf(string text) => FoldedText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How much of <paramref name="whole"/> stands in <paramref name="other"/>, from 0 to 1; a word counts as often as it is there.</summary>
    public static double ShareIn(string whole, string other)
    {
        var words = WordsOf(whole);
        return (double)(words.Count - Missing(words, WordsOf(other)).Count) / words.Count;
    }

    /// <summary>The words that one text has and the other has not.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<string> words, IReadOnlyList<string> among)
    {
        var left = among.CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        return [.. words.Where(word => left.GetValueOrDefault(word) is var count && (left[word] = count - 1) < 0)];
    }

    /// <summary>Every run of so many words.</summary>
    public static IEnumerable<string> Runs(string text, int length)
    {
        var words = WordsOf(text);
        for (var first = 0; first + length <= words.Count; first++) yield return string.Join(' ', words.Skip(first).Take(length));
    }
}

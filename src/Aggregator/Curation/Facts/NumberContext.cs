using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>The words beside a number: those of its part of the sentence, up to the numbers before and after. Pure.</summary>
internal static partial class NumberContext
{
    /// <summary>Shorter words are mostly grammar.</summary>
    private const int ShortestWord = 4;

    /// <summary>Inflected forms of one word mostly agree so far, in French and English, without telling the languages apart.</summary>
    private const int StemLength = 5;

    /// <param name="text">The text.</param>
    /// <param name="numbers">All its numbers, in order.</param>
    /// <param name="at">Which of them.</param>
    public static IReadOnlySet<string> Read(string text, IReadOnlyList<NumberFact> numbers, int at)
    {
        var (first, last) = (at, at);
        // "34 of 120 jobs": what stands beside one of them stands beside both.
        while (first > 0 && NumberReader.AreJoined(text, numbers[first - 1], numbers[first])) first--;
        while (last + 1 < numbers.Count && NumberReader.AreJoined(text, numbers[last], numbers[last + 1])) last++;
        var (start, end) = (numbers[first].Start, numbers[last].End);
        var before = text[(first == 0 ? 0 : Math.Min(numbers[first - 1].End, start))..start];
        var after = text[end..(last + 1 == numbers.Count ? text.Length : Math.Max(end, numbers[last + 1].Start))];
        var cut = Bound().Matches(before).LastOrDefault() is { } bound ? before[(bound.Index + bound.Length)..] : before;
        var rest = Bound().Match(after) is { Success: true } stop ? after[..stop.Index] : after;
        var between = string.Join(' ', Enumerable.Range(first, last - first).Select(i => text[numbers[i].End..numbers[i + 1].Start]));
        return Stems($"{cut} {between} {rest}").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The stems of words that say something.</summary>
    public static IEnumerable<string> Stems(string words) =>
        FoldedText.Of(words).Split(' ').Where(word => word.Length >= ShortestWord && !char.IsAsciiDigit(word[0]) && !CommonWords.Has(word))
            .Select(word => word.Length > StemLength ? word[..StemLength] : word);

    [GeneratedRegex(@"[,;:.!?()\n—–«»“”]|[ \u00A0](?:et|and|mais|but|quand|tandis|while|contre|against|dont|soit|puis|then|from)[ \u00A0]", RegexOptions.None, 1000)]
    private static partial Regex Bound();
}

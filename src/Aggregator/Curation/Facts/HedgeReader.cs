using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>Reads the words that say that a number is rounded: "près de", "more than", "or so". Pure.</summary>
internal static partial class HedgeReader
{
    private const int LongestHedge = 24;

    private static readonly FrozenDictionary<string, Hedge> Before = FactLists.Lines("hedges.txt").ToFrozenDictionary(
        line => line[2..], line => line[0] switch { '+' => Hedge.AtLeast, '-' => Hedge.AtMost, _ => Hedge.About }, StringComparer.Ordinal);

    /// <param name="text">The text.</param>
    /// <param name="start">Where the number begins.</param>
    /// <param name="end">Behind it and its unit.</param>
    public static Hedge Read(string text, int start, int end)
    {
        var from = Math.Max(0, start - LongestHedge);
        var words = FoldedText.Of(text[from..start]).Split(' ');
        for (var count = Math.Min(4, words.Length); count > 0; count--)
            if (Before.TryGetValue(string.Join(' ', words[^count..]), out var hedge)) return hedge;
        return Behind().IsMatch(text, end) ? Hedge.About : Hedge.None;
    }

    [GeneratedRegex(@"\G[ \u00A0]?,?[ \u00A0](?:environ|ou presque|à peine|à peu près|or so|or thereabouts)\b", RegexOptions.None, 1000)]
    private static partial Regex Behind();
}

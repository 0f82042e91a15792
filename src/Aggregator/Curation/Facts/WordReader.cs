using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>Cuts a text into words as the search for names needs them: without elided articles and possessives. Pure.</summary>
internal static partial class WordReader
{
    /// <param name="text">The text.</param>
    /// <param name="isHeading">In a heading with capitals throughout, no capital says anything.</param>
    public static IReadOnlyList<WordFact> Read(string text, bool isHeading = false)
    {
        var words = new List<WordFact>();
        var end = 0;
        foreach (Match match in Word().Matches(text))
        {
            var elided = Elided().Match(match.Value);
            var (start, length) = (match.Index + elided.Length, match.Length - elided.Length);
            if (Possessive().Match(text.Substring(start, length)) is { Success: true } possessive) length -= possessive.Length;
            if (length == 0) continue;
            var form = FoldedText.Of(text.Substring(start, length).Replace('‑', '-'));
            var gap = text[end..match.Index];
            var follows = words.Count > 0 && gap is " " or "\u00A0" or "\u202F" && elided.Length == 0;
            words.Add(new(start, length, form, text.AsSpan(start, length).IndexOfAnyInRange('A', 'Z') >= 0 || text.Substring(start, length).Any(char.IsUpper), words.Count == 0 || Begins(gap) || (elided.Length > 0 && char.IsUpper(match.Value[0]) && Begins(gap)), follows));
            end = match.Index + match.Length;
        }

        return isHeading && words.Count(word => word.IsCapital) > words.Count * 0.6 ? [.. words.Select(word => word with { BeginsSentence = true })] : words;
    }

    private static bool Begins(string gap) => gap.AsSpan().IndexOfAny(".!?…:\n«“\"(•–—") >= 0;

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'‑.&@+-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:[ldjmnstcLDJMNSTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)[’'](?=.)", RegexOptions.None, 1000)]
    private static partial Regex Elided();

    [GeneratedRegex(@"[’']s?\z", RegexOptions.None, 1000)]
    private static partial Regex Possessive();
}

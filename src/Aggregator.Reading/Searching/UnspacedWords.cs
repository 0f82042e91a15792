using System.Runtime.InteropServices;
using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Searching;

/// <summary>
/// Finds the words of a query in writing without spaces, as <see cref="SearchLetters"/> cut it for the index: each pair of characters is
/// looked up, and both belong to the hit. Pure.
/// </summary>
internal static class UnspacedWords
{
    /// <summary>One character of the folded text, and where it comes from.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Letter(Rune Folded, int Start, int End);

    public static bool IsIn(ReadOnlySpan<char> word)
    {
        if (SearchLetters.IsSpaced(word)) return false;
        foreach (var rune in word.EnumerateRunes())
            if (UnspacedScripts.Has(rune)) return true;
        return false;
    }

    /// <summary>The words of a stretch of letters, in order.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="groupOf">Looks a word up.</param>
    /// <param name="words">They are added here.</param>
    public static void Read(string text, int start, int end, GroupOf groupOf, List<SearchedWord> words)
    {
        var run = new List<Letter>();
        var isUnspaced = false;
        foreach (var letter in Letters(text, start, end))
        {
            if (Rune.IsLetterOrDigit(letter.Folded) && UnspacedScripts.Has(letter.Folded) != isUnspaced)
            {
                Add(run, isUnspaced, groupOf, words);
                run.Clear();
                isUnspaced = !isUnspaced;
            }

            run.Add(letter);
        }

        Add(run, isUnspaced, groupOf, words);
    }

    private static IEnumerable<Letter> Letters(string text, int start, int end)
    {
        var letters = new List<Letter>();
        for (var at = start; at < end;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            var folded = !isWhole ? "" : FoldsToItself(rune) ? null : SearchLetters.Fold(rune.ToString());
            // A mark that vanishes belongs to what it stands at.
            if (folded is "" && letters.Count > 0) letters[^1] = letters[^1] with { End = at + length };
            if (folded is null) letters.Add(new(rune, at, at + length));
            else
                foreach (var part in folded.EnumerateRunes().Where(part => part.Value != ' ')) letters.Add(new(part, at, at + length));
            at += length;
        }

        return letters;
    }

    /// <summary>Unified ideographs and Hangul syllables, most of what is read here.</summary>
    private static bool FoldsToItself(Rune rune) => rune.Value is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3;

    private static void Add(List<Letter> run, bool isUnspaced, GroupOf groupOf, List<SearchedWord> words)
    {
        if (run.Count == 0) return;
        if (!isUnspaced)
        {
            words.Add(new(run[0].Start, run[^1].End, groupOf(string.Concat(run.Select(letter => letter.Folded.ToString())))));
            return;
        }

        var before = -1;
        Span<char> word = stackalloc char[4];
        for (var at = 0; at < run.Count; at++)
        {
            var one = run[at].Folded.EncodeToUtf16(word);
            var whole = at + 1 < run.Count ? one + run[at + 1].Folded.EncodeToUtf16(word[one..]) : one;
            var pair = groupOf(word[..whole]);
            word[one] = SearchLetters.Beginning;
            var group = pair >= 0 ? pair : groupOf(word[..(one + 1)]);
            words.Add(new(run[at].Start, run[at].End, group >= 0 ? group : before, IsLetter: true));
            // The second of a pair is of the hit, too.
            before = at + 1 < run.Count ? pair : -1;
        }
    }
}

using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Searching;

/// <summary>
/// How letters are folded and texts cut into words for searching: as <see cref="FoldedText"/>, with the letters that Unicode does not
/// decompose as one types them, and writing without spaces in pairs of neighbours. Pure.
/// </summary>
/// <remarks>
/// A run of such writing becomes as many words as it has characters, each with the next (修复, 复完, 完成) and the last by itself (成): so
/// any part of it is a phrase, and one character the beginning of a word, wherever it stands.
/// </remarks>
public static class SearchLetters
{
    /// <summary>Ends a word of a query that is only the beginning of one in the index.</summary>
    public const char Beginning = '*';

    /// <summary>A text folded for searching, its words parted by spaces; nothing is in pairs yet.</summary>
    public static string Fold(string text)
    {
        var folded = FoldedText.Of(PlainLetters.Of(text));
        // Folding takes Korean syllables apart; here they are the letters.
        return IsSpaced(folded) ? folded : folded.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The words of a text as the index holds them, parted by spaces.</summary>
    public static string Words(string text)
    {
        var folded = Fold(text);
        if (IsSpaced(folded)) return folded;
        var words = new StringBuilder(folded.Length * 3);
        foreach (var word in WordsOf(folded, isQuery: false)) words.Append(words.Length > 0 ? " " : "").Append(word);
        return words.ToString();
    }

    /// <summary>The words of a phrase as the index is asked for them.</summary>
    public static IReadOnlyList<string> Phrase(string text) => [.. WordsOf(Fold(text), isQuery: true)];

    /// <summary>Whether all words of a folded text stand apart.</summary>
    internal static bool IsSpaced(ReadOnlySpan<char> folded) => !folded.ContainsAnyInRange(UnspacedScripts.First, char.MaxValue);

    private static IEnumerable<string> WordsOf(string folded, bool isQuery)
    {
        var runs = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Runs).ToList();
        for (var at = 0; at < runs.Count; at++)
        {
            if (!runs[at].IsUnspaced) yield return runs[at].Text;
            else
                foreach (var pair in Pairs(runs[at].Text, isOpen: isQuery && at == runs.Count - 1)) yield return pair;
        }
    }

    /// <param name="isOpen">What follows in the text is not known: the last character is part of the pair before it, or a beginning.</param>
    private static IEnumerable<string> Pairs(string run, bool isOpen)
    {
        var letters = run.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        for (var at = 0; at + 1 < letters.Count; at++) yield return letters[at] + letters[at + 1];
        if (!isOpen) yield return letters[^1];
        else if (letters.Count == 1) yield return letters[0] + Beginning;
    }

    /// <summary>"iphone发布会" is a word and a run.</summary>
    private static IEnumerable<(string Text, bool IsUnspaced)> Runs(string word)
    {
        if (IsSpaced(word))
        {
            yield return (word, false);
            yield break;
        }

        var (start, at, isUnspaced) = (0, 0, false);
        foreach (var rune in word.EnumerateRunes())
        {
            // A vowel sign belongs to what it stands at.
            if (Rune.IsLetterOrDigit(rune) && UnspacedScripts.Has(rune) != isUnspaced)
            {
                if (at > start) yield return (word[start..at], isUnspaced);
                (start, isUnspaced) = (at, !isUnspaced);
            }

            at += rune.Utf16SequenceLength;
        }

        yield return (word[start..], isUnspaced);
    }
}

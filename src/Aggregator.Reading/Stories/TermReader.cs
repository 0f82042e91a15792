using System.Runtime.InteropServices;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>Makes a text into terms: folded words without stop words and without the plural's ending.</summary>
/// <param name="vocabulary">Numbers the words.</param>
/// <param name="stopWords">Those of the language.</param>
internal sealed class TermReader(Vocabulary vocabulary, StopWords stopWords)
{
    /// <summary>A word of the headline counts as three.</summary>
    public const int HeadlineCount = 3;

    /// <summary>The press tells the event first; what comes later is background that other events share.</summary>
    private const int WordsRead = 700;

    /// <summary>The heaviest are kept: they make the cosine, the others only cost time and memory.</summary>
    private const int TermsKept = 230;

    private const int LongestWord = 60;

    private const int StemLength = 7;

    /// <summary>Words of the headline, and of the beginning of the body, of which each two that follow one another are a term as well.</summary>
    private const int PairedWords = 30;

    private readonly Dictionary<int, int> counts = [];
    private readonly char[] pair = new char[2 * LongestWord + 1];

    /// <summary>The terms in ascending order of their numbers; the vocabulary does not count the text yet.</summary>
    public Term[] Read(StoryText text)
    {
        counts.Clear();
        var title = text.Title.AsSpan().Trim();
        var body = text.Text.AsSpan().TrimStart();
        if (body.StartsWith(title, StringComparison.Ordinal)) body = body[title.Length..];
        Count(title, HeadlineCount);
        Count(body, 1);
        return Heaviest();
    }

    /// <summary>The words of the beginning of a text as terms, all of them, each once.</summary>
    public static HashSet<string> WordsOf(string text)
    {
        var vocabulary = new Vocabulary(PressWords.None);
        var reader = new TermReader(vocabulary, StopWords.Of("fr"));
        reader.Count(text, 1);
        return [.. reader.counts.Keys.Select(vocabulary.WordOf)];
    }

    private Term[] Heaviest()
    {
        var terms = new Term[counts.Count];
        var at = 0;
        foreach (var (id, count) in counts) terms[at++] = new(id, (byte)Math.Min(count, byte.MaxValue));
        if (terms.Length > TermsKept)
        {
            Array.Sort(terms, (a, b) => vocabulary.Weight(b).CompareTo(vocabulary.Weight(a)) is not 0 and var order ? order : a.Id.CompareTo(b.Id));
            foreach (var term in terms.AsSpan(TermsKept)) vocabulary.ForgetUnused(term.Id);
            terms = terms[..TermsKept];
        }

        Array.Sort(terms, (a, b) => a.Id.CompareTo(b.Id));
        return terms;
    }

    private void Count(ReadOnlySpan<char> text, int times)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var (read, pairs, previous) = (0, 0, 0);
        foreach (var word in new Words(text))
        {
            if (++read > WordsRead) return;
            if (IsUnspaced(word))
            {
                CountPairsOfLetters(word, times);
                continue;
            }

            var folded = Fold(word.Length > LongestWord ? word[..LongestWord] : word, buffer);
            if (folded.Length < 2 || stopWords.Has(folded)) continue;
            folded = Stem(folded);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, vocabulary.IdOf(folded), out _) += times;
            if (pairs++ < PairedWords) previous = CountPair(previous, folded);
        }
    }

    /// <summary>A word of Chinese, Japanese or Thai is a phrase: each two letters of it that follow one another are a term, as search has them.</summary>
    private void CountPairsOfLetters(ReadOnlySpan<char> phrase, int times)
    {
        for (var at = 0; at + 1 < phrase.Length; at++)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, vocabulary.IdOf(phrase.Slice(at, 2)), out _) += times;
    }

    private static bool IsUnspaced(ReadOnlySpan<char> word) =>
        word[0] >= UnspacedScripts.First && System.Text.Rune.DecodeFromUtf16(word, out var letter, out _) == System.Buffers.OperationStatus.Done
            && UnspacedScripts.Has(letter);

    /// <summary>Counts the pair that a word makes with the one before it, once; returns the length of the word, which stands first in the buffer.</summary>
    private int CountPair(int previous, ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) word = word[..LongestWord];
        pair[previous] = ' ';
        word.CopyTo(pair.AsSpan(previous + 1));
        if (previous > 0) CollectionsMarshal.GetValueRefOrAddDefault(counts, vocabulary.IdOf(pair.AsSpan(0, previous + 1 + word.Length)), out _)++;
        word.CopyTo(pair);
        return word.Length;
    }

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (!System.Text.Ascii.IsValid(word)) return FoldedText.Of(word.ToString());
        word.ToLowerInvariant(buffer);
        return buffer[..word.Length];
    }

    /// <summary>
    /// The plural's ending goes (s in both languages, x after u in French: "travaux"), but not from "ss" or "us"; of what is left the first letters
    /// are kept: two outlets say "amende", "amendes" and "amendé". Six to eight letters gave about the same.
    /// </summary>
    internal static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && (word[^1] == 's' && word[^2] is not ('s' or 'u') || word[^1] == 'x' && word[^2] == 'u')) word = word[..^1];
        return word.Length > StemLength && !char.IsDigit(word[0]) ? word[..StemLength] : word;
    }
}

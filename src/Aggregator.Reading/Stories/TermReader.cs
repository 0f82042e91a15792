using System.Runtime.InteropServices;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>Makes a text into terms: folded words without stop words and without the plural's ending.</summary>
internal sealed class TermReader(Vocabulary vocabulary)
{
    /// <summary>A word of the headline counts as three: its own, and two for where it stands.</summary>
    public const int HeadlineCount = 2;

    /// <summary>The press tells the event first; what comes later is background that other events share.</summary>
    private const int WordsRead = 700;

    /// <summary>The heaviest are kept: they make the cosine, the others only cost time and memory.</summary>
    private const int TermsKept = 200;

    private const int LongestWord = 60;

    private readonly Dictionary<int, int> counts = [];

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
        var reader = new TermReader(vocabulary);
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
        var read = 0;
        foreach (var word in new Words(text))
        {
            if (++read > WordsRead) return;
            var folded = Fold(word.Length > LongestWord ? word[..LongestWord] : word, buffer);
            if (folded.Length < 2 || StopWords.Contains(folded)) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, vocabulary.IdOf(Singular(folded)), out _) += times;
        }
    }

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (!System.Text.Ascii.IsValid(word)) return FoldedText.Of(word.ToString());
        word.ToLowerInvariant(buffer);
        return buffer[..word.Length];
    }

    /// <summary>
    /// Final s (both languages) and x after u (French: "travaux") go, but not from "ss" or "us". Stronger stemming gained nothing on the
    /// labelled corpora.
    /// </summary>
    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) =>
        word.Length > 3 && (word[^1] == 's' && word[^2] is not ('s' or 'u') || word[^1] == 'x' && word[^2] == 'u') ? word[..^1] : word;
}

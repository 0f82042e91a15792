using Aggregator.Reading.Text;
using Aggregator.Reading.Text.Stems;

namespace Aggregator.Reading.Searching;

/// <summary>A part of a snippet.</summary>
/// <param name="Text">As it stands in the article.</param>
/// <param name="IsHit">Whether it is a word that was asked for.</param>
public sealed record SnippetPart(string Text, bool IsHit);

/// <summary>Where the words of a query stand in a text: how well it answers, and the passage to show.</summary>
public sealed class SearchedText
{
    /// <summary>Words before the first hit of the passage, and words of it in all.</summary>
    private const int WordsBefore = 6, WordsShown = 34;

    /// <summary>A word is some two and a half characters where there are no spaces: the passage is about as long.</summary>
    private const double LettersPerWord = 2.5;

    /// <summary>BM25's own: how soon more of a word stops counting, and how much length tells (Robertson and Zaragoza 2009). Mean length in words.</summary>
    private const double Saturation = 1.2, LengthShare = .75, MeanWords = 350;

    private const int LongestWord = 60;

    private readonly string text;
    private readonly List<SearchedWord> words = [];
    private readonly int[] hits;

    private SearchedText(string text, int groups) => (this.text, hits) = (text, new int[groups]);

    /// <summary>Reads a text beside the words of a query.</summary>
    public static SearchedText Of(string text, string? language, SearchMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var group = 0; group < match.Words; group++)
            foreach (var word in match.All[group].SelectMany(phrase => phrase)) wanted.TryAdd(word, group);
        var searched = new SearchedText(text.Length > SearchWords.MostCharacters ? text[..SearchWords.MostCharacters] : text, match.Words);
        searched.Read(language, wanted);
        return searched;
    }

    /// <summary>BM25 without the rarity of words, which every article of one answer shares: above 0, more is better.</summary>
    public double Score => hits.Sum(count => count * (Saturation + 1) / (count + Saturation * (1 - LengthShare + LengthShare * words.Count / MeanWords)));

    /// <summary>The passage with the most different words of the query, a sentence or two.</summary>
    public IReadOnlyList<SnippetPart> Snippet()
    {
        if (words.Count == 0) return [];
        var best = BestStart();
        var scale = words[best].IsLetter ? LettersPerWord : 1;
        var first = Math.Max(0, best - (int)(WordsBefore * scale));
        var last = Math.Min(words.Count, first + (int)(WordsShown * scale));
        var parts = new List<SnippetPart>();
        var at = words[first].Start;
        if (first > 0) parts.Add(new("… ", IsHit: false));
        foreach (var word in words[first..last].Where(word => word.Group >= 0))
        {
            // Characters without a space between them are one hit.
            var isNext = word.Start == at && parts.Count > 0 && parts[^1].IsHit;
            if (word.Start > at) parts.Add(new(Between(at, word.Start), IsHit: false));
            if (isNext) parts[^1] = parts[^1] with { Text = parts[^1].Text + text[word.Start..word.End] };
            else if (word.End > at) parts.Add(new(text[Math.Max(at, word.Start)..word.End], IsHit: true));
            at = Math.Max(at, word.End);
        }

        parts.Add(new(Between(at, words[last - 1].End) + (last < words.Count ? " …" : ""), IsHit: false));
        return parts;
    }

    private void Read(string? language, Dictionary<string, int> wanted)
    {
        var lookup = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        var stems = StemCache.Of(language);
        Span<char> buffer = stackalloc char[LongestWord];
        GroupOf groupOf = word => wanted.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var found) || (stems is not null && wanted.TryGetValue(stems.StemOf(word), out found)) ? found : -1;
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !IsOfWord(text[at])) at++;
            var start = at;
            while (at < text.Length && IsOfWord(text[at])) at++;
            if (at == start) break;
            if (UnspacedWords.IsIn(text.AsSpan(start, at - start)))
            {
                var from = words.Count;
                UnspacedWords.Read(text, start, at, groupOf, words);
                foreach (var word in words[from..].Where(word => word.Group >= 0)) hits[word.Group]++;
                continue;
            }

            var group = -1;
            if (Fold(text.AsSpan(start, at - start), buffer) is { Length: > 0 } folded && !lookup.TryGetValue(folded, out group)
                && (stems is null || !wanted.TryGetValue(stems.StemOf(folded), out group))) group = -1;
            if (group >= 0) hits[group]++;
            words.Add(new(start, at, group));
        }
    }

    /// <summary>Thousands of words for each search: those of plain letters are folded in place.</summary>
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length > buffer.Length || !System.Text.Ascii.IsValid(word)) return SearchLetters.Fold(word.ToString());
        word.ToLowerInvariant(buffer);
        return buffer[..word.Length];
    }

    private int BestStart()
    {
        var (best, start) = (0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Group < 0) continue;
            var within = words.Skip(i).Take(WordsShown - WordsBefore).Where(word => word.Group >= 0).ToList();
            var value = within.Select(word => word.Group).Distinct().Count() * 100 + within.Count;
            if (value > best) (best, start) = (value, i);
        }

        return start;
    }

    private string Between(int from, int to) => string.Join(' ', text[from..to].Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || (c > 127 && IsWithin(c));

    private static bool IsWithin(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate;
}

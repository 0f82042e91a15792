namespace Aggregator.Curation.Quotes;

/// <summary>What comes nearest in an article to a quote that does not stand there: both are shown side by side. Pure.</summary>
internal static class NearestPassage
{
    /// <summary>Share of the quote's words that a passage must have to be worth showing.</summary>
    private const double Worth = 0.4;

    public static QuoteVerdict Of(IReadOnlyList<QuoteStep> steps, IReadOnlyList<QuoteToken> tokens, string article)
    {
        var wanted = steps.Where(step => step.Kind == QuoteStepKind.Token && char.IsLetterOrDigit(step.Form[0])).Select(step => step.Form.ToUpperInvariant()).ToList();
        var words = tokens.Where(token => token.IsWord).ToList();
        var size = Math.Min(words.Count, wanted.Count + Math.Max(1, wanted.Count / 5));
        if (size == 0) return Nothing;
        var (start, common) = Densest([.. words.Select(word => word.Form.ToUpperInvariant())], wanted, size);
        if (common < Math.Max(1, Worth * wanted.Count)) return Nothing;
        // The window is a little wide: the passage begins where the quote does.
        var known = wanted.ToHashSet(StringComparer.Ordinal);
        var begin = Enumerable.Range(start, size).FirstOrDefault(at => words[at].Form.Equals(wanted[0], StringComparison.OrdinalIgnoreCase), -1);
        if (begin < 0) begin = Math.Max(start, Enumerable.Range(start, size).First(at => known.Contains(words[at].Form.ToUpperInvariant())) - 1);
        // It ends where the quote does, when that word is near; else it is as long as the quote.
        var end = Enumerable.Range(begin, Math.Min(size + 1, words.Count - begin)).LastOrDefault(at => words[at].Form.Equals(wanted[^1], StringComparison.OrdinalIgnoreCase), -1);
        var window = words[begin..(end >= begin ? end + 1 : Math.Min(words.Count, begin + wanted.Count))];
        return new(IsFaithful: false, QuoteLiberties.None, window[0].Start, article[window[0].Start..window[^1].End]);
    }

    private static QuoteVerdict Nothing => new(IsFaithful: false, QuoteLiberties.None, -1, "");

    /// <summary>The stretch of words that has most of the wanted ones, each as often as it is wanted.</summary>
    private static (int Start, int Common) Densest(IReadOnlyList<string> words, IReadOnlyList<string> wanted, int size)
    {
        var need = wanted.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var (best, bestStart, common) = (-1, 0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (need.TryGetValue(words[i], out var lacking))
            {
                if (lacking > 0) common++;
                need[words[i]] = lacking - 1;
            }

            if (i >= size && need.TryGetValue(words[i - size], out lacking))
            {
                need[words[i - size]] = lacking + 1;
                if (lacking >= 0) common--;
            }

            if (common > best && i >= size - 1) (best, bestStart) = (common, i - size + 1);
        }

        return (bestStart, best);
    }
}

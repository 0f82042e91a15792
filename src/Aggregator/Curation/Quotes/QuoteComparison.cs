using System.Text;

namespace Aggregator.Curation.Quotes;

/// <summary>What an editor may change in a quote without changing what was said.</summary>
[Flags]
public enum QuoteLiberties
{
    None = 0,

    /// <summary>Other white space between the words.</summary>
    WhiteSpace = 1,

    /// <summary>Other quotation marks, apostrophes, dashes, dots.</summary>
    Typography = 2,

    /// <summary><c>[…]</c>.</summary>
    Ellipsis = 4,

    /// <summary><c>[word]</c>.</summary>
    Insertion = 8,

    /// <summary>A capital for a small letter at the beginning, or the other way round.</summary>
    Initial = 16,
}

/// <summary>What came of holding a quote against its article.</summary>
/// <param name="IsFaithful">The words stand there, but for the liberties.</param>
/// <param name="Liberties">What was changed, and may be.</param>
/// <param name="Start">Where the passage begins in the article; -1 when nothing like it stands there.</param>
/// <param name="Passage">The article's own words: the passage, or what comes nearest to it.</param>
public sealed record QuoteVerdict(bool IsFaithful, QuoteLiberties Liberties, int Start, string Passage);

/// <summary>Holds a quote against the text it is taken from. Pure.</summary>
public static class QuoteComparison
{
    /// <summary>Words that <c>[word]</c> may stand for.</summary>
    private const int MostReplaced = 8;

    /// <summary>Words and signs that <c>[…]</c> may leave out.</summary>
    private const int MostSkipped = 600;

    /// <summary>Comparisons before a hostile quote is given up.</summary>
    private const int MostSteps = 400_000;

    /// <param name="quote">The words of the issue, without quotation marks around.</param>
    /// <param name="article">The article's plain text.</param>
    public static QuoteVerdict Of(string quote, string article)
    {
        var steps = QuotePattern.Of(quote);
        var tokens = QuoteToken.Of(article);
        if (steps.Count == 0) return new(IsFaithful: false, QuoteLiberties.None, -1, "");
        var search = new Search(steps, tokens);
        QuoteVerdict? best = null;
        for (var at = 0; at < tokens.Count && !search.IsExhausted; at++)
        {
            if (!Same(steps[0], tokens[at].Form) || search.End(0, at) is not (>= 0 and var end)) continue;
            var passage = article[tokens[at].Start..tokens[end].End];
            var verdict = new QuoteVerdict(IsFaithful: true, Liberties(quote, passage, steps), tokens[at].Start, passage);
            if (verdict.Liberties == QuoteLiberties.None) return verdict;
            if (best is null || verdict.Liberties < best.Liberties) best = verdict;
        }

        return best ?? NearestPassage.Of(steps, tokens, article);
    }

    private static bool Same(QuoteStep step, string form) =>
        step.Form == form || (step.MayChangeInitial && step.Form.Length == form.Length && step.Form.AsSpan(1).SequenceEqual(form.AsSpan(1)) && char.ToUpperInvariant(step.Form[0]) == char.ToUpperInvariant(form[0]));

    private static QuoteLiberties Liberties(string quote, string passage, IReadOnlyList<QuoteStep> steps)
    {
        var taken = QuoteLiberties.None;
        if (steps.Any(step => step.Kind == QuoteStepKind.Gap)) taken |= QuoteLiberties.Ellipsis;
        if (steps.Any(step => step.Kind == QuoteStepKind.Insertion)) taken |= QuoteLiberties.Insertion;
        var (ours, theirs) = (Core(quote), Core(passage));
        if (ours == theirs) return taken;
        if (ours.Length > 0 && theirs.Length > 0 && FirstLetter(ours) != FirstLetter(theirs) || quote.Contains('[', StringComparison.Ordinal) && steps.Any(step => step.MayChangeInitial) && taken == QuoteLiberties.None) taken |= QuoteLiberties.Initial;
        if (taken.HasFlag(QuoteLiberties.Ellipsis) || taken.HasFlag(QuoteLiberties.Insertion)) return taken;
        var (oursDense, theirsDense) = (Dense(ours), Dense(theirs));
        if (!string.Equals(oursDense, theirsDense, StringComparison.OrdinalIgnoreCase) && !quote.Contains('[', StringComparison.Ordinal)) taken |= QuoteLiberties.Typography;
        if (ours.Count(char.IsWhiteSpace) != theirs.Count(char.IsWhiteSpace) || !ours.Where(char.IsWhiteSpace).SequenceEqual(theirs.Where(char.IsWhiteSpace))) taken |= QuoteLiberties.WhiteSpace;
        return taken;
    }

    /// <summary>From the first letter to the last.</summary>
    private static string Core(string text)
    {
        var (first, last) = (0, text.Length - 1);
        while (first <= last && !char.IsLetterOrDigit(text[first]) && text[first] != '[') first++;
        while (last >= first && !char.IsLetterOrDigit(text[last]) && text[last] != ']') last--;
        return text[first..(last + 1)];
    }

    private static char FirstLetter(string text) => text.FirstOrDefault(char.IsLetterOrDigit);

    private static string Dense(string text)
    {
        var dense = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) dense.Append(c);
        return dense.ToString();
    }

    /// <summary>Follows the steps through the article, with a bound on the work.</summary>
    private sealed class Search(IReadOnlyList<QuoteStep> steps, IReadOnlyList<QuoteToken> tokens)
    {
        private int left = MostSteps;

        public bool IsExhausted => left <= 0;

        /// <returns>The last token of the passage that begins at <paramref name="at"/>, or -1.</returns>
        public int End(int step, int at)
        {
            while (left-- > 0)
            {
                if (step == steps.Count) return at - 1;
                if (steps[step].Kind != QuoteStepKind.Token) return Skip(step, at);
                if (at >= tokens.Count || !Same(steps[step], tokens[at].Form)) return -1;
                step++;
                at++;
            }

            return -1;
        }

        private int Skip(int step, int at)
        {
            var most = steps[step].Kind == QuoteStepKind.Gap ? MostSkipped : MostReplaced;
            for (var skipped = 0; skipped <= most && at + skipped <= tokens.Count && left > 0; skipped++)
                if (End(step + 1, at + skipped) is >= 0 and var end) return end;
            return -1;
        }
    }
}

namespace Aggregator.Curation.Quotes;

/// <summary>One step of a quote: a word or sign that must stand there, or what an editor may put in or leave out.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Form">Of a word or sign: what must stand there.</param>
/// <param name="MayChangeInitial">The case of its first letter is free: it opens the quote, or its initial is in brackets.</param>
internal readonly record struct QuoteStep(QuoteStepKind Kind, string Form = "", bool MayChangeInitial = false);

internal enum QuoteStepKind
{
    Token,

    /// <summary><c>[…]</c>: words left out.</summary>
    Gap,

    /// <summary><c>[word]</c>: words put in, perhaps for others.</summary>
    Insertion,
}

/// <summary>A quote as steps to be found in an article. Pure.</summary>
internal static class QuotePattern
{
    public static IReadOnlyList<QuoteStep> Of(string quote)
    {
        var tokens = QuoteToken.Of(quote);
        var steps = new List<QuoteStep>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Form is "[" or "(" && Close(tokens, i) is > 0 and var close && Bracketed(quote, tokens, i, close) is { } bracketed)
            {
                steps.Add(bracketed);
                // "[L]es": the bracketed initial and the rest are one word.
                i = bracketed.Kind == QuoteStepKind.Token ? close + 1 : close;
            }
            else steps.Add(new(QuoteStepKind.Token, tokens[i].Form, steps.All(step => !IsWord(step))));
        }

        return Trimmed(steps);
    }

    private static int Close(IReadOnlyList<QuoteToken> tokens, int open)
    {
        var sign = tokens[open].Form == "[" ? "]" : ")";
        for (var i = open + 1; i < tokens.Count && i <= open + 12; i++)
            if (tokens[i].Form == sign) return i;
        return -1;
    }

    private static QuoteStep? Bracketed(string quote, IReadOnlyList<QuoteToken> tokens, int open, int close)
    {
        if (close == open + 2 && tokens[open + 1].Form == "...") return new(QuoteStepKind.Gap);
        if (tokens[open].Form == "(") return null;
        var isInitial = close == open + 2 && tokens[open + 1].Form.Length == 1 && close + 1 < tokens.Count && tokens[close + 1].IsWord && tokens[close + 1].Start == tokens[close].End
            && (open == 0 || tokens[open - 1].End < tokens[open].Start || !tokens[open - 1].IsWord);
        return isInitial ? new(QuoteStepKind.Token, tokens[open + 1].Form + tokens[close + 1].Form, MayChangeInitial: true)
            : string.IsNullOrWhiteSpace(quote[tokens[open].End..tokens[close].Start]) ? null : new(QuoteStepKind.Insertion);
    }

    /// <summary>Signs, gaps and insertions at either end say nothing about the article.</summary>
    private static List<QuoteStep> Trimmed(List<QuoteStep> steps)
    {
        var first = steps.FindIndex(IsWord);
        var last = steps.FindLastIndex(IsWord);
        return first < 0 ? [] : steps[first..(last + 1)];
    }

    private static bool IsWord(QuoteStep step) => step.Kind == QuoteStepKind.Token && char.IsLetterOrDigit(step.Form[0]);
}

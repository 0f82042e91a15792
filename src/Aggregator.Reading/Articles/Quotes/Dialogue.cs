namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Lines of dialogue behind dashes: "— Je reste, a dit Marie." Lists begin with dashes, too: one line at least must say who speaks.</summary>
internal static class Dialogue
{
    /// <summary>Beyond a play's worth of lines a text is no article.</summary>
    private const int MostLines = 2_000;

    /// <summary>For each paragraph the words that are spoken in it, up to where it says who speaks; null for what is no line of dialogue.</summary>
    public static IReadOnlyList<QuotedSpan?> Lines(IReadOnlyList<string> paragraphs, Grammar grammar)
    {
        var attributed = paragraphs.Select((text, i) => i < MostLines ? Attributed(text, grammar) : null).ToList();
        if (!attributed.Exists(span => span is not null)) return attributed;
        return [.. paragraphs.Select((text, i) => attributed[i] ?? (Begins(text) && IsSentence(text) ? Whole(text) : null))];
    }

    private static bool Begins(string text) => text.Length >= 4 && text[0] is '—' or '–' or '-' or '―' && char.IsWhiteSpace(text[1]);

    private static bool IsSentence(string text) => char.IsUpper(text[2]) && text.TrimEnd()[^1] is '.' or '?' or '!' or '…';

    private static QuotedSpan Whole(string text) => new(2, 2, text.TrimEnd().Length, text.TrimEnd().Length) { IsDialogue = true };

    private static QuotedSpan? Attributed(string text, Grammar grammar)
    {
        if (!Begins(text)) return null;
        var tokens = Tokens.Of(text, []);
        var reader = new AttributionReader(tokens, grammar);
        for (var i = 2; i < tokens.Count; i++)
        {
            var isAsked = tokens[i - 1].Is('?') || tokens[i - 1].Is('!');
            if (!(tokens[i - 1].Is(',') || isAsked) || (grammar.IsFrench && tokens[i].IsCapital)) continue;
            if (reader.After(i, isAsked ? QuoteEnding.Exclamation : QuoteEnding.Other) is null) continue;
            var stop = tokens[i - 1].Is(',') ? tokens[i - 1].Start : tokens[i - 1].End;
            while (stop > 2 && char.IsWhiteSpace(text[stop - 1])) stop--;
            return new(2, 2, stop, stop) { IsDialogue = true };
        }

        return null;
    }
}

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>One paragraph: its quotes and its words.</summary>
internal sealed class ParagraphReading
{
    private readonly int offset;
    private readonly string text;
    private readonly List<QuotedSpan> spans;

    public ParagraphReading(string whole, Range paragraph, Range next, Grammar? grammar)
    {
        text = whole[paragraph];
        offset = paragraph.Start.Value;
        spans = QuoteMarks.In(text, next.Equals(default) ? "" : whole[next].TrimStart());
        if (spans.Count == 0 && grammar is not null && Dialogue.Of(text, grammar) is { } line) spans.Add(line);
        Tokens = Aggregator.Reading.Articles.Quotes.Tokens.Of(text, spans);
    }

    public List<Token> Tokens { get; }

    /// <summary>The quotes, with their speakers when somebody looks for them. Names and titles in quotation marks that nobody says are left out.</summary>
    public IEnumerable<FoundQuote> Quotes(SpeakerFinder? speakers)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            var words = text[span.Start..span.Stop];
            var said = speakers?.Of(i, words);
            if (said is null && !span.IsDialogue && IsName(words)) continue;
            yield return new FoundQuote(offset + span.Start, words.Length, words, KindOf(words)) { Speaker = said?.Speaker, Role = said?.Role, Via = said?.Via };
        }
    }

    // « Les Ombres », “The Shadows of the North”: capitals and no end of a sentence.
    private static bool IsName(string words)
    {
        var parts = words.Split(' ');
        return char.IsUpper(words[0]) && !char.IsPunctuation(words[^1]) && (parts.Length <= 3 || (parts.Length <= 6 && parts.Count(part => part.Length > 0 && char.IsUpper(part[0])) > parts.Length / 2));
    }

    private static QuoteKind KindOf(string words) => char.IsUpper(words[0]) && words.Contains(' ', StringComparison.Ordinal) ? QuoteKind.Direct : QuoteKind.Fragment;
}

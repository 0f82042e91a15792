namespace Aggregator.Reading.Articles.Quotes;

/// <summary>One paragraph: its quotes and its words.</summary>
internal sealed class ParagraphReading
{
    private readonly int offset;
    private readonly string text;
    private readonly List<QuotedSpan> spans;

    /// <param name="whole">The text.</param>
    /// <param name="paragraph">Where the paragraph stands in it.</param>
    /// <param name="next">The paragraph behind it, when there is one.</param>
    /// <param name="dialogue">What is spoken in it when it is a line of dialogue.</param>
    public ParagraphReading(string whole, Range paragraph, Range next, QuotedSpan? dialogue)
    {
        text = whole[paragraph];
        offset = paragraph.Start.Value;
        spans = QuoteMarks.In(text, next.Equals(default) ? "" : whole[next].TrimStart());
        if (spans.Count == 0 && dialogue is { } line) spans.Add(line);
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
            // A dash with nothing behind it: nobody has said anything.
            if (words.Length == 0) continue;
            var said = speakers?.Of(i, words, span);
            if (!span.IsDialogue && !IsSpeech(speakers, i, words, said)) continue;
            yield return new FoundQuote(offset + span.Start, words.Length, words, KindOf(words)) { Speaker = said?.Speaker, Role = said?.Role, Via = said?.Via };
        }
    }

    /// <summary>Whether it is a question of the writer's alone, as interviews have them.</summary>
    public bool Asks => spans.Count == 0 && text.AsSpan().TrimEnd().EndsWith("?");

    private static bool IsSpeech(SpeakerFinder? speakers, int quote, string words, Said? said) =>
        speakers is null ? !SpeechJudge.IsName(words) : SpeechJudge.IsSpeech(speakers.Tokens, speakers.PlaceOf(quote), words, said, speakers.Grammar);

    private static QuoteKind KindOf(string words) => char.IsUpper(words[0]) && words.Contains(' ', StringComparison.Ordinal) ? QuoteKind.Direct : QuoteKind.Fragment;
}

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>What the words around a quote say about who spoke.</summary>
internal sealed record Said(string? Speaker, string? Role, string? Via)
{
    /// <summary>Spoken by somebody of whom nothing is known.</summary>
    public static readonly Said Nobody = new(null, null, null) { IsAttributed = false };

    /// <summary>Whether the quote's own sentence says who spoke, and not just the text around it.</summary>
    public bool IsAttributed { get; init; } = true;
}

/// <summary>Finds the speakers of one paragraph's quotes, in their order.</summary>
internal sealed class SpeakerFinder(Discourse text, List<Token> tokens, int paragraph)
{
    private readonly List<int> places = [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i].IsQuote)];
    private readonly AttributionReader attributions = new(tokens, text.Grammar);
    private readonly CarriedSpeaker carried = new(text, tokens, paragraph);
    private (string Name, int At)? last;
    private (Said Said, int End, bool Ended)? previous;

    /// <summary>The paragraph's words, for whoever judges what a quote is.</summary>
    public List<Token> Tokens => tokens;

    public Grammar Grammar => text.Grammar;

    public int PlaceOf(int quote) => places[quote];

    /// <param name="quote">Which quote of the paragraph.</param>
    /// <param name="words">What it holds.</param>
    /// <param name="span">How it is marked.</param>
    /// <returns>Null when nothing around the quote says that somebody said it.</returns>
    public Said? Of(int quote, string words, QuotedSpan span)
    {
        var at = places[quote];
        // A sentence of its own that ended with the quote takes no name from the next one.
        var ended = words[^1] is '.' or '…';
        var attribution = (ended ? null : attributions.After(at + 1, Ending(words))) ?? Inside(words) ?? attributions.Before(at, words);
        var said = attribution is null ? Unattributed(at, words, span) : Named(attribution, at);
        previous = said is null ? null : (said, attribution is { End: >= 0 } ? attribution.End : at + 1, ended && attribution is not { End: >= 0 });
        if (said is { Speaker: { } speaker }) last = (speaker, tokens[at].Start);
        else if (said is { Via: null }) last = null;
        if (said is not null) text.Note(said, paragraph, tokens[at].Start);
        if (quote == 0 && (span.IsDialogue || carried.Opens(at))) text.NoteTurn(said, paragraph);
        if (span.IsOpen) text.OpenParagraph = paragraph;
        return said;
    }

    private static QuoteEnding Ending(string words) => words[^1] switch { ',' => QuoteEnding.Comma, '?' or '!' => QuoteEnding.Exclamation, _ => QuoteEnding.Other };

    private Said? Unattributed(int at, string words, QuotedSpan span)
    {
        if (at == places[0] && text.OpenParagraph == paragraph - 1 && paragraph > 0 && text.Last is { } open) return open.Said with { IsAttributed = false };
        if (span.IsDialogue) return text.Other(paragraph);
        if (!EndsSentence(at, words)) return null;
        return Continued(at) ?? (BeginsSentence(at, words) ? carried.Of(at) : null);
    }

    // What a comma follows is attributed there, if at all.
    private bool EndsSentence(int at, string words) => words[^1] is '.' or '!' or '?' or '…' || at + 1 == tokens.Count || tokens[at + 1].EndsSentence;

    private bool BeginsSentence(int at, string words) =>
        !char.IsLower(words[0]) && (at == 0 || carried.Opens(at) || tokens[at - 1].EndsSentence || tokens[at - 1].IsQuote);

    // ", estime Julien Roche, berger depuis vingt ans," between the words of the quote themselves.
    private Attribution? Inside(string words)
    {
        if (!text.Grammar.IsFrench) return null;
        var inner = Tokenizer(words);
        var reader = new AttributionReader(inner, text.Grammar);
        for (var i = 1; i < inner.Count; i++)
            if (inner[i - 1].Is(',') && !inner[i].IsCapital && reader.After(i, QuoteEnding.Comma) is { } found && EndsInsertion(inner, found)) return found;
        return null;
    }

    private static List<Token> Tokenizer(string words) => Quotes.Tokens.Of(words, []);

    private static bool EndsInsertion(List<Token> inner, Attribution found) =>
        found.End < inner.Count && (inner[found.End].Is(',') || inner[found.End].Is('.') || found.Subject.Pronoun is not null);

    private Said? Named(Attribution attribution, int at)
    {
        var subject = attribution.Subject;
        if (attribution.IsReported) return new(null, null, subject.Name);
        // "M. X « n’a rien caché », a-t-il dit": who says that of X is somebody else, or not to be told apart.
        if (subject.Pronoun is not null && attribution.End >= 0 && at > 0 && tokens[at - 1].IsCapital) return new(null, null, null);
        if (subject.Pronoun is { } pronoun) return new(Meant(pronoun, at), null, null);
        if (subject.Name is not { } name) return Called(subject, attribution, at);
        var whole = text.Cast.Resolve(name);
        if (subject.IsPerson) text.Cast.Add(whole);
        if (subject.Role is { } role) text.Cast.AddRoles(whole, role);
        return new(whole, subject.Role, null);
    }

    private string? Meant(string pronoun, int at)
    {
        var name = text.Mentions.Meant(pronoun, paragraph, tokens[at].Start, last);
        if (name is null) return null;
        if (pronoun == "it") text.Cast.AddOrganisation(name);
        else text.Cast.Learn(name, text.Grammar.IsMasculine(pronoun));
        return name;
    }

    // "la maire" of whom the text called so; "l’élue réclame" of whom the sentence before was about; "et le responsable d’ajouter" of whoever spoke.
    private Said Called(SubjectPhrase subject, Attribution attribution, int at)
    {
        if (subject is not { Role: { } role, IsIndefinite: false }) return new(null, subject.Role, null);
        if ((text.Cast.CalledSo(role) ?? (attribution.OpensSentence && IsPersonal(role) ? carried.Before(at) : null)) is { } name) return new(name, role, null);
        return attribution.GoesOn && last is { } speaker ? new(speaker.Name, role, null) : new(null, role, null);
    }

    private bool IsPersonal(string role) => role.ToLowerInvariant().Split(' ', '’').Any(text.Grammar.IsRole);

    // « A », dit X. « B » — and then nothing more: X goes on.
    private Said? Continued(int at)
    {
        if (previous is not var (said, end, ended) || end > at || (said.Speaker is null && said.Role is null)) return null;
        var stops = ended ? 1 : 0;
        for (var i = end; i < at; i++)
        {
            if (tokens[i].IsQuote) return null;
            if (tokens[i].EndsSentence) stops++;
            else if (stops > 0) return null;
        }

        return said with { Via = null };
    }
}

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>What the words around a quote say about who spoke.</summary>
internal sealed record Said(string? Speaker, string? Role, string? Via);

/// <summary>Finds the speakers of one paragraph's quotes, in their order.</summary>
internal sealed class SpeakerFinder(Cast cast, Grammar grammar, List<Token> tokens, int paragraph)
{
    private readonly List<int> places = [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i].IsQuote)];
    private readonly AttributionReader attributions = new(tokens, grammar);
    private (string Name, int At)? last;
    private (Said Said, int End, bool Ended)? previous;

    /// <returns>Null when nothing around the quote says that somebody said it.</returns>
    public Said? Of(int quote, string words)
    {
        var at = places[quote];
        // A sentence of its own that ended with the quote takes no name from the next one.
        var ended = words[^1] is '.' or '…';
        var attribution = (ended ? null : attributions.After(at + 1, isOpen: words[^1] == ',')) ?? Inside(words) ?? attributions.Before(at);
        var said = attribution is null ? EndsSentence(at, words) ? Continued(at) : null : Named(attribution, at);
        previous = said is null ? null : (said, attribution is { End: >= 0 } ? attribution.End : at + 1, ended && attribution is not { End: >= 0 });
        if (said is { Speaker: { } speaker }) last = (speaker, tokens[at].Start);
        else if (said is { Via: null })
        {
            last = null;
            cast.AddUnknown(paragraph, tokens[at].Start);
        }

        return said;
    }

    // What a comma follows is attributed there, if at all.
    private bool EndsSentence(int at, string words) => words[^1] is '.' or '!' or '?' or '…' || at + 1 == tokens.Count || tokens[at + 1].EndsSentence;

    // ", estime Julien Roche, berger depuis vingt ans," between the words of the quote themselves.
    private Attribution? Inside(string words)
    {
        if (!grammar.IsFrench) return null;
        var inner = Tokens.Of(words, []);
        var reader = new AttributionReader(inner, grammar);
        for (var i = 1; i < inner.Count; i++)
            if (inner[i - 1].Is(',') && !inner[i].IsCapital && reader.After(i) is { } found && found.End < inner.Count && (inner[found.End].Is(',') || inner[found.End].Is('.') || found.Subject.Pronoun is not null)) return found;
        return null;
    }

    private Said? Named(Attribution attribution, int at)
    {
        var subject = attribution.Subject;
        if (attribution.IsReported) return new(null, null, subject.Name);
        // "M. X « n’a rien caché », a-t-il dit": who says that of X is somebody else, or not to be told apart.
        if (subject.Pronoun is not null && attribution.End >= 0 && at > 0 && tokens[at - 1].IsCapital) return new(null, null, null);
        if (subject.Pronoun is { } pronoun) return new(cast.Meant(pronoun, paragraph, tokens[at].Start, last), null, null);
        if (subject.Name is not { } name) return new(null, subject.Role, null);
        var whole = cast.Resolve(name);
        if (subject.IsPerson || whole != name || cast.Knows(whole)) cast.Add(whole, paragraph, tokens[at].Start);
        return new(whole, subject.Role, null);
    }

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

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Who said a quote, by the words around it in its sentence.</summary>
/// <param name="Subject">Who.</param>
/// <param name="IsReported">Whether the subject only passes the words on.</param>
/// <param name="End">The token behind the attributing words, when they follow the quote; else -1.</param>
internal sealed record Attribution(SubjectPhrase Subject, bool IsReported, int End = -1);

/// <summary>Looks for the words that attribute a quote: "a indiqué X", "X said", "selon X", "X : « … »".</summary>
internal sealed class AttributionReader(List<Token> tokens, Grammar grammar)
{
    private const int Farthest = 30, LongestSentence = 250;
    private readonly SubjectReader subjects = new(tokens, grammar);

    /// <summary>The attribution in the words behind the quote: ", said Ann Lee, the mayor".</summary>
    /// <param name="at">The first token behind the quote.</param>
    /// <param name="isOpen">Whether the quote ended in a comma, so that whatever has a subject must attribute it.</param>
    public Attribution? After(int at, bool isOpen = false)
    {
        while (at < tokens.Count && (tokens[at].Is(',') || tokens[at].Is('–') || tokens[at].Is('—') || tokens[at].Is('-'))) at++;
        var limit = SentenceEnd(at);
        if (at >= limit) return null;
        return Said(at, limit) ?? According(at, limit) ?? (grammar.IsFrench ? null : SubjectFirst(at, limit, isOpen));
    }

    /// <summary>The attribution in the words before the quote: "Selon X, …", "X a déclaré : …".</summary>
    /// <param name="at">The token of the quote.</param>
    public Attribution? Before(int at)
    {
        var from = SentenceStart(at);
        if (at == from || (grammar.IsNaming(tokens[at - 1].Word) && !(at - 2 >= from && tokens[at - 2].Word is "se" or "s’" or "a" or "ont")) || (at - 2 >= from && grammar.IsNaming(tokens[at - 2].Word) && grammar.IsArticle(tokens[at - 1].Word))) return null;
        for (var i = at - 1; i >= Math.Max(from, at - Farthest); i--)
        {
            if (tokens[i].Is(';') || (grammar.IsTurn(tokens[i].Word) && i > from)) break;
            if (AccordingBefore(i, from, at) is { } according) return according;
            if (IsSaying(i, from)) return SayingBefore(i, from, at);
        }

        return tokens[at - 1].Is(':') ? Announced(from, at - 1) : null;
    }

    // "a-t-il indiqué", "a expliqué hier X", "estime X", "said X", "dit-elle".
    private Attribution? Said(int at, int limit)
    {
        var i = at;
        while (i < limit && tokens[i].Word is "se" or "s’" or "l’" or "le" or "nous" or "lui" or "me" && i + 1 < limit && !tokens[i].IsCapital) i++;
        if (i >= limit) return null;
        var verb = i;
        SubjectPhrase? pronoun = null;
        if (grammar.IsAuxiliary(tokens[i].Word) || tokens[i].Word is "fait")
        {
            i++;
            if (i < limit && grammar.IsPronoun(tokens[i].Word)) pronoun = subjects.Forward(i++, limit);
            while (i < limit && tokens[i].Word is not "dit" && grammar.IsBetween(tokens[i].Word)) i++;
            if (i >= limit || !(grammar.Verbs.IsParticiple(tokens[i].Word) || grammar.Verbs.IsInfinitive(tokens[i].Word))) return null;
            verb = i;
        }
        else if (!grammar.Verbs.IsFinite(tokens[i].Word)) return null;

        var reported = grammar.Verbs.IsReporting(tokens[verb].Word);
        if (pronoun is not null) return new(pronoun, reported, i + 1);
        i++;
        if (i < limit && grammar.Verbs.IsInfinitive(tokens[i].Word)) i++;
        if (i < limit && grammar.IsPronoun(tokens[i].Word)) return new(subjects.Forward(i, limit)!, reported, i + 1);
        i = SkipAsides(i, limit);
        return subjects.Forward(i, limit) is { } subject ? new(subject, reported, subject.End) : null;
    }

    // "hier", "de son côté", "pour sa part", "quant à lui", "à la presse", "en riant".
    private int SkipAsides(int at, int limit)
    {
        while (at < limit)
        {
            if (grammar.IsAdverb(tokens[at].Word) || tokens[at].Is(',')) at++;
            else if (at + 2 < limit && tokens[at].Word is "de" or "à" or "pour" or "quant" or "au" or "en" && !tokens[at + 1].IsCapital) at = SkipAside(at, limit);
            else break;
        }

        return at;
    }

    private int SkipAside(int at, int limit)
    {
        if (tokens[at].Word is "quant") return at + 3;
        var taken = tokens[at].Word is "en" or "au" ? 2 : 3;
        return at + taken < limit ? at + taken : limit;
    }

    private Attribution? According(int at, int limit)
    {
        var length = AccordingLength(at);
        if (length == 0 || subjects.Forward(at + length, limit) is not { } subject) return null;
        return new(subject, subject.IsPublication, subject.End);
    }

    private int AccordingLength(int at) => tokens[at].Word switch
    {
        "selon" or "dixit" or "d’après" => 1,
        "d’" when at + 1 < tokens.Count && tokens[at + 1].Word == "après" => 2,
        "according" when at + 1 < tokens.Count && tokens[at + 1].Word == "to" => 2,
        _ => 0,
    };

    // "she told reporters", "Fenwick replied", "its founder, Ann Lee, was quoted as saying".
    private Attribution? SubjectFirst(int at, int limit, bool isOpen)
    {
        if (subjects.Forward(at, limit) is not { } subject) return null;
        var i = subject.End;
        if (i < limit && tokens[i].Is(',')) i = SkipInsertion(i, limit);
        while (i < limit && grammar.IsBetween(tokens[i].Word)) i++;
        return i < limit && ((isOpen && tokens[i].IsWord && !tokens[i].IsCapital && subject.Name is not null) || grammar.Verbs.IsFinite(tokens[i].Word) || grammar.Verbs.IsParticiple(tokens[i].Word) || (tokens[i - 1].Word == "to" && grammar.Verbs.IsInfinitive(tokens[i].Word)))
            ? new(subject, grammar.Verbs.IsReporting(tokens[i].Word), ClauseEnd(i + 1, limit)) : null;
    }

    private int ClauseEnd(int at, int limit)
    {
        while (at < limit && !tokens[at].Is(',') && !tokens[at].IsQuote) at++;
        return at;
    }

    private int SkipInsertion(int comma, int limit)
    {
        for (var i = comma + 1; i < Math.Min(limit, comma + 14); i++)
            if (tokens[i].Is(',')) return i + 1;
        return comma + 1;
    }

    private bool IsSaying(int i, int from) =>
        tokens[i].IsWord && (!tokens[i].IsCapital || i == from) && (grammar.Verbs.IsFinite(tokens[i].Word)
        || (grammar.Verbs.IsParticiple(tokens[i].Word) && HasAuxiliary(i, from)) || (grammar.Verbs.IsInfinitive(tokens[i].Word) && HasModal(i, from)));

    private bool HasAuxiliary(int i, int from)
    {
        for (var k = i - 1; k >= Math.Max(from, i - 5); k--)
        {
            if (grammar.IsAuxiliary(tokens[k].Word) || tokens[k].Word is "has" or "had" or "have" or "was" or "is" or "as") return true;
            if (!grammar.IsBetween(tokens[k].Word) && !grammar.IsPronoun(tokens[k].Word)) return false;
        }

        return false;
    }

    private bool HasModal(int i, int from) => i - 1 >= from && (grammar.IsModal(tokens[i - 1].Word) || (i - 2 >= from && tokens[i - 1].Word is "de" or "à" or "to" && (grammar.IsModal(tokens[i - 2].Word) || tokens[i - 2].IsCapital)));

    // "X a déclaré : «", "he menaces … «"; and turned round, "Comme le rappelle X, «".
    private Attribution? SayingBefore(int verb, int from, int quote)
    {
        var reported = grammar.Verbs.IsReporting(tokens[verb].Word);
        var i = verb;
        while (i > from && (grammar.IsBetween(tokens[i - 1].Word) || grammar.IsModal(tokens[i - 1].Word) || tokens[i - 1].Word is "de" && grammar.Verbs.IsInfinitive(tokens[verb].Word)) && !IsSubjectPronoun(i - 1)) i--;
        if (i > from && tokens[i - 1].Word is "qui" or "who") i--;
        if (SubjectEndingAt(i, from) is { } subject) return new(subject, reported);
        // "une position que juge « … » X"
        if (verb == quote - 1 && verb > from && tokens[verb - 1].Word is "que" or "qu’") return subjects.Forward(quote + 1, SentenceEnd(quote + 1)) is { Name: not null } behind ? new(behind, reported) : null;
        if (!grammar.IsFrench) return null;
        var inverted = subjects.Forward(SkipAsides(verb + 1, quote), quote);
        return inverted is not null && inverted.End < quote && tokens[inverted.End] is var next && (next.Is(':') || next.Is(',')) && inverted.End == quote - 1 ? new(inverted, reported) : null;
    }

    private bool IsSubjectPronoun(int i) => grammar.IsPronoun(tokens[i].Word) && tokens[i].Word is not ("nous" or "vous");

    private SubjectPhrase? SubjectEndingAt(int end, int from)
    {
        if (end <= from) return null;
        if (!tokens[end - 1].Is(',')) return Whole(subjects.Backward(end, from), end);
        // An insertion between subject and verb: its name, or something else about it.
        var open = end - 2;
        while (open > from && !tokens[open].Is(',') && end - open < 16) open--;
        if (open <= from || !tokens[open].Is(',')) return null;
        var before = subjects.Backward(open, from);
        var inserted = subjects.Forward(open + 1, end - 1);
        if (inserted is { Name: not null } && inserted.End == end - 1 && before is null or { Name: null, Pronoun: null })
            return inserted with { Role = inserted.Role ?? before?.Role, IsPerson = inserted.IsPerson || before is not null };
        if (before is { Name: not null, Role: null } && inserted is { Name: null, Role: not null }) return before with { Role = inserted.Role, IsPerson = true };
        if (before is not { Name: not null, Role: null } || tokens[open + 1].IsCapital || grammar.IsBarrier(tokens[open + 1].Word) || grammar.IsPreposition(tokens[open + 1].Word)) return before;
        return before with { Role = string.Join(' ', tokens.GetRange(open + 1, end - open - 2).Select(token => token.Text)).Replace("’ ", "’", StringComparison.Ordinal), IsPerson = true };
    }

    private static SubjectPhrase? Whole(SubjectPhrase? phrase, int end) => phrase?.End == end ? phrase : null;

    private Attribution? AccordingBefore(int i, int from, int quote)
    {
        var length = AccordingLength(i);
        if (length == 0 && tokens[i].Word is "pour" or "for" && (i == from || tokens[i - 1].Is(','))) length = 1;
        if (length > 0 && i + length < quote && tokens[i + length].Word is "lui" or "elle" or "him" or "her" && (i + length + 1 == quote || tokens[i + length + 1].Is(',')))
            return new(new(null, null, tokens[i + length].Word is "lui" or "him" ? "il" : "elle", i + length + 1), IsReported: false);
        if (length == 0 && tokens[i].Word is "to" && i > from && tokens[i - 1].Word is "according") (i, length) = (i - 1, 2);
        if (length == 0 || subjects.Forward(i + length, quote) is not { Pronoun: null } subject) return null;
        // "Pour" means much else: only with a name and a comma it gives an opinion.
        if (tokens[i].Word is "pour" or "for" && (subject.Name is null || subject.End >= quote || !tokens[subject.End].Is(','))) return null;
        return new(subject, subject.IsPublication);
    }

    // "Nora Benson, its delegate, was blunter: “…”": a colon, and one person in the sentence.
    private Attribution? Announced(int from, int colon)
    {
        SubjectPhrase? only = null;
        for (var i = from; i < colon; i++)
        {
            if (subjects.Forward(i, colon) is not { Name: { } name } subject || (!subject.IsPerson && !(name.Contains(' ', StringComparison.Ordinal) && GivenNames.Knows(name)) && !(i == from && subject.End == colon))) continue;
            if (only is not null) return null;
            only = subject;
            i = subject.End;
        }

        return only is null ? null : new(only, IsReported: false);
    }

    private int SentenceStart(int at)
    {
        var first = Math.Max(0, at - LongestSentence);
        for (var i = at - 1; i >= first; i--)
            if (tokens[i].EndsSentence) return i + 1;
        return first;
    }

    private int SentenceEnd(int at)
    {
        var last = Math.Min(tokens.Count, at + LongestSentence);
        while (at < last && !tokens[at].EndsSentence && !tokens[at].IsQuote && !tokens[at].Is(':') && !tokens[at].Is(';')) at++;
        return at;
    }
}

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Who said a quote, by the words around it in its sentence.</summary>
/// <param name="Subject">Who.</param>
/// <param name="IsReported">Whether the subject only passes the words on.</param>
/// <param name="End">The token behind the attributing words, when they follow the quote; else -1.</param>
internal sealed record Attribution(SubjectPhrase Subject, bool IsReported, int End = -1)
{
    /// <summary>Whether the verb goes on with what somebody has begun to say: "ajoute", "concluded".</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether the subject stands before the verb and the quote.</summary>
    public bool OpensSentence { get; init; }
}

/// <summary>How a quote ends: what follows it may depend on that.</summary>
internal enum QuoteEnding
{
    /// <summary>In a full stop or a word.</summary>
    Other,

    /// <summary>In a comma: whatever has a subject must attribute it.</summary>
    Comma,

    /// <summary>In a question or an exclamation: the writer's sentence may go on.</summary>
    Exclamation,
}

/// <summary>Looks for the words that attribute a quote: "a indiqué X", "X said", "selon X", "X : « … »".</summary>
internal sealed class AttributionReader(List<Token> tokens, Grammar grammar)
{
    private const int Farthest = 30, LongestSentence = 250, LongestPredicate = 4, ShortestGoverned = 3;
    private readonly SubjectReader subjects = new(tokens, grammar);

    /// <summary>The attribution in the words behind the quote: ", said Ann Lee, the mayor".</summary>
    /// <param name="at">The first token behind the quote.</param>
    /// <param name="ending">How the quote ended.</param>
    public Attribution? After(int at, QuoteEnding ending = QuoteEnding.Other)
    {
        while (at < tokens.Count && (tokens[at].Is(',') || tokens[at].Is('–') || tokens[at].Is('—') || tokens[at].Is('-'))) at++;
        var limit = SentenceEnd(at);
        if (at >= limit) return null;
        return Said(at, limit) ?? According(at, limit) ?? (grammar.IsFrench ? null : SubjectFirst(at, limit, ending == QuoteEnding.Comma)) ?? VerbFirst(at, limit, ending);
    }

    /// <summary>The attribution in the words before the quote: "Selon X, …", "X a déclaré : …".</summary>
    /// <param name="at">The token of the quote.</param>
    /// <param name="words">What it holds.</param>
    public Attribution? Before(int at, string words)
    {
        var from = SentenceStart(at);
        if (at == from || IsNamed(from, at)) return null;
        for (var i = at - 1; i >= Math.Max(from, at - Farthest); i--)
        {
            if (tokens[i].Is(';') || (grammar.IsTurn(tokens[i].Word) && i > from)) break;
            if (i == at - 1 && tokens[i].Is(':') && ClauseBefore(from, i) is { } clause) return clause;
            if (AccordingBefore(i, from, at) is { } according) return according;
            if (IsSaying(i, from)) return SayingBefore(i, from, at);
        }

        return tokens[at - 1].Is(':') ? Announced(from, at - 1) : Governed(from, at, words);
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
        var goesOn = grammar.GoesOn(tokens[verb].Word);
        if (pronoun is not null) return new(pronoun, reported, i + 1) { GoesOn = goesOn };
        i++;
        if (i < limit && grammar.Verbs.IsInfinitive(tokens[i].Word)) i++;
        if (i < limit && grammar.IsPronoun(tokens[i].Word)) return new(subjects.Forward(i, limit)!, reported, i + 1) { GoesOn = goesOn };
        i = SkipAsides(i, limit);
        return subjects.Forward(i, limit) is { } subject ? new(subject, reported, subject.End) { GoesOn = goesOn } : null;
    }

    // "s’étrangle Paul Oudin", "glisse-t-il", "laughed Kath Ollerton": any verb will do before its subject, where nothing but an attribution can stand.
    private Attribution? VerbFirst(int at, int limit, QuoteEnding ending)
    {
        if (!grammar.IsFrench && ending == QuoteEnding.Other) return null;
        var i = at;
        while (i + 1 < limit && tokens[i].Word is "se" or "s’" or "l’" or "lui" or "leur" or "m’") i++;
        if (i + 1 >= limit || tokens[i].IsCapital) return null;
        var isAuxiliary = grammar.IsFrench && (grammar.IsAuxiliary(tokens[i].Word) || tokens[i].Word is "fait");
        if (!isAuxiliary && !grammar.MayBeVerb(tokens[i].Word)) return null;
        var verb = i++;
        if (IsInverted(i) && subjects.Forward(i, limit) is { } pronoun) return new(pronoun, IsReported: false, i + 1) { GoesOn = grammar.GoesOn(tokens[verb].Word) };
        if (isAuxiliary)
        {
            while (i < limit && grammar.IsBetween(tokens[i].Word)) i++;
            if (i >= limit || !grammar.MayBeParticiple(tokens[i].Word)) return null;
            verb = i++;
        }

        if (i < limit && !tokens[i].IsCapital && !grammar.IsArticle(tokens[i].Word) && !grammar.IsHonorific(tokens[i].Word) && !grammar.IsAdverb(tokens[i].Word)) i = SkipAsides(i, limit);
        if (subjects.Forward(i, limit) is not { Pronoun: null } subject || !IsSomebody(subject)) return null;
        return new(subject, grammar.Verbs.IsReporting(tokens[verb].Word), subject.End) { GoesOn = grammar.GoesOn(tokens[verb].Word) };
    }

    // With a hyphen: "glisse-t-il", "dit-elle".
    private bool IsInverted(int i) => i > 0 && i < tokens.Count && grammar.IsPronoun(tokens[i].Word) && tokens[i].Start - tokens[i - 1].End is 1 or 3;

    private bool IsSomebody(SubjectPhrase subject) =>
        subject.IsPerson || (subject.Name is { } name && name.Contains(' ', StringComparison.Ordinal)) || (subject.Name is not null && subject.Role is null)
        || (subject.Role is { } role && role.ToLowerInvariant().Split(' ', '’').Any(grammar.IsRole));

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
        return i < limit && ((isOpen && tokens[i].IsWord && !tokens[i].IsCapital && (subject.Name is not null || subject.Pronoun is "he" or "she")) || grammar.Verbs.IsFinite(tokens[i].Word) || grammar.Verbs.IsParticiple(tokens[i].Word) || (tokens[i - 1].Word == "to" && grammar.Verbs.IsInfinitive(tokens[i].Word)))
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

    private bool HasModal(int i, int from) => i - 1 >= from && (grammar.IsModal(tokens[i - 1].Word) || (i - 2 >= from && tokens[i - 1].Word is "de" or "d’" or "à" or "to" && (grammar.IsModal(tokens[i - 2].Word) || tokens[i - 2].IsCapital || grammar.IsRole(tokens[i - 2].Word))));

    // "X a déclaré : «", "he menaces … «"; and turned round, "Comme le rappelle X, «".
    private Attribution? SayingBefore(int verb, int from, int quote)
    {
        var reported = grammar.Verbs.IsReporting(tokens[verb].Word);
        var i = verb;
        while (i > from && (grammar.IsBetween(tokens[i - 1].Word) || grammar.IsModal(tokens[i - 1].Word) || tokens[i - 1].Word is "de" or "d’" && grammar.Verbs.IsInfinitive(tokens[verb].Word)) && !IsSubjectPronoun(i - 1)) i--;
        if (i > from && tokens[i - 1].Word is "qui" or "who") i--;
        if (SubjectEndingAt(i, from) is { } subject) return new(subject, reported) { GoesOn = grammar.GoesOn(tokens[verb].Word), OpensSentence = subjects.Forward(from, i)?.Role == subject.Role };
        // "une position que juge « … » X"
        if (verb == quote - 1 && verb > from && tokens[verb - 1].Word is "que" or "qu’") return subjects.Forward(quote + 1, SentenceEnd(quote + 1)) is { Name: not null } behind ? new(behind, reported) : null;
        if (!grammar.IsFrench) return null;
        var inverted = subjects.Forward(SkipAsides(verb + 1, quote), quote);
        return inverted is not null && inverted.End < quote && tokens[inverted.End] is var next && (next.Is(':') || next.Is(',')) && inverted.End == quote - 1 ? new(inverted, reported) : null;
    }

    // "intitulé « … »", "called a “…”"; but somebody "s’est dit « … »".
    private bool IsNamed(int from, int at)
    {
        if (grammar.IsNaming(tokens[at - 1].Word)) return at - 2 < from || tokens[at - 2].Word is not ("se" or "s’" or "a" or "ont" or "est" or "sont" or "était" or "étaient");
        return at - 2 >= from && grammar.IsNaming(tokens[at - 2].Word) && grammar.IsArticle(tokens[at - 1].Word);
    }

    // "Paul Roy vise « un système à bout de souffle »", "the minister let it be known that she “took note”": words within the sentence of the one person it
    // is about. Who "she" is, is another question.
    private Attribution? Governed(int from, int at, string words)
    {
        if (!char.IsLower(words[0])) return null;
        if (tokens[at - 1].Word is "he" or "she" or "il" or "elle" && at - 2 >= from && grammar.IsBarrier(tokens[at - 2].Word)) return Unnamed;
        for (var i = at - 1; i >= Math.Max(from, at - LongestPredicate); i--)
            if (grammar.Verbs.IsPresentParticiple(tokens[i].Word)) return Unnamed;
        if (words.Split(' ').Length < ShortestGoverned || subjects.Forward(from, at) is not { Name: { } name } subject || subject.End >= at) return null;
        if (!subject.IsPerson && !(name.Contains(' ', StringComparison.Ordinal) && GivenNames.Knows(name))) return null;
        for (var i = subject.End; i < at; i++)
            if (grammar.IsBarrier(tokens[i].Word) || tokens[i].IsQuote || subjects.NameRun(i, at) > i + 1) return null;
        return new(subject, IsReported: false);
    }

    private static Attribution Unnamed => new(new(null, null, null, 0), IsReported: false);

    // "Asked about it, Adebayo grinned:": a subject and its verb are the whole clause before the colon, whatever the verb.
    private Attribution? ClauseBefore(int from, int colon)
    {
        var start = colon;
        while (start > from && !tokens[start - 1].Is(',') && !tokens[start - 1].IsQuote) start--;
        if (start > from && tokens[start].Word is "et" or "and" or "but" or "mais") start++;
        if (subjects.Forward(start, colon) is not { } subject || subject.End >= colon || subject.End + LongestPredicate < colon) return null;
        if (subject.Name is null && subject.Pronoun is not ("il" or "elle" or "he" or "she")) return null;
        for (var i = subject.End; i < colon; i++)
            if (!tokens[i].IsWord || tokens[i].IsCapital || grammar.IsBarrier(tokens[i].Word)) return null;
        return new(subject, IsReported: false);
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
            if (subjects.Forward(i, colon) is not { Name: { Length: > 1 } name } subject || (!subject.IsPerson && !(name.Contains(' ', StringComparison.Ordinal) && GivenNames.Knows(name)) && !(i == from && subject.End == colon))) continue;
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

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Who is meant by some words: a name, what they are, or a pronoun.</summary>
/// <param name="Name">As written, without titles of address.</param>
/// <param name="Role">Without its article.</param>
/// <param name="Pronoun">In lower case.</param>
/// <param name="End">The token behind the words.</param>
internal sealed record SubjectPhrase(string? Name, string? Role, string? Pronoun, int End)
{
    /// <summary>Whether the name is surely a person's: a title of address, or a role beside two capitalised words.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Whether it begins as newspapers' names do: "Le Monde" within a sentence.</summary>
    public bool IsPublication { get; init; }

    /// <summary>Whether it is one of many: "a spokeswoman", "un riverain".</summary>
    public bool IsIndefinite { get; init; }
}

/// <summary>Reads the words that name a subject: "Jean Petit", "la maire de Lyon, Anne Dubois", "the economist Peter Legge", "elle".</summary>
internal sealed class SubjectReader(List<Token> tokens, Grammar grammar)
{
    private const int LongestPhrase = 14;

    /// <summary>Reads from a token on.</summary>
    /// <param name="from">Where the words begin.</param>
    /// <param name="limit">Where they end at the latest.</param>
    public SubjectPhrase? Forward(int from, int limit)
    {
        if (from >= limit || !tokens[from].IsWord) return null;
        var first = tokens[from].Word;
        if (grammar.IsPronoun(first)) return new(null, null, first, from + 1);
        if (grammar.IsHonorific(first) && NameRun(from + 1, limit) is var run && run > from + 1)
            return WithApposition(new(Words(from + 1, run), null, null, run) { IsPerson = true }, limit);
        // A capital article within a sentence is part of a name: "Le Monde".
        var publication = from > 0 && !tokens[from - 1].EndsSentence && tokens[from].IsCapital && grammar.IsArticle(first) && from + 1 < limit && tokens[from + 1].IsCapital;
        if (publication) return new(Words(from, NameRun(from + 1, limit)), null, null, NameRun(from + 1, limit)) { IsPublication = true };
        var hasArticle = grammar.IsArticle(first);
        return Phrase(hasArticle ? from + 1 : from, limit, hasArticle) is { } phrase
            ? WithApposition(phrase with { IsIndefinite = grammar.IsIndefinite(first) || !hasArticle }, limit) : null;
    }

    /// <summary>Reads the words that end right before a token, as far back as they make one subject.</summary>
    public SubjectPhrase? Backward(int end, int from)
    {
        var start = end;
        while (start > from && end - start < LongestPhrase && (tokens[start - 1].IsWord || tokens[start - 1].Is('’')) && !grammar.IsBarrier(tokens[start - 1].Word)) start--;
        for (var i = start; i < end; i++)
            if (!(i > from && grammar.IsPreposition(tokens[i - 1].Word)) && Forward(i, end) is { } phrase && phrase.End == end && (phrase.Name is not null || phrase.Pronoun is not null || grammar.IsArticle(tokens[i].Word))) return phrase;
        return null;
    }

    /// <summary>The end of the capitalised words from a token on; particles may stand between them.</summary>
    public int NameRun(int from, int limit)
    {
        var end = from;
        for (var i = from; i < limit; i++)
        {
            // Behind a name any capital goes on with it: "Ride On", "Le Goff".
            if (i > from && i == end ? tokens[i].IsCapital && !grammar.IsHonorific(tokens[i].Word) && !grammar.IsCalendar(tokens[i].Word) : IsNameWord(i)) end = i + 1;
            else if (i == from || !IsParticle(tokens[i].Word)) break;
        }

        return end;
    }

    private bool IsNameWord(int i) =>
        tokens[i].IsCapital && !grammar.IsHonorific(tokens[i].Word) && !(grammar.OpensSentence(tokens[i].Word) && !tokens[i].Text.EndsWith('’'));

    private static bool IsParticle(string word) => word is "de" or "du" or "des" or "d’" or "von" or "van" or "der" or "den" or "la" or "le" or "el" or "al" or "bin" or "ben" or "di" or "da" or "dos" or "del" or "l’" or "&";

    private SubjectPhrase? Phrase(int from, int limit, bool hasArticle)
    {
        var stop = from;
        while (stop < limit && stop - from < LongestPhrase && Belongs(stop, from)) stop++;
        if (stop == from) return null;
        var (start, end) = LastName(from, stop, least: 2);
        if (start < 0 && IsNameWord(from)) return Single(from, stop, hasArticle);
        if (start < 0 && hasArticle && LastName(from, stop, least: 1) is (>= 0, _) single)
        {
            (start, end) = single;
            // "l’association Droit au vélo": what follows the one capital is part of the name.
            if (grammar.IsFrench && stop - end <= 3) end = stop;
        }

        if (start < 0) return hasArticle ? new(null, Words(from, stop), null, stop) : null;
        // "hydrologist Ann Lee": English does without an article, and only with a name of two words.
        if (!hasArticle && start > from && !IsNameWord(from) && grammar.IsFrench) return null;
        var (nameStart, nameEnd) = WithoutTitles(start, end);
        // "Anna Lind of Oslo": what a preposition adds belongs to the phrase, not to the name.
        var behind = end < stop && grammar.IsPreposition(tokens[end].Word) ? stop : end;
        return new(Words(nameStart, nameEnd), nameStart > from ? Words(from, nameStart) : null, null, behind) { IsPerson = nameStart > from && nameEnd - nameStart > 1 };
    }

    private SubjectPhrase Single(int from, int stop, bool hasArticle)
    {
        var end = NameRun(from, stop);
        // "la Commission européenne", "la Cour des comptes": the words behind belong to the name.
        if (hasArticle && stop - end <= 3 && end < stop && (!grammar.IsPreposition(tokens[end].Word) || tokens[end].Word is "de" or "du" or "des" or "d’" or "of")) end = stop;
        return new(Words(from, end), null, null, end);
    }

    private bool Belongs(int i, int from)
    {
        var token = tokens[i];
        if (!token.IsWord && token.Text is not ("&" or "’") && token.Word is not "’s") return false;
        if (grammar.IsBarrier(token.Word) || grammar.IsPronoun(token.Word) || (i > from && IsAdverb(i)) || grammar.IsHonorific(token.Word)) return false;
        if (!token.IsCapital && i > from && (grammar.IsFiniteVerb(token.Word) || grammar.IsAuxiliary(token.Word) && token.Word != "a")) return false;
        return i == from || token.IsCapital || !grammar.IsArticle(token.Word) || grammar.IsPreposition(tokens[i - 1].Word) || grammar.IsPreposition(token.Word);
    }

    // "gouvernement" ends as adverbs do; behind an article or a preposition it is a noun.
    private bool IsAdverb(int i) =>
        grammar.IsAdverb(tokens[i].Word) && !tokens[i].IsCapital && !grammar.IsArticle(tokens[i - 1].Word) && !grammar.IsPreposition(tokens[i - 1].Word);

    private (int, int) LastName(int from, int stop, int least)
    {
        var found = (-1, -1);
        for (var i = from; i < stop; i++)
        {
            var end = NameRun(i, stop);
            if (end == i) continue;
            if (end - i >= least && (i == from || !IsAfterPreposition(i, from)) && HoldsName(i, end)) found = (i, end);
            i = end;
        }

        return found;
    }

    private bool IsAfterPreposition(int i, int from) =>
        grammar.IsPreposition(tokens[i - 1].Word) || (i - 2 >= from && grammar.IsArticle(tokens[i - 1].Word) && grammar.IsPreposition(tokens[i - 2].Word));

    private bool HoldsName(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!grammar.IsTitle(tokens[i].Word)) return true;
        return false;
    }

    private (int, int) WithoutTitles(int start, int end)
    {
        while (start + 1 < end && (grammar.IsTitle(tokens[start].Word) || (start + 2 < end && grammar.IsRoleName(tokens[start].Text)))) start++;
        while (end - 1 > start && grammar.IsTitle(tokens[end - 1].Word)) end--;
        return (start, end);
    }

    // ", maire de Lyon," after a name; ", Anne Dubois," after a role.
    private SubjectPhrase WithApposition(SubjectPhrase phrase, int limit)
    {
        var at = phrase.End;
        // "the entomologist Dr Sunniva Hale"
        if (phrase.Name is null && at + 1 < limit && grammar.IsHonorific(tokens[at].Word) && NameRun(at + 1, limit) is var addressed && addressed > at + 1)
            return new(Words(at + 1, addressed), phrase.Role, null, addressed) { IsPerson = true };
        if (at + 1 >= limit || !tokens[at].Is(',')) return phrase;
        var from = grammar.IsHonorific(tokens[at + 1].Word) ? at + 2 : at + 1;
        var end = NameRun(from, limit);
        if (phrase.Name is null && end > from) return new(Words(from, end), phrase.Role, null, end) { IsPerson = true };
        if (phrase.Name is null || phrase.Role is not null) return phrase;
        var start = grammar.IsArticle(tokens[from].Word) ? from + 1 : from;
        var stop = start;
        while (stop < limit && tokens[stop].IsWord && stop - start < LongestPhrase && !grammar.IsFiniteVerb(tokens[stop].Word)) stop++;
        var isRole = stop > start && !tokens[start].IsCapital && char.IsLetter(tokens[start].Text[0]) && !grammar.IsBarrier(tokens[start].Word) && !grammar.IsPreposition(tokens[start].Word)
            && !grammar.IsAdverb(tokens[start].Word) && !grammar.OpensSentence(tokens[start].Word) && !grammar.IsPronoun(tokens[start].Word) && !tokens[start].Word.EndsWith("ant", StringComparison.Ordinal) && !tokens[start].Word.EndsWith("ing", StringComparison.Ordinal);
        return isRole ? phrase with { Role = Words(start, stop), IsPerson = true } : phrase;
    }

    private string Words(int from, int end)
    {
        var text = new System.Text.StringBuilder();
        for (var i = from; i < end; i++)
        {
            if (i > from && tokens[i].Start > tokens[i - 1].End) text.Append(' ');
            text.Append(tokens[i].Text);
        }

        return text.ToString();
    }
}

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>The people of a text in the order in which it names them: what a surname or a pronoun can stand for.</summary>
internal sealed class Cast(Grammar grammar)
{
    /// <summary>Beyond a novel's cast a text is no article.</summary>
    private const int MostMentions = 3_000;

    private readonly List<(string Name, int Paragraph, int At, bool IsSubject)> mentions = [];
    private (int Paragraph, int At) unknown = (-1, 0);
    private readonly HashSet<string> people = new(StringComparer.Ordinal);

    /// <summary>Notes all people whom a paragraph names.</summary>
    public void Read(List<Token> tokens, int paragraph)
    {
        var reader = new SubjectReader(tokens, grammar);
        for (var i = 0; i < tokens.Count; i++)
        {
            var isAddressed = grammar.IsHonorific(tokens[i].Word) && i + 1 < tokens.Count;
            var from = isAddressed ? i + 1 : i;
            var end = reader.NameRun(from, tokens.Count);
            if (end <= from) continue;
            while (end - from > 2 && grammar.IsTitle(tokens[from].Word)) from++;
            var name = Name(tokens, from, end);
            var isSubject = IsSubject(tokens, i);
            if (isAddressed) Add(Resolve(name), paragraph, tokens[from].Start, isSubject);
            else if (end - from >= 2 && (GivenNames.Knows(name) || IsLikelyPerson(tokens, from, end))) Add(Resolve(name), paragraph, tokens[from].Start, isSubject);
            else if (mentions.Count < MostMentions && KnownBySurname(name) is { } known) mentions.Add((known, paragraph, tokens[from].Start, isSubject));
            i = end - 1;
        }
    }

    public bool Knows(string name) => people.Contains(name);

    /// <summary>Notes that somebody was found to be a person.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="paragraph">Where.</param>
    /// <param name="at">Where in the paragraph.</param>
    /// <param name="isSubject">Whether a pronoun can take the name up: it opens a clause, or its bearer spoke.</param>
    public void Add(string name, int paragraph, int at, bool isSubject = true)
    {
        if (mentions.Count == MostMentions) return;
        people.Add(name);
        mentions.Add((name, paragraph, at, isSubject));
    }

    /// <summary>Notes that somebody spoke whom the text does not name: a pronoun after that may mean them.</summary>
    public void AddUnknown(int paragraph, int at) => unknown = (paragraph, at);

    /// <summary>The whole name that a surname stands for, when there is just one in the text; else the name itself.</summary>
    public string Resolve(string name) => KnownBySurname(name) ?? name;

    /// <summary>The person whom "il", "elle", "he" or "she" stands for, or null when that is not certain.</summary>
    /// <param name="pronoun">In lower case.</param>
    /// <param name="paragraph">Where it stands.</param>
    /// <param name="at">Where in the paragraph.</param>
    /// <param name="last">Who spoke last in this paragraph, and where.</param>
    public string? Meant(string pronoun, int paragraph, int at, (string Name, int At)? last)
    {
        if (pronoun is not ("il" or "elle" or "he" or "she")) return null;
        var before = mentions.Where(mention => mention.Paragraph < paragraph || (mention.Paragraph == paragraph && mention.At < at)).ToList();
        if (before.Count == 0) return null;
        var near = before.Max(mention => mention.Paragraph);
        if (paragraph - near > 2 || unknown.Paragraph > near) return null;
        var wantsMale = grammar.IsMasculine(pronoun);
        var candidates = before.Where(mention => mention.Paragraph == near && GivenNames.IsMale(mention.Name) is var isMale && (isMale is null || isMale == wantsMale)).ToList();
        var names = candidates.Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 1) return candidates.Exists(mention => (mention.IsSubject || near == paragraph) && (unknown.Paragraph < near || mention.At > unknown.At)) ? names[0] : null;
        // Whoever spoke last still speaks, unless somebody else came in since.
        return last is { } speaker && names.Contains(speaker.Name) && candidates.TrueForAll(mention => mention.At <= speaker.At || mention.Name == speaker.Name) ? speaker.Name : null;
    }

    // Two or three capitalised words that open a sentence or a clause, as people's names do: "Aminata Sow enseigne".
    private bool IsLikelyPerson(List<Token> tokens, int from, int end) =>
        end - from == 2 && (from == 0 || tokens[from - 1].EndsSentence || tokens[from - 1].Is(',')) && end < tokens.Count && tokens[end].IsWord && !tokens[end].IsCapital
        && !grammar.IsPreposition(tokens[end].Word) && tokens.GetRange(from, end - from).TrueForAll(token => !grammar.IsTitle(token.Word) && !grammar.IsArticle(token.Word) && !grammar.IsBody(token.Word));

    private string? KnownBySurname(string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal)) return null;
        // A link that lost its space glues the next word on: "ZuckerbergDes".
        var fits = people.Where(person => person.Contains(' ', StringComparison.Ordinal) && Fits(person[(person.LastIndexOf(' ') + 1)..], name)).ToList();
        return fits.Count == 1 ? fits[0] : null;
    }

    private static bool Fits(string surname, string name) =>
        name == surname || (surname.Length > 3 && name.Length > surname.Length && name.StartsWith(surname, StringComparison.Ordinal) && char.IsUpper(name[surname.Length]));

    // At the beginning of a sentence or a clause, perhaps behind a role: "le commissaire Thierry Breton".
    private bool IsSubject(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 12; i--)
        {
            if (tokens[i].EndsSentence || tokens[i].Is(',') || tokens[i].IsQuote || grammar.IsBarrier(tokens[i].Word)) return true;
            if (i + 1 == at && grammar.IsPreposition(tokens[i].Word) || !tokens[i].IsWord || grammar.IsFiniteVerb(tokens[i].Word)) return false;
        }

        return at < 12;
    }

    private static string Name(List<Token> tokens, int from, int end) => string.Join(' ', tokens.GetRange(from, end - from).Select(token => token.Text));
}

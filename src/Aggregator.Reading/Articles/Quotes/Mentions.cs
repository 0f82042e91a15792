namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Somebody in a sentence.</summary>
/// <param name="Name">Null for somebody whom the text does not name: "a spokeswoman".</param>
/// <param name="Sentence">Counted through the text.</param>
/// <param name="At">Where in the paragraph, in UTF-16 units.</param>
/// <param name="IsSubject">Whether a pronoun can take it up: it opens a clause, or its bearer spoke.</param>
internal sealed record Mention(string? Name, int Paragraph, int Sentence, int At, bool IsSubject);

/// <summary>Who is spoken of, in the order of the text: what a pronoun can stand for, and who else came in between two quotes.</summary>
internal sealed class Mentions(Cast cast, Grammar grammar)
{
    /// <summary>Beyond a novel's cast a text is no article.</summary>
    private const int MostMentions = 3_000;

    /// <summary>How many paragraphs a pronoun reaches back.</summary>
    private const int Farthest = 2;

    private readonly List<Mention> all = [];
    private readonly List<List<int>> stops = [];
    private readonly List<int> firstSentence = [];

    /// <summary>Notes whom a paragraph speaks of; the cast must be complete.</summary>
    public void Read(List<Token> tokens, int paragraph)
    {
        firstSentence.Add(paragraph == 0 ? 0 : firstSentence[^1] + stops[^1].Count + 1);
        stops.Add([.. tokens.Where(token => token.EndsSentence).Select(token => token.Start)]);
        var reader = new SubjectReader(tokens, grammar);
        for (var i = 0; i < tokens.Count && all.Count < MostMentions; i++)
        {
            if (Unnamed(tokens, i) is { } role)
            {
                var called = cast.CalledSo(role);
                // "L’élue" may be anybody named before; "une élue" is somebody new.
                if (called is not null || grammar.IsIndefinite(tokens[i].Word)) Note(called, paragraph, tokens[i].Start);
                continue;
            }

            var from = grammar.IsHonorific(tokens[i].Word) ? i + 1 : i;
            var end = from < tokens.Count ? reader.NameRun(from, tokens.Count) : from;
            if (end <= from) continue;
            if (Known(tokens, from, end) is { } name) Note(name, paragraph, tokens[from].Start, IsSubject(tokens, i));
            i = end - 1;
        }
    }

    /// <summary>Notes that somebody spoke; a null name is somebody whom the text does not name.</summary>
    public void Note(string? name, int paragraph, int at, bool isSubject = true)
    {
        if (all.Count < MostMentions) all.Add(new(name, paragraph, SentenceOf(paragraph, at), at, isSubject));
    }

    /// <summary>The person whom "il", "elle", "he" or "she" stands for, or the organisation of "it"; null when that is not certain.</summary>
    /// <param name="pronoun">In lower case.</param>
    /// <param name="paragraph">Where it stands.</param>
    /// <param name="at">Where in the paragraph.</param>
    /// <param name="last">Who spoke last in this paragraph, and where.</param>
    public string? Meant(string pronoun, int paragraph, int at, (string Name, int At)? last)
    {
        if (pronoun is not ("il" or "elle" or "he" or "she" or "it")) return null;
        var before = all.Where(mention => (mention.Paragraph < paragraph && paragraph - mention.Paragraph <= Farthest) || (mention.Paragraph == paragraph && mention.At < at))
            .Where(mention => mention.Name is null || cast.Fits(mention.Name, pronoun)).ToList();
        if (pronoun == "it") before.RemoveAll(mention => mention.Paragraph < paragraph || !mention.IsSubject);
        while (before.Count > 0)
        {
            var near = before.Max(mention => mention.Sentence);
            var here = before.Where(mention => mention.Sentence == near).ToList();
            var subjects = here.Where(mention => mention.IsSubject).ToList();
            var chosen = subjects.Count > 0 ? subjects : here.Where(mention => mention.Paragraph == paragraph).ToList();
            if (chosen.Count > 0) return One(chosen, last);
            before.RemoveAll(mention => mention.Sentence == near);
        }

        return null;
    }

    private static string? One(List<Mention> chosen, (string Name, int At)? last)
    {
        var names = chosen.Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 1) return names[0];
        // Whoever spoke last still speaks, unless somebody else came in since.
        return last is { } speaker && chosen.TrueForAll(mention => mention.At <= speaker.At || mention.Name == speaker.Name) && names.Contains(speaker.Name) ? speaker.Name : null;
    }

    /// <summary>Who is the subject of a clause between two places; the second is not included.</summary>
    public IReadOnlyList<Mention> Subjects((int Paragraph, int At) from, (int Paragraph, int At) to) =>
        [.. all.Where(mention => mention.IsSubject && IsBefore(from, mention) && !IsBefore(to, mention) && (mention.Paragraph, mention.At) != to)];

    /// <summary>The sentence at a place, counted through the text.</summary>
    public int SentenceOf(int paragraph, int at) => paragraph < firstSentence.Count ? firstSentence[paragraph] + stops[paragraph].Count(stop => stop < at) : 0;

    private static bool IsBefore((int Paragraph, int At) place, Mention mention) => mention.Paragraph > place.Paragraph || (mention.Paragraph == place.Paragraph && mention.At >= place.At);

    private string? Known(List<Token> tokens, int from, int end)
    {
        while (end - from > 2 && grammar.IsRoleName(tokens[from].Text)) from++;
        var name = string.Join(' ', tokens.GetRange(from, end - from).Select(token => token.Text));
        return cast.Knows(name) ? name : cast.KnownBySurname(name);
    }

    // "A spokeswoman for the trust apologised": the subject of a clause, and no name in it.
    private string? Unnamed(List<Token> tokens, int i)
    {
        if (!grammar.IsArticle(tokens[i].Word) || !(i == 0 || tokens[i - 1].EndsSentence || tokens[i - 1].Is(',') || tokens[i - 1].IsQuote || grammar.IsBarrier(tokens[i - 1].Word))) return null;
        var end = i + 1;
        while (end < tokens.Count && end - i < 5 && tokens[end].IsWord && !tokens[end].IsCapital && !grammar.IsPreposition(tokens[end].Word) && !grammar.IsRole(tokens[end].Word)) end++;
        if (end >= tokens.Count || !grammar.IsRole(tokens[end].Word) || tokens[end].IsCapital) return null;
        // A name behind the role is who it is: "the mayor, Ann Lee", "la maire de Lens, Anne Roy".
        for (var k = end + 1; k < Math.Min(tokens.Count, end + 8) && (tokens[k].IsWord || tokens[k].Is(',')); k++)
            if (tokens[k].IsCapital && (k + 1 == tokens.Count || !grammar.IsPreposition(tokens[k - 1].Word))) return null;
            else if (grammar.IsBarrier(tokens[k].Word) || grammar.IsFiniteVerb(tokens[k].Word)) break;
        return string.Join(' ', tokens.GetRange(i + 1, end - i).Select(token => token.Text));
    }

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
}

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Who speaks a sentence that stands alone between quotation marks: whoever holds the floor, or whom the narration beside it is about.</summary>
internal sealed class CarriedSpeaker(Discourse text, List<Token> tokens, int paragraph)
{
    /// <summary>Over more paragraphs nobody keeps the floor.</summary>
    private const int Farthest = 2;

    /// <summary>"A:", "La Rive :": a label before a whole line of speech.</summary>
    private const int LongestLabel = 4;

    /// <param name="at">The token of the quote.</param>
    /// <returns>Null when that is not certain.</returns>
    public Said? Of(int at)
    {
        if (Opens(at)) return text.Other(paragraph) ?? ((text.Answering(paragraph) ?? Ahead(at) ?? text.Cast.Only) is { } first ? Carried(first) : null);
        var place = (paragraph, tokens[at].Start);
        var last = text.Last is { } known && paragraph - known.Paragraph <= Farthest ? text.Last : null;
        var since = text.Mentions.Subjects(last is { } spoke ? (spoke.Paragraph, spoke.At + 1) : (Math.Max(0, paragraph - 1), 0), place);
        var names = since.Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList();
        if (last is { } floor && names.TrueForAll(name => name == floor.Said.Speaker)) return floor.Said with { Via = null, IsAttributed = false };
        var sentence = text.Mentions.SentenceOf(place.paragraph, place.Start) - 1;
        var right = since.Where(mention => mention.Sentence == sentence).Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList();
        var name = right.Count switch { 1 => right[0], 0 => names.Count == 0 ? text.Cast.Only : Pronoun(at), _ => null };
        return name is null ? null : Carried(name);
    }

    /// <summary>The only person whom the sentence before the quote's own is about.</summary>
    public string? Before(int at)
    {
        var start = at;
        while (start > 0 && !tokens[start - 1].EndsSentence) start--;
        if (start == 0) return null;
        var sentence = text.Mentions.SentenceOf(paragraph, tokens[start].Start) - 1;
        var about = text.Mentions.Subjects((paragraph, 0), (paragraph, tokens[start].Start)).Where(mention => mention.Sentence == sentence);
        return about.Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
    }

    private static Said Carried(string name) => new(name, null, null) { IsAttributed = false };

    /// <summary>Whether nothing but a label stands before it in its paragraph.</summary>
    public bool Opens(int at) => at == 0 || (at <= LongestLabel && tokens[at - 1].Is(':') && tokens.GetRange(0, at - 1).TrueForAll(token => token.IsWord));

    // « Je n’ai rien vu. » Assise au dernier rang, Anne Roy repasse le film.
    private string? Ahead(int at)
    {
        var next = at + 1;
        while (next < tokens.Count && !tokens[next].IsWord && !tokens[next].IsQuote) next++;
        if (next >= tokens.Count || tokens[next].IsQuote) return null;
        var sentence = text.Mentions.SentenceOf(paragraph, tokens[next].Start);
        var subjects = text.Mentions.Subjects((paragraph, tokens[next].Start), (paragraph, int.MaxValue)).Where(mention => mention.Sentence == sentence);
        return subjects.Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
    }

    // "Il hausse les épaules. « … »"
    private string? Pronoun(int at)
    {
        var start = at - 1;
        while (start > 0 && !tokens[start - 1].EndsSentence) start--;
        for (var i = start; i < at && i < start + 3; i++)
            if (text.Grammar.IsPronoun(tokens[i].Word) && tokens[i].Word is not "it") return text.Mentions.Meant(tokens[i].Word, paragraph, tokens[i].Start, null);
        return null;
    }
}

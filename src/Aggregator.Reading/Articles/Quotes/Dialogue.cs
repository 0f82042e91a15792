namespace Aggregator.Reading.Articles.Quotes;

/// <summary>A line of dialogue as French prints it: "— Je reste, a dit Marie."</summary>
internal static class Dialogue
{
    /// <summary>The words of the line up to where it says who speaks; null when it does not say, for lists begin with dashes, too.</summary>
    public static QuotedSpan? Of(string text, Grammar grammar)
    {
        if (text.Length < 4 || text[0] is not ('—' or '–') || !char.IsWhiteSpace(text[1])) return null;
        var tokens = Tokens.Of(text, []);
        var reader = new AttributionReader(tokens, grammar);
        for (var i = 2; i < tokens.Count; i++)
        {
            if (!(tokens[i - 1].Is(',') || tokens[i - 1].Is('?') || tokens[i - 1].Is('!')) || !grammar.IsFrench || tokens[i].IsCapital || reader.After(i) is null) continue;
            var stop = tokens[i - 1].Is(',') ? tokens[i - 1].Start : tokens[i - 1].End;
            while (stop > 2 && char.IsWhiteSpace(text[stop - 1])) stop--;
            return new(2, 2, stop, stop);
        }

        return null;
    }
}

namespace Aggregator.Reading.Articles.Layout;

/// <summary>
/// Two things that stand together in a notice and hardly ever in a sentence of an article: comments and their moderation, subscribers and
/// the rest of the text.
/// </summary>
/// <param name="First">Beginnings of words, one of which is there.</param>
/// <param name="Second">Beginnings of words or phrases, one of which is there, too.</param>
internal sealed record Notice(string[] First, string[] Second)
{
    /// <summary>Reads "comment + moderat|approv".</summary>
    public static Notice Parse(string line)
    {
        if (line.Split(" + ") is not [var first,
            var second]) throw new InvalidOperationException($"A notice is two groups joined by \" + \": {line}");
        return new(first.Split('|'), second.Split('|'));
    }

    /// <param name="text">In lower case.</param>
    public bool Speaks(string text) => Any(First, text) && Any(Second, text);

    private static bool Any(string[] stems, string text) => Array.Exists(stems, stem => Holds(text, stem));

    // At the beginning of a word, in scripts that part them.
    private static bool Holds(string text, string stem)
    {
        for (var at = text.IndexOf(stem, StringComparison.Ordinal); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetter(text[at - 1]) || stem[0] >= '\u3040' || !char.IsLetter(stem[0])) return true;
        return false;
    }
}

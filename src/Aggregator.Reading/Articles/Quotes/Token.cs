namespace Aggregator.Reading.Articles.Quotes;

/// <summary>A word, a sign, or a whole quote of a paragraph.</summary>
/// <param name="Text">As written; empty for a quote.</param>
/// <param name="Start">Where it begins in the paragraph.</param>
/// <param name="Quote">Which quote of the paragraph it is; -1 for words and signs.</param>
internal readonly record struct Token(string Text, int Start, int Quote = -1)
{
    /// <summary>The word in lower case, to be looked up.</summary>
    public string Word { get; } = Text.ToLowerInvariant().Replace('\'', '’');

    public int End => Start + Text.Length;

    public bool IsQuote => Quote >= 0;

    public bool IsWord => Text.Length > 0 && char.IsLetterOrDigit(Text[0]);

    public bool IsCapital => Text.Length > 0 && char.IsUpper(Text[0]);

    public bool Is(char sign) => Text.Length == 1 && Text[0] == sign;

    public bool EndsSentence => Text is "." or "!" or "?" or "…";
}

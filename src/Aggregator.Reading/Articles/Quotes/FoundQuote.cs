namespace Aggregator.Reading.Articles.Quotes;

/// <summary>How much of a quote is somebody's own sentence.</summary>
public enum QuoteKind
{
    /// <summary>A sentence or more.</summary>
    Direct,

    /// <summary>Some words within a sentence of the writer's.</summary>
    Fragment,
}

/// <summary>Words of somebody else in a text.</summary>
/// <param name="Start">Where the words begin, in UTF-16 units from the beginning of the text, behind the mark.</param>
/// <param name="Length">Their length, up to the closing mark.</param>
/// <param name="Text">The words themselves.</param>
/// <param name="Kind">Sentence or fragment.</param>
public sealed record FoundQuote(int Start, int Length, string Text, QuoteKind Kind)
{
    /// <summary>The person or organisation that the text says spoke; null when it does not say, or not beyond doubt.</summary>
    public string? Speaker { get; init; }

    /// <summary>What the text says the speaker is, such as "maire de Lyon"; may be known without a name.</summary>
    public string? Role { get; init; }

    /// <summary>The publication that is credited with reporting the words.</summary>
    public string? Via { get; init; }
}

namespace Aggregator.Reading.Stories;

/// <summary>All that speaks for and against a text belonging to a story. Cosines are what stands above the usual of the stream.</summary>
/// <param name="Nearest">The cosine with the story's most similar text.</param>
/// <param name="Centroid">The cosine with the sum of its texts.</param>
/// <param name="Days">Between the text and the story's time; null when not dated.</param>
internal sealed record StoryEvidence(double Nearest, double Centroid, double? Days)
{
    /// <summary>Terms shared with the most similar text, each counted for less the commoner it is (<see cref="TextComparison.SharedTerms"/>).</summary>
    public double SharedTerms { get; init; }

    /// <summary>Terms of the shorter of the text and the most similar one.</summary>
    public int Shorter { get; init; }

    /// <summary>Texts of the story.</summary>
    public int Size { get; init; }

    /// <summary>The nearest cosine of the best other story: what a story must stand out from.</summary>
    public double Rival { get; init; }

    /// <summary>The mean nearest cosine of the third to seventh story: how alike unrelated stories are to this text.</summary>
    public double Background { get; init; }
}

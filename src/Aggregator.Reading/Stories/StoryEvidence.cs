namespace Aggregator.Reading.Stories;

/// <summary>All that speaks for and against a text belonging to a story.</summary>
/// <param name="Nearest">The cosine with the story's most similar text.</param>
/// <param name="Centroid">The cosine with the sum of its texts.</param>
/// <param name="SharedRarity">Rare terms shared with its most similar text (<see cref="TextComparison.SharedRarity"/>).</param>
/// <param name="Days">Between the text and the story's time; null when not dated.</param>
/// <param name="Shorter">Terms of the shorter of the text and the most similar one.</param>
internal sealed record StoryEvidence(double Nearest, double Centroid, double SharedRarity, double? Days, int Shorter)
{
    /// <summary>The nearest cosine of the best other story: what a story must stand out from.</summary>
    public double Rival { get; init; }

    /// <summary>The mean nearest cosine of the third to seventh story: how alike unrelated texts are in this stream.</summary>
    public double Background { get; init; }
}

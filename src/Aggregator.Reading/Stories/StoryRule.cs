namespace Aggregator.Reading.Stories;

/// <summary>
/// Whether texts tell one event: by how much their cosines stand above the usual around them, for all pairs of two groups together, less what the time
/// between the groups takes away. Fitted on mixed weeks (docs/stories.md, benchmark job <c>stories-calibration</c>); one setting for every stream.
/// </summary>
internal sealed record StoryRule
{
    /// <summary>
    /// A pair counts from this score on: a cosine e^.3 = 1.35 times the usual. Pairs below it would only cost time; .0 and .5 gave the same stories.
    /// </summary>
    public const double LeastScore = 0.3;

    /// <summary>A pair counts for no more than this, 33 times the usual: one copy must not tie two stories.</summary>
    private const double MostScore = 3.5;

    /// <summary>
    /// Days beyond which more time says nothing more. A group without a date is taken to be of the other's time: what is not known is no evidence.
    /// </summary>
    private const double LongestGap = 10, UndatedGap = 0;

    /// <summary>
    /// Long texts are more alike than short ones, also when they have nothing to do with each other: from so many terms on, the least background rises with
    /// this power of their number. In a week the background measured is .008 at 30 terms, .017 at 100 and .027 at 230.
    /// </summary>
    private const double LengthExponent = 0.35, UsualTerms = 150;

    public static StoryRule Fitted { get; } = new();

    /// <summary>The support from which two groups of texts are one story.</summary>
    public double OneStory { get; init; } = 1.02;

    /// <summary>
    /// Between average link (1: a large group is judged like a small one) and the sum of all pairs (0: it swallows everything). Many pairs that all stand
    /// a little above the usual are stronger evidence than one.
    /// </summary>
    public double SizeExponent { get; init; } = 0.85;

    /// <summary>What the logarithm of (1 + days) between two groups takes away: within a week it supports and does not decide.</summary>
    public double TimeWeight { get; init; } = 0.9;

    /// <summary>The least background: a text that resembles none would otherwise be near to any that shares a word with it.</summary>
    public double LeastBackground { get; init; } = 0.025;

    /// <summary>The same in a language of which no common words are known: there, what two texts share may say nothing.</summary>
    public double LeastBackgroundOfUnknown { get; init; } = 0.06;

    /// <summary>The least background of a text of so many terms.</summary>
    /// <param name="terms">Of the text.</param>
    /// <param name="least">That of a text of the usual length.</param>
    public static double LeastBackgroundOf(int terms, double least) => least * Math.Max(1, Math.Pow(terms / UsualTerms, LengthExponent));

    /// <summary>How far a pair stands above what is usual around both texts, as a logarithm; may be negative.</summary>
    /// <param name="cosine">Of the two.</param>
    /// <param name="background">The usual around the one (<see cref="LocalBackground"/>), above 0.</param>
    /// <param name="other">The usual around the other, above 0.</param>
    public static double Score(double cosine, double background, double other) =>
        cosine <= 0 ? -MostScore : Math.Min(MostScore, Math.Log(cosine) - 0.5 * Math.Log(background * other));

    /// <summary>What speaks for two groups being one story.</summary>
    /// <param name="sum">The scores of their pairs, those of <see cref="LeastScore"/> and more.</param>
    /// <param name="size">Texts of the one.</param>
    /// <param name="otherSize">Texts of the other.</param>
    /// <param name="days">Between the times they span; null when one is not dated.</param>
    public double Support(double sum, int size, int otherSize, double? days) =>
        sum / Math.Pow((double)size * otherSize, SizeExponent) - TimeWeight * Math.Log(1 + Math.Min(days ?? UndatedGap, LongestGap));
}

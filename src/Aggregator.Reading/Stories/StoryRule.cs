namespace Aggregator.Reading.Stories;

/// <summary>Whether a text belongs to a story: a logistic regression over its <see cref="StoryEvidence"/>.</summary>
/// <param name="weights">In the order of <see cref="Terms"/>.</param>
internal sealed class StoryRule(IReadOnlyList<double> weights)
{
    /// <summary>How many pieces of evidence there are.</summary>
    public const int TermCount = 11;

    /// <summary>Keeps the logarithm of a cosine finite.</summary>
    private const double LeastCosine = 0.01;

    /// <summary>Fitted on the labelled corpora as docs/stories.md says (benchmark job <c>stories-calibration</c>).</summary>
    public static StoryRule Fitted { get; } = new([8.19, 2.04, 0.46, 1.91, -5.76, -3.62, -10.39, -4.12, 0.36, 0.12, 0.85]);

    /// <summary>The logarithm of the odds; above 0 it is more likely than not.</summary>
    public double LogOdds(StoryEvidence evidence)
    {
        Span<double> terms = stackalloc double[TermCount];
        Terms(evidence, terms);
        double sum = 0;
        for (var i = 0; i < terms.Length; i++) sum += weights[i] * terms[i];
        return sum;
    }

    /// <summary>The evidence as the regression takes it.</summary>
    public static void Terms(StoryEvidence evidence, Span<double> terms)
    {
        terms[0] = 1;
        terms[1] = Math.Log(evidence.Nearest + LeastCosine);
        terms[2] = evidence.Centroid;
        terms[3] = Math.Log(evidence.Centroid + LeastCosine);
        terms[4] = Math.Log(1 + (evidence.Days ?? 0));
        terms[5] = evidence.Days is null ? 1 : 0;
        terms[6] = evidence.Rival;
        terms[7] = evidence.Background;
        terms[8] = Math.Log(1 + evidence.Shorter);
        terms[9] = Math.Log(Math.Max(1, evidence.Size));
        terms[10] = Math.Log(1 + evidence.SharedTerms);
    }
}

namespace Aggregator.Reading.Stories;

/// <summary>Whether a text belongs to a story: a logistic regression over its <see cref="StoryEvidence"/>.</summary>
internal static class StoryRule
{
    /// <summary>Keeps the logarithm of a cosine finite.</summary>
    private const double LeastCosine = 0.01;

    /// <summary>In the order of <see cref="Terms"/>; fitted on the labelled corpora as docs/stories.md says.</summary>
    private static readonly double[] Weights = [6.86, 1.07, 4.22, 1.82, -4.83, -3.82, -9.27, -1.26, 1.19, -0.47];

    /// <summary>The logarithm of the odds; above 0 it is more likely than not.</summary>
    public static double LogOdds(StoryEvidence evidence)
    {
        Span<double> terms = stackalloc double[Weights.Length];
        Terms(evidence, terms);
        double sum = 0;
        for (var i = 0; i < terms.Length; i++) sum += Weights[i] * terms[i];
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
        terms[8] = Math.Log(1 + evidence.SharedRarity);
        terms[9] = Math.Log(1 + evidence.Shorter);
    }
}

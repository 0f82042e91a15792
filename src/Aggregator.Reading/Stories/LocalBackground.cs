namespace Aggregator.Reading.Stories;

/// <summary>
/// How alike unrelated texts are to a text: the mean cosine of its 21st to 40th nearest. It differs from beat to beat and from long texts to
/// headlines, which is why no cosine means the same everywhere; in a small window the second half of what there is is taken.
/// </summary>
internal static class LocalBackground
{
    /// <summary>Nearest texts that are passed over, since they may tell the same event, and those that are counted after them.</summary>
    public const int PassedOver = 20, Counted = 20;

    /// <summary>What the background of a text may be while its story is not known: beyond it, the nearest are its own large story.</summary>
    public const double MostBeforeStories = 0.05;

    /// <summary>Nearest texts that are passed over in a window of so many.</summary>
    public static int PassedOverOf(int texts) => Math.Min(PassedOver, texts / 2);

    /// <summary>The background as measured, 0 when there is too little to measure.</summary>
    /// <param name="cosines">With the nearest texts, the highest first.</param>
    /// <param name="texts">In the window.</param>
    public static double Measure(ReadOnlySpan<float> cosines, int texts)
    {
        var from = PassedOverOf(texts);
        if (cosines.Length <= from) return 0;
        double sum = 0;
        var to = Math.Min(cosines.Length, from + Counted);
        foreach (var cosine in cosines[from..to]) sum += cosine;
        return sum / (to - from);
    }
}

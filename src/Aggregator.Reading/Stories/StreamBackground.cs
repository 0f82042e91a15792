namespace Aggregator.Reading.Stories;

/// <summary>
/// How alike any two texts of a stream are, learned from a sample of its pairs. It is measured on texts, not on stories: also when one
/// story holds most of them, it says what alike means here. In the labelled corpora the middle pair has a cosine of .00 to .03.
/// </summary>
internal sealed class StreamBackground
{
    /// <summary>Pairs kept, and how many of each text's.</summary>
    private const int Kept = 400, PairsOfText = 4;

    /// <summary>The nearest of many unrelated texts is so many times as alike as the middle pair.</summary>
    private const double NearestToMiddle = 2;

    private readonly List<float> cosines = [];
    private int next;
    private double? middle;

    /// <summary>
    /// What the background of a text may be while its story is not known. A stream that is made of few words shows it in its middle pair; where that is
    /// not so, a higher background is the text's own large story.
    /// </summary>
    public double Most => Math.Max(LocalBackground.MostBeforeStories, NearestToMiddle * Middle);

    /// <summary>Of the pairs, and forty that are hardly alike: a stream is not narrow before it has shown it.</summary>
    private double Middle => middle ??= MiddleOf(cosines);

    /// <summary>Numbers that choose, the same in every run, with which earlier texts a text is paired.</summary>
    public static IEnumerable<uint> PairsOf(int sequence, int texts) =>
        Enumerable.Range(0, Math.Min(PairsOfText, texts)).Select(pair => unchecked((uint)sequence * 2_654_435_761u + (uint)pair * 2_654_404_609u));

    public void Add(double cosine)
    {
        if (cosines.Count < Kept) cosines.Add((float)cosine);
        else cosines[next++ % Kept] = (float)cosine;
        if (cosines.Count < Kept || next % 16 == 0) middle = null;
    }

    private static double MiddleOf(List<float> cosines)
    {
        const int Supposed = 40;
        const float HardlyAlike = 0.02f;
        List<float> all = [.. Enumerable.Repeat(HardlyAlike, Supposed), .. cosines];
        all.Sort();
        return all[all.Count / 2];
    }
}

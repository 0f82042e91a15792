namespace Aggregator.Reading.Stories;

/// <summary>
/// How alike any two texts of a stream are, learned from a sample of its pairs. It is measured on texts, not on stories: also when one
/// story holds most of them, it says what alike means here. In the labelled corpora the middle pair has a cosine of .00 to .03.
/// </summary>
internal sealed class StreamBackground
{
    /// <summary>Pairs kept, and how many of each text's.</summary>
    private const int Kept = 400, PairsOfText = 4;

    /// <summary>A stream is narrow when its middle pair is more alike than this: its texts are made of few words.</summary>
    private const double NarrowFrom = 0.1;

    /// <summary>In a narrow stream the most alike of many unrelated texts lies so far above the middle pair.</summary>
    private const double Steepness = 4;

    private const double Most = 0.95;

    private readonly List<float> cosines = [];
    private int next;
    private double? middle;

    /// <summary>The cosine that says nothing in this stream, from 0 to .95; 0 in all but a narrow one.</summary>
    public double Usual => Math.Min(Most, Math.Max(0, Middle - NarrowFrom) * Steepness);

    /// <summary>What a cosine with many texts together is when it says nothing.</summary>
    /// <param name="spread">How many texts, over the length of the sum of their unit vectors.</param>
    public double OfMany(double spread) => Math.Min(Most, Usual * spread);

    /// <summary>Of the pairs, and forty that are hardly alike: a stream is not narrow before it has shown it.</summary>
    private double Middle => middle ??= MiddleOf(cosines);

    /// <summary>How much of a cosine stands above what is usual, as a share of what can.</summary>
    public static double Above(double cosine, double usual) => Math.Max(0, (cosine - usual) / (1 - usual));

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

namespace Aggregator.Reading.Stories;

/// <summary>The highest cosines a text had with others, as many as its background needs.</summary>
internal sealed class ClosestCosines
{
    private const int Kept = LocalBackground.PassedOver + LocalBackground.Counted;

    private float[] cosines = [];
    private int count;

    /// <summary>The highest first.</summary>
    public ReadOnlySpan<float> Values => cosines.AsSpan(0, count);

    public void Add(float cosine)
    {
        if (count == Kept && cosine <= cosines[^1]) return;
        if (count == cosines.Length && count < Kept) Array.Resize(ref cosines, Math.Min(Kept, Math.Max(8, count * 2)));
        var at = count < Kept ? count++ : Kept - 1;
        for (; at > 0 && cosines[at - 1] < cosine; at--) cosines[at] = cosines[at - 1];
        cosines[at] = cosine;
    }
}

using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>What the texts of one story in one language have in common: the sum of their vectors, each at length 1.</summary>
internal sealed class StoryProfile(int id, Vocabulary vocabulary)
{
    private readonly List<WindowText> texts = [];
    private Dictionary<int, float>? sum; // only from the second text on: most stories have one
    private double squaredLength;
    private int removed;

    public int Id => id;

    public int Size => texts.Count;

    /// <summary>Its texts over the length of the sum of their vectors, 1 or more: what a cosine that is the same with each of them grows by.</summary>
    public double Spread => sum is null || squaredLength <= 0 ? 1 : texts.Count / Math.Sqrt(squaredLength);

    /// <summary>In the order they were put in.</summary>
    public IReadOnlyList<WindowText> Texts => texts;

    public DateTimeOffset? Oldest { get; private set; }

    public DateTimeOffset? Newest { get; private set; }

    public void Add(WindowText text)
    {
        texts.Add(text);
        text.Story = this;
        if (texts.Count == 2) Rebuild();
        else Include(text);
    }

    public void Remove(WindowText text)
    {
        texts.Remove(text);
        if (++removed * 4 >= texts.Count) Rebuild();
    }

    /// <summary>The cosine with the sum of the story's texts (the centroid); null for a story of one text.</summary>
    /// <param name="other">The other text.</param>
    /// <param name="norm">The length of its vector.</param>
    /// <param name="weights">Its vector by term number.</param>
    public double? Cosine(WindowText other, double norm, float[] weights)
    {
        if (sum is null || squaredLength <= 0 || norm <= 0) return null;
        double product = 0;
        foreach (var term in other.Terms)
        {
            if (sum.TryGetValue(term.Id, out var share)) product += share * weights[term.Id];
        }

        return product / Math.Sqrt(squaredLength) / norm;
    }

    /// <summary>Days between the other text and the time the story's texts span; 0 within it, null when either is not dated.</summary>
    public double? DaysTo(WindowText other) =>
        other.Time is not { } time || Newest is not { } newest || Oldest is not { } oldest ? null
        : time > newest ? (time - newest).TotalDays
        : time < oldest ? (oldest - time).TotalDays : 0;

    private void Rebuild()
    {
        sum = texts.Count > 1 ? [] : null;
        (squaredLength, removed, Oldest, Newest) = (0, 0, null, null);
        foreach (var text in texts) Include(text);
    }

    private void Include(WindowText text)
    {
        if (text.Time is { } time)
        {
            if (Newest is null || time > Newest) Newest = time;
            if (Oldest is null || time < Oldest) Oldest = time;
        }

        if (sum is null || text.Norm <= 0) return;
        foreach (var term in text.Terms)
        {
            ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(sum, term.Id, out _);
            var part = vocabulary.Weight(term) / text.Norm;
            squaredLength += part * (2 * share + part);
            share += part;
        }
    }
}

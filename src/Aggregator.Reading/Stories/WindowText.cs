namespace Aggregator.Reading.Stories;

/// <summary>A text in the window.</summary>
/// <param name="id">Its <see cref="StoryText.Id"/>.</param>
/// <param name="terms">In ascending order of their numbers.</param>
/// <param name="time">When it was published; null: not known.</param>
/// <param name="source">The words of its source; null: not known.</param>
/// <param name="sequence">Its place in the order of arrival.</param>
/// <param name="norm">The length of its vector when it came.</param>
internal sealed class WindowText(int id, Term[] terms, DateTimeOffset? time, SourceWords? source, int sequence, float norm)
{
    public int Id => id;

    public Term[] Terms => terms;

    public DateTimeOffset? Time => time;

    public SourceWords? Source => source;

    public int Sequence => sequence;

    public float Norm => norm;

    /// <summary>With the texts that were compared with it, when they were.</summary>
    public ClosestCosines Closest { get; } = new();

    /// <inheritdoc cref="StoryText.IsOfAnyTime"/>
    public bool IsOfAnyTime { get; init; }

    /// <summary>An editor put it into its story.</summary>
    public bool IsFixed { get; set; }

    /// <summary>Null until it is kept.</summary>
    public WindowStory? Story { get; set; }
}

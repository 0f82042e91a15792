namespace Aggregator.Reading.Stories;

/// <summary>A text in the window.</summary>
/// <param name="terms">In ascending order of their numbers.</param>
/// <param name="sequence">Its place in the order of arrival.</param>
/// <param name="norm">The length of its vector when it came.</param>
internal sealed class WindowText(Term[] terms, DateTimeOffset? time, int sequence, float norm)
{
    public Term[] Terms => terms;

    public DateTimeOffset? Time => time;

    public int Sequence => sequence;

    public float Norm => norm;

    /// <summary>Null until it is kept.</summary>
    public StoryProfile? Story { get; set; }
}

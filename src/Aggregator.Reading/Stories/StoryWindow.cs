namespace Aggregator.Reading.Stories;

/// <summary>How long a text can be joined by others.</summary>
/// <param name="Length">Before the newest text; null: without end, so that memory grows with the stream.</param>
public sealed record StoryWindow(TimeSpan? Length)
{
    /// <summary>Ten days: an event is told for a few days, and a follow-up a week later still belongs to it.</summary>
    public static StoryWindow Default { get; } = new(TimeSpan.FromDays(10));

    /// <summary>Texts never leave.</summary>
    public static StoryWindow Endless { get; } = new((TimeSpan?)null);
}

namespace Aggregator.Reading.Stories;

/// <summary>What an article says, as it is given to a <see cref="StoryMatcher"/>.</summary>
/// <param name="Id">The article's number, of its own among all texts given to one matcher.</param>
/// <param name="Title">The headline; may be empty.</param>
/// <param name="Text">The body as plain text; may be empty, and may repeat the headline.</param>
/// <param name="Language">A language tag of which the primary subtag counts ("fr-CA" is "fr"); null: not known. Stories never cross languages.</param>
/// <param name="Time">
/// When it was published, not later than it arrived: a time far ahead would push every other text out of the window. Null: it counts as
/// published with the newest text so far, and its time is no evidence.
/// </param>
/// <param name="Source">Where it was found, as the feed: what all its texts share is no evidence that two of them tell one event. Null: not known.</param>
/// <param name="CopyOf">The <see cref="Id"/> of the text it is a copy of, or null.</param>
public sealed record StoryText(int Id, string Title, string Text, string? Language, DateTimeOffset? Time, string? Source = null, int? CopyOf = null)
{
    /// <summary>
    /// Nothing says when it was published, and it may be old: <see cref="Time"/> is when it was found. Only near-copies tell one event with it.
    /// </summary>
    public bool IsOfAnyTime { get; init; }
}

namespace Aggregator.Reading.Stories;

/// <summary>An article of a story as the ranking sees it.</summary>
/// <param name="Outlet">The host or address it was published at, or the outlet's name: articles of one registrable host are one outlet's.</param>
/// <param name="Time">When it was published; null: not known, counts as old.</param>
/// <param name="Language">Its language tag, or null.</param>
/// <param name="Weight">How much the editors value its source, from 0 (not at all) to 10; 1 is usual.</param>
/// <param name="IsCopy">It repeats another article of the story.</param>
/// <param name="IsOnTopic">Its source writes about a topic of the publication.</param>
public sealed record StoryArticle(string Outlet, DateTimeOffset? Time, string? Language = null, double Weight = 1, bool IsCopy = false, bool IsOnTopic = false);

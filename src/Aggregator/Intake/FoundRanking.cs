namespace Aggregator.Intake;

/// <summary>Puts the feeds of a site in order: articles before comments, what is alive before what is not, then as sure as they were found. Pure.</summary>
internal static class FoundRanking
{
    /// <summary>A feed that has been silent for longer is likely to be a forgotten one.</summary>
    private static readonly TimeSpan Alive = TimeSpan.FromDays(180);

    /// <param name="found">In the order in which they were found.</param>
    public static IReadOnlyList<FoundFeed> Of(IReadOnlyList<FoundFeed> found, DateTimeOffset now) =>
        [.. found.DistinctBy(Content, StringComparer.Ordinal)
            .OrderBy(feed => feed.IsAboutComments)
            .ThenBy(feed => feed.Entries == 0)
            .ThenBy(feed => feed.Latest is { } latest && now - latest > Alive)
            .ThenBy(feed => feed.Origin)];

    /// <summary>The same entries in another format are the same feed.</summary>
    private static string Content(FoundFeed feed) =>
        feed.Preview.Count == 0 ? feed.Url : string.Join('\n', feed.Preview.Select(entry => entry.Url ?? entry.Title));
}

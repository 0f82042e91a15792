using Aggregator.Intake;

namespace Aggregator.Web.Features.Sources;

/// <summary>What can be followed at an address, as the API and <c>inspect discover --json</c> show it.</summary>
/// <param name="Address">The address that was looked at, whole.</param>
/// <param name="Feeds">The feeds, the best first.</param>
/// <param name="Problem">Why there are none, in a sentence.</param>
internal sealed record DiscoveryAnswer(string? Address, IReadOnlyList<FoundFeedAnswer> Feeds, string? Problem)
{
    /// <param name="followed">Ids of the sources that are followed, by the address of their feed.</param>
    public static DiscoveryAnswer Of(Discovered found, IReadOnlyDictionary<string, int>? followed = null) => new(
        found.Address,
        [.. found.Feeds.Select(feed => FoundFeedAnswer.Of(feed, followed is not null && followed.TryGetValue(feed.Url, out var id) ? id : null))],
        found.Problem is { } problem ? DiscoveryWords.Say(problem, "en") : null);
}

/// <summary>One feed that was found, or the page or sitemap that can be followed like one.</summary>
/// <param name="Origin">How it was found: itself, rule, named, linked or usual.</param>
/// <param name="Kind">What to follow it as: auto, or page when it is no feed.</param>
/// <param name="SourceId">The source that follows it already, or null.</param>
internal sealed record FoundFeedAnswer(
    string Url, string Title, string? Description, string? Language, string Format, string Kind, string Origin, bool IsAboutComments, int Entries, double? PerDay,
    DateTimeOffset? Latest, int? SourceId, IReadOnlyList<FoundEntry> Preview)
{
    public static FoundFeedAnswer Of(FoundFeed feed, int? sourceId) => new(
        feed.Url, feed.Title, feed.Description, feed.Language, feed.Format, feed.Kind.ToString().ToLowerInvariant(), feed.Origin.ToString().ToLowerInvariant(), feed.IsAboutComments, feed.Entries, feed.PerDay, feed.Latest, sourceId, feed.Preview);
}

/// <summary>What to look at.</summary>
/// <param name="Address">An address as people paste it.</param>
internal sealed record DiscoveryRequest(string? Address);

using Aggregator.Fetching;
using Aggregator.Reading.Feeds.Discovery;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>What there is to follow at an address.</summary>
/// <param name="Address">The address that was looked at; null when what was pasted holds none.</param>
/// <param name="Feeds">The feeds, the best first; without any, the page or the sitemap itself.</param>
/// <param name="Problem">Why there are none; null when there are some.</param>
public sealed record Discovered(string? Address, IReadOnlyList<FoundFeed> Feeds, FetchProblem? Problem = null);

/// <summary>A feed that was read, or a page or a sitemap that can be followed like one.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its own title, else the page's for it, else its host.</param>
/// <param name="Description">What it says about itself, or null.</param>
/// <param name="Language">Primary subtag, or null.</param>
/// <param name="Format">Such as <c>rss2.0</c>, as <see cref="Reading.Feeds.Feed.Format"/>; <c>page</c> or <c>sitemap</c> when it is no feed.</param>
/// <param name="Origin">How it was found.</param>
/// <param name="IsAboutComments">It holds comments rather than articles.</param>
/// <param name="Entries">How many entries it shows.</param>
/// <param name="PerDay">Entries a day over the time it shows; null when their dates do not tell.</param>
/// <param name="Preview">The first entries.</param>
public sealed record FoundFeed(
    string Url, string Title, string? Description, string? Language, string Format, FeedOrigin Origin, bool IsAboutComments, int Entries, double? PerDay,
    IReadOnlyList<FoundEntry> Preview)
{
    /// <summary>As what it is to be followed: as a page when it is no feed.</summary>
    public SourceKind Kind { get; init; } = SourceKind.Auto;

    /// <summary>When the latest entry was published; null when none is dated.</summary>
    public DateTimeOffset? Latest => Preview.Max(entry => entry.Published);
}

/// <summary>An entry of a feed, to see what one would get.</summary>
/// <param name="Url">http or https, or null.</param>
public sealed record FoundEntry(string Title, string? Url, DateTimeOffset? Published);

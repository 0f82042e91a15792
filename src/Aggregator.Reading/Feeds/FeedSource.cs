namespace Aggregator.Reading.Feeds;

/// <summary>The feed an item was taken from (RSS source, atom:source).</summary>
/// <param name="Details">What is said about it.</param>
/// <param name="Url">The feed's address, absolute where a base is known.</param>
public sealed record FeedSource(FeedDetails Details, string? Url)
{
    /// <summary>Its title without markup, or null.</summary>
    public string? Title => Details.Title?.ToPlainText();
}

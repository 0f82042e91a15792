using Aggregator.Reading.Feeds;
using Aggregator.Reading.Text;

namespace Aggregator.Intake;

/// <summary>
/// What a feed says of the language of its items. A feed's template often says "en" whatever the feed is in: its titles taken together are a text that tells
/// better, and what they tell is what its bare headlines are in.
/// </summary>
/// <param name="Declared">What the feed says, or null.</param>
/// <param name="Told">What its titles are in; where they do not tell, what a person said of the source, or else the feed.</param>
internal sealed record FeedLanguages(string? Declared, string? Told)
{
    /// <summary>Titles that make a text: some hundred words.</summary>
    private const int MostTitles = 30;

    /// <summary>Reads the titles of a feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="configured">What a person said of the source, or null.</param>
    public static FeedLanguages Of(Feed feed, string? configured)
    {
        var titles = string.Join(". ", feed.Items.Select(item => item.Title).OfType<string>().Take(MostTitles));
        return new(feed.Language, LanguageEvidence.Of(titles, configured, feed.Language));
    }

    /// <summary>What is said of an item: by itself, unless that is only what the whole feed says: an item inherits it.</summary>
    public string? Of(FeedItem item) => item.Language is null || item.Language == Declared ? Told : item.Language;
}

using System.Text;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

/// <summary>Short ways to a feed for tests.</summary>
internal static class Sample
{
    public static readonly Uri Address = new("https://example.org/news/feed.xml");

    public static Feed Parse(string text) => FeedParser.Parse(Encoding.UTF8.GetBytes(text), Address);

    /// <summary>An RSS 2.0 feed of one item with the given elements.</summary>
    public static FeedItem Item(string elements) =>
        Parse($"""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                 xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
            <channel><item>{elements}</item></channel></rss>
            """).Items.Single();

    /// <summary>An Atom 1.0 feed of one entry with the given elements.</summary>
    public static FeedItem Entry(string elements) =>
        Parse($"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry>{elements}</entry></feed>""").Items.Single();
}

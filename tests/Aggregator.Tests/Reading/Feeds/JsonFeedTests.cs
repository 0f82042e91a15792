using System.Text;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class JsonFeedTests
{
    [Fact]
    public void Reads_version_1_1()
    {
        var feed = Sample.Parse("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "https://j.example/", "language": "en",
             "items": [{"id": 7, "url": "/7", "title": "Seven", "content_html": "<img src='a.png'>", "tags": ["x", "y"], "date_published": "2025-01-02T03:04:05Z",
               "authors": [{"name": "Ann", "url": "/ann"}], "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9}]},
              {"id": "8", "content_text": "a < b"}]}
            """);

        Assert.Equal(("jsonfeed1.1", "J", "https://j.example/", "en"), (feed.Format, feed.Title, feed.Link, feed.Language));
        var item = feed.Items[0];
        Assert.Equal(("7", "https://example.org/7", "Seven"), (item.Key, item.Link, item.Title));
        Assert.Equal("<img src='https://example.org/news/a.png'>", item.ContentHtml);
        Assert.Equal(["x", "y"], item.Categories.Select(c => c.Term));
        Assert.Equal(new FeedEnclosure("https://example.org/news/a.mp3", "audio/mpeg", 9), item.Enclosures.Single());
        Assert.Equal("a &lt; b", feed.Items[1].ContentHtml);
    }

    [Fact]
    public void Keeps_the_items_before_the_place_where_it_breaks_off()
    {
        var feed = Sample.Parse("""{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "kept"}, {"id": "2", "tit""");
        Assert.True(feed.Malformed);
        Assert.Equal(("jsonfeed1.0", "kept"), (feed.Format, feed.Items.Single().Title));
    }

    [Fact]
    public void A_lone_surrogate_is_replaced()
    {
        var feed = Sample.Parse("""{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "a\ud800\n\u0000b", "url": "https://j.example/\udfff"}]}""");
        Assert.Equal("a\uFFFD b", feed.Items.Single().Title);
        Assert.NotNull(Encoding.UTF8.GetBytes(feed.Items[0].Link!));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"items\": []}")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": {}}", true)]
    [InlineData("{\"version\": [1], \"title\": {}, \"items\": [1, null, \"x\", []]}")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": {}, \"authors\": [3], \"tags\": {}, \"attachments\": [[]]}]}", true)]
    public void Wrong_types_do_no_harm(string json, bool isFeed = false) => Assert.Equal(isFeed, Sample.Parse(json).IsFeed);
}

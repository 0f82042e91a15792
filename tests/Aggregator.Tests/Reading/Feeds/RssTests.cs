using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class RssTests
{
    [Fact]
    public void Reads_a_channel_and_its_items_in_order()
    {
        var feed = Sample.Parse("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel>
              <title>La Gazette</title><link>https://gazette.example/</link><description>Nouvelles du quartier</description>
              <language>fr-FR</language><ttl>90</ttl><skipDays><day>Sunday</day></skipDays>
              <image><url>/logo.png</url><title>La Gazette</title><link>https://gazette.example/</link></image>
              <item><title>Un</title><link>https://gazette.example/1</link><guid>g-1</guid><pubDate>Mon, 06 Jan 2025 08:30:00 +0100</pubDate></item>
              <item><title>Deux</title><link>https://gazette.example/2</link></item>
            </channel></rss>
            """);

        Assert.True(feed.IsFeed);
        Assert.False(feed.Malformed);
        Assert.Empty(feed.Diagnostics);
        Assert.Equal(("rss2.0", "utf-8", "La Gazette", "Nouvelles du quartier"), (feed.Format, feed.Encoding, feed.Title, feed.Description));
        Assert.Equal(("https://gazette.example/", "fr-FR", "https://example.org/logo.png"), (feed.Link, feed.Language, feed.ImageUrl));
        Assert.Equal(90, feed.Schedule!.TimeToLive);
        Assert.Equal(["Sunday"], feed.Schedule.SkipDays);
        Assert.Equal(["g-1", "gazette.example/2"], feed.Items.Select(i => i.Key));
        Assert.Equal(new DateTimeOffset(2025, 1, 6, 7, 30, 0, TimeSpan.Zero), feed.Items[0].PublishingDate);
        Assert.Equal(TimeSpan.Zero, feed.Items[0].PublishingDate!.Value.Offset);
    }

    [Theory]
    [InlineData("0.91", "rss0.91")]
    [InlineData("0.92", "rss0.92")]
    [InlineData("2.0", "rss2.0")]
    [InlineData("2.0.1", "rss2.0")]
    [InlineData("seven", "rss")]
    public void Knows_the_format_by_its_version(string version, string format) =>
        Assert.Equal(format, Sample.Parse($"<rss version='{version}'><channel/></rss>").Format);

    [Fact]
    public void The_names_that_users_of_other_readers_know_are_here()
    {
        var feed = Sample.Parse("""
            <rss version="2.0"><channel><title>T</title><link>https://a.example/</link><copyright>&#169; 2026 A</copyright><lastBuildDate>Tue, 04 Mar 2025 08:00:00 GMT</lastBuildDate>
            <image><url>/logo.png</url></image><item><guid>1</guid><title>One</title><description>A &lt;b&gt;word&lt;/b&gt;</description><author>a@a.example (Claire)</author>
            <category>press</category><pubDate>Tue, 04 Mar 2025 09:00:00 +0100</pubDate></item></channel></rss>
            """);
        var at = new DateTimeOffset(2025, 3, 4, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(("T", "https://a.example/", "© 2026 A", at, "https://example.org/logo.png"), (feed.Title, feed.Link, feed.Copyright, feed.LastUpdatedDate, feed.ImageUrl));
        var item = feed.Items.Single();
        Assert.Equal(("1", "One", "A word", "Claire (a@a.example)", at), (item.Id, item.Title, item.Description, item.Author, item.PublishingDate));
        Assert.Equal(["press"], item.Categories.Select(category => category.Term));
    }

    [Fact]
    public void Reads_rdf_with_items_beside_the_channel()
    {
        var feed = Sample.Parse("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://a.example/"><title>A</title><link>https://a.example/</link><items><rdf:Seq/></items></channel>
              <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link><dc:date>2024-05-01T10:00:00Z</dc:date><dc:creator>Ann</dc:creator></item>
            </rdf:RDF>
            """);

        var item = Assert.Single(feed.Items);
        Assert.Equal(("rss1.0", "A", "https://a.example/1"), (feed.Format, feed.Title, item.Id));
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero), item.PublishingDate);
        Assert.Equal("Ann", item.Authors.Single().Name);
    }

    [Theory]
    [InlineData("Tom &amp;amp; Jerry", "Tom & Jerry")]
    [InlineData("Tom &amp; Jerry", "Tom & Jerry")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; claim", "Bold claim")]
    [InlineData("1 &lt; 2 and 3 &gt; 2", "1 < 2 and 3 > 2")]
    [InlineData("<![CDATA[L&#8217;&eacute;t&eacute;]]>", "L’été")]
    [InlineData("\n  Two\n  lines \n", "Two lines")]
    public void Titles_become_plain_text(string xml, string title) => Assert.Equal(title, Sample.Item($"<title>{xml}</title>").Title);

    [Fact]
    public void Description_and_content_are_html_with_absolute_addresses()
    {
        var item = Sample.Item("""
            <description>&lt;p&gt;Short &lt;img src="a.jpg"&gt;&lt;/p&gt;</description>
            <content:encoded><![CDATA[<a href='/x?a=1&amp;b=2'>x</a> <a href="#top">top</a> <a href="https://b.example/">b</a>]]></content:encoded>
            """);

        Assert.Equal("""<p>Short <img src="https://example.org/news/a.jpg"></p>""", item.SummaryHtml);
        Assert.Equal(
            """<a href='https://example.org/x?a=1&amp;b=2'>x</a> <a href="https://example.org/news/feed.xml#top">top</a> <a href="https://b.example/">b</a>""",
            item.ContentHtml);
    }

    [Theory]
    [InlineData("<img srcset='a.jpg 1x, /b.jpg 2x'>", "<img srcset='https://example.org/news/a.jpg 1x, https://example.org/b.jpg 2x'>")]
    [InlineData("<img src='../a b.jpg' alt=\"href='x'\">", "<img src='https://example.org/a%20b.jpg' alt=\"href='x'\">")]
    [InlineData("<a href=''>x</a> <a href>y</a> <a href=mailto:a@b.example>z</a>", "<a href=''>x</a> <a href>y</a> <a href=mailto:a@b.example>z</a>")]
    [InlineData("5 < 6 <a href='x", "5 < 6 <a href='https://example.org/news/x")]
    public void Addresses_inside_html_are_made_absolute(string html, string absolute) =>
        Assert.Equal(absolute, Sample.Item($"<description><![CDATA[{html}]]></description>").SummaryHtml);

    [Theory]
    [InlineData("ann@example.org (Ann Lee)", "Ann Lee", "ann@example.org")]
    [InlineData("Ann Lee &lt;ann@example.org&gt;", "Ann Lee", "ann@example.org")]
    [InlineData("ann@example.org", null, "ann@example.org")]
    [InlineData("Ann Lee (Paris)", "Ann Lee (Paris)", null)]
    public void Authors_are_taken_apart(string xml, string? name, string? email) =>
        Assert.Equal(new FeedPerson(name, email), Sample.Item($"<author>{xml}</author>").Authors.Single());

    [Fact]
    public void A_guid_is_the_link_only_when_it_says_so()
    {
        Assert.Equal("https://a.example/1", Sample.Item("<guid>https://a.example/1</guid>").Link);
        Assert.Null(Sample.Item("<guid isPermaLink='false'>https://a.example/1</guid>").Link);
        Assert.Equal("https://a.example/2", Sample.Item("<guid>https://a.example/1</guid><link>https://a.example/2</link>").Link);
    }

    [Fact]
    public void Reads_what_the_modules_add()
    {
        var item = Sample.Item("""
            <category domain="https://a.example/topics">Climate</category><category>Climate</category>
            <enclosure url="/e.mp3" type="audio/mpeg" length="123"/><enclosure url="p.jpg" type="image/jpeg" length="many"/>
            <comments>https://a.example/1#comments</comments><slash:comments>7</slash:comments>
            <feedburner:origLink>https://a.example/1</feedburner:origLink><itunes:duration>3:00</itunes:duration>
            <media:group><media:thumbnail url="s.jpg" width="10"/><media:thumbnail url="l.jpg" width="99"/></media:group>
            <source url="https://b.example/feed">The B</source>
            """);

        Assert.Equal([new FeedCategory("Climate", "https://a.example/topics"), new FeedCategory("Climate")], item.Categories);
        Assert.Equal([new("https://example.org/e.mp3", "audio/mpeg", 123), new("https://example.org/news/p.jpg", "image/jpeg")], item.Enclosures);
        Assert.Equal(("https://a.example/1#comments", 7, "https://a.example/1"), (item.CommentsUrl, item.CommentCount, item.OriginalLink));
        Assert.Equal("https://example.org/news/l.jpg", item.ImageUrl);
        Assert.Equal(("The B", "https://b.example/feed"), (item.Source!.Title, item.Source.Url));
        Assert.Equal("3:00", item.Details.Podcast!.Duration);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("  JAVA\nSCRIPT:alert(1)")]
    [InlineData("data:text/html,x")]
    public void Links_that_run_code_are_dropped(string link)
    {
        var item = Sample.Item($"<title>t</title><link>{link}</link><comments>{link}</comments><enclosure url='{link}'/>");
        Assert.Null(item.Link);
        Assert.Null(item.CommentsUrl);
        Assert.Empty(item.Enclosures);
        Assert.All(item.Details.Links, l => Assert.Null(l.Href));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("100000000000000000000")]
    [InlineData("soon")]
    public void A_ttl_out_of_range_is_no_hint(string ttl) =>
        Assert.Null(Sample.Parse($"<rss version='2.0'><channel><ttl>{ttl}</ttl></channel></rss>").Schedule!.TimeToLive);
}

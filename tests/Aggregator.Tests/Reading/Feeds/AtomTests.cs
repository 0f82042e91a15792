using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class AtomTests
{
    [Fact]
    public void Reads_a_feed_and_its_entry()
    {
        var feed = Sample.Parse("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
              <title>Notes</title><subtitle>Short ones</subtitle><id>urn:feed</id><updated>2025-02-03T04:05:06Z</updated>
              <link rel="self" href="/feed"/><link href="https://notes.example/"/><author><name>Ann</name><uri>/ann</uri></author>
              <entry xml:lang="fr"><id>urn:1</id><title>Un</title><published>2025-02-01T00:00:00+02:00</published><updated>2025-02-02T00:00:00Z</updated>
                <link rel="alternate" type="text/html" href="un"/><category term="t" scheme="urn:s" label="T"/></entry>
            </feed>
            """);

        Assert.Equal(("atom1.0", "Notes", "Short ones", "https://notes.example/", "en"), (feed.Format, feed.Title, feed.Description, feed.Link, feed.Language));
        Assert.Equal(new FeedPerson("Ann", null, "https://example.org/ann"), feed.Details.Authors.Single());
        var entry = Assert.Single(feed.Items);
        Assert.Equal(("urn:1", "https://example.org/news/un", "fr"), (entry.Key, entry.Link, entry.Language));
        Assert.Equal(new DateTimeOffset(2025, 1, 31, 22, 0, 0, TimeSpan.Zero), entry.PublishingDate);
        Assert.Equal(new DateTimeOffset(2025, 2, 2, 0, 0, 0, TimeSpan.Zero), entry.UpdatedDate);
        Assert.Equal(new FeedCategory("t", "urn:s", "T"), entry.Categories.Single());
    }

    [Theory]
    [InlineData("<title>&lt;b&gt;T&lt;/b&gt;</title>", "<b>T</b>")]
    [InlineData("<title type='text'>&lt;b&gt;T&lt;/b&gt;</title>", "<b>T</b>")]
    [InlineData("<title type='html'>&lt;b&gt;T&lt;/b&gt; &amp;amp; U</title>", "T & U")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><b>T</b> &amp; U</div></title>", "T & U")]
    public void A_title_is_what_its_type_says(string title, string text) => Assert.Equal(text, Sample.Entry(title).Title);

    [Fact]
    public void Content_becomes_html_whatever_its_type()
    {
        Assert.Equal("a &lt; b", Sample.Entry("<content>a &lt; b</content>").ContentHtml);
        Assert.Equal("<i>x</i>", Sample.Entry("<content type='html'>&lt;i&gt;x&lt;/i&gt;</content>").ContentHtml);
        Assert.Equal("<i>x</i>", Sample.Entry("<content type='application/octet-stream'>PGk+eDwvaT4=</content>").Contents[0].Value);
        Assert.Equal(
            """1 &lt; 2 <a href="https://b.example/p">p</a><br />""",
            Sample.Entry("""
                <content type="xhtml" xml:base="https://b.example/"><x:div xmlns:x="http://www.w3.org/1999/xhtml">1 &lt; 2 <x:a href="p">p</x:a><x:br/></x:div></content>
                """).ContentHtml);
    }

    [Fact]
    public void Reads_an_entry_document_as_a_feed_of_one()
    {
        var feed = Sample.Parse("""<entry xmlns="http://www.w3.org/2005/Atom"><title>Alone</title></entry>""");
        Assert.Equal(("atom1.0", "Alone"), (feed.Format, feed.Items.Single().Title));
    }

    [Fact]
    public void Reads_threads_sources_and_enclosures()
    {
        var entry = Sample.Entry("""
            <link rel="enclosure" href="/a.mp3" length="5"/><link rel="http://www.iana.org/assignments/relation/replies" type="application/atom+xml" href="/r"/>
            <thr:total>3</thr:total><thr:in-reply-to ref="urn:0"/>
            <source><title>Origin</title><link rel="self" href="https://o.example/feed"/></source>
            """);

        Assert.Equal([new FeedEnclosure("https://example.org/a.mp3", null, 5)], entry.Enclosures);
        Assert.Equal(("https://example.org/r", 3, "urn:0"), (entry.CommentsFeedUrl, entry.CommentCount, entry.InReplyTo));
        Assert.Equal(("Origin", "https://o.example/feed"), (entry.Source!.Title, entry.Source.Url));
    }

    [Fact]
    public void Bases_nest_and_content_location_goes_before_the_address()
    {
        var feed = FeedParser.Parse(
            """<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:base="sub/"><link href="a"/><content xml:base="../up/" type="html">&lt;img src=i.png&gt;</content></entry></feed>"""u8.ToArray(),
            Sample.Address, contentLocation: "https://c.example/dir/");

        Assert.Equal("https://c.example/dir/sub/a", feed.Items[0].Link);
        Assert.Equal("<img src=https://c.example/dir/up/i.png>", feed.Items[0].ContentHtml);
    }

    [Fact]
    public void Who_wrote_an_entry_is_inherited_from_its_source_and_then_from_the_feed()
    {
        var feed = Sample.Parse("""
            <feed xmlns="http://www.w3.org/2005/Atom"><author><name>Feed</name></author>
            <entry><id>1</id><author><name>Own</name></author></entry>
            <entry><id>2</id><source><author><name>Source</name></author></source></entry>
            <entry><id>3</id></entry></feed>
            """);
        Assert.Equal(["Own", "Source", "Feed"], feed.Items.Select(item => item.Author));
        Assert.Empty(feed.Items[2].Details.Authors);
        Assert.Null(Sample.Parse("<rss version='2.0'><channel><managingEditor>Editor</managingEditor><item><title>One</title></item></channel></rss>").Items[0].Author);
        Assert.Equal("Feed", Sample.Parse("""{"version":"https://jsonfeed.org/version/1.1","authors":[{"name":"Feed"}],"items":[{"id":"1"}]}""").Items[0].Author);
    }

    [Fact]
    public void A_link_to_replies_counts_them() => Assert.Equal(
        7, Sample.Entry("<link rel='replies' type='application/atom+xml' href='/replies' thr:count='7'/>").CommentCount);
}

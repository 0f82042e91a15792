using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class BrokenFeedTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("\uFEFF")]
    [InlineData("just words")]
    [InlineData("<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Hello</p></body></html>")]
    [InlineData("<opml version='2.0'><body/></opml>")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("{")]
    public void What_is_no_feed_is_said_to_be_none(string body)
    {
        var feed = Sample.Parse(body);
        Assert.False(feed.IsFeed);
        Assert.Equal("unknown", feed.Format);
        Assert.Empty(feed.Items);
        Assert.Contains(feed.Diagnostics, d => d.Code == "no-feed");
    }

    [Fact]
    public void A_feed_cut_off_keeps_what_was_read()
    {
        var feed = Sample.Parse("<rss version='2.0'><channel><title>T</title><item><title>One</title></item><item><title>Two</title><link>https://a.exam");
        Assert.True(feed.Malformed);
        Assert.Equal(["One", "Two"], feed.Items.Select(i => i.Title));
        Assert.Contains(feed.Diagnostics, d => d.Code == "xml-truncated");
    }

    [Fact]
    public void Cutting_a_feed_anywhere_never_throws()
    {
        const string whole = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><!-- c --><rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>T &amp; <![CDATA[U]]></title>
            <item><a:link href='x'/><description>a &lt;b&gt; &#233;</description><a:content type="xhtml"><div><p class="q">x<br/></p></div></a:content></item></channel></rss>
            """;
        for (var length = 0; length < whole.Length; length++) Assert.NotNull(Sample.Parse(whole[..length]));
    }

    [Theory]
    [InlineData("<title>Fish & chips</title>", "Fish & chips", "xml-bare-ampersand")]
    [InlineData("<title>A&B;C</title>", "A&B;C", "xml-bare-ampersand")]
    [InlineData("<title>Caf&eacute;</title>", "Café", "xml-html-entity")]
    [InlineData("<title>a\u0001b\u001B[31mc</title>", "ab[31mc", "xml-illegal-character")]
    [InlineData("<title>a&#0;b&#xD800;c&#x110000;d</title>", "abcd", "xml-illegal-character")]
    [InlineData("<title>one<description>two</title>", "onetwo", "xml-unclosed-element")]
    [InlineData("<title>one</title></b>", "one", "xml-stray-end")]
    [InlineData("<title a=b c>one</title>", "one", "xml-unquoted-value")]
    [InlineData("<title><![CDATA[one</title>", "one", "xml-unclosed-cdata")]
    [InlineData("<zz:title>two</zz:title><title>one</title>", "one", "xml-undeclared-prefix")]
    public void Faults_are_named_and_read_past(string elements, string title, string code)
    {
        var feed = Sample.Parse($"<rss version='2.0'><channel><item>{elements}</item></channel></rss>");
        Assert.True(feed.Malformed);
        Assert.Equal(title, feed.Items.Single().Title);
        Assert.Contains(feed.Diagnostics, d => d.Code == code && d is { Line: 1, Message.Length: > 10 });
    }

    [Fact]
    public void A_missing_end_of_an_item_does_not_swallow_the_next()
    {
        var feed = Sample.Parse("<rss version='2.0'><channel><item><title>One</title><item><title>Two</title></item></channel></rss>");
        Assert.Equal(["One", "Two"], feed.Items.Select(i => i.Title));
    }

    [Theory]
    [InlineData("<RSS VERSION='2.0'><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>", "rss2.0")]
    [InlineData("<Feed xmlns='http://www.w3.org/2005/Atom'><Title>T</Title><Entry><Title>One</Title></Entry></Feed>", "atom1.0")]
    public void Capitals_do_not_matter(string body, string format)
    {
        var feed = Sample.Parse(body);
        Assert.Equal((format, "T", "One"), (feed.Format, feed.Title, feed.Items.Single().Title));
    }

    [Fact]
    public void A_warning_of_the_server_before_the_feed_is_passed_over()
    {
        var feed = Sample.Parse("<br />\n<b>Warning</b>: Undefined index in <b>feed.php</b><br />\n<rss version='2.0'><channel><item><title>One</title></item></channel></rss>");
        Assert.True(feed.Malformed);
        Assert.Equal("One", feed.Items.Single().Title);
    }

    [Fact]
    public void Words_around_the_feed_are_passed_over()
    {
        var feed = Sample.Parse("Warning: mysql gone\n<?xml version='1.0'?>\n<rss version='2.0'><channel><item><title>One</title></item></channel></rss><script>x</script>");
        Assert.True(feed.Malformed);
        Assert.Equal("One", feed.Items.Single().Title);
    }

    [Fact]
    public void Entities_of_a_document_are_not_expanded()
    {
        var feed = Sample.Parse("""
            <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd"> <!-- > ' -->]>
            <rss version="2.0"><channel><item><title>&b;&c;</title></item></channel></rss>
            """);
        Assert.Equal("&b;&c;", feed.Items.Single().Title);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a b='c'>x")]
    [InlineData("<item>")]
    [InlineData("<description>")]
    [InlineData("<!--")]
    [InlineData("</a>")]
    [InlineData("<![CDATA[x]]>")]
    [InlineData("<a xmlns:b='c'/>")]
    [InlineData("&#38;")]
    [InlineData("<a b=\"")]
    [InlineData("<![CDATA[x]]><b/>")]
    public void A_flood_takes_no_longer_than_it_is_long(string drop)
    {
        var body = Encoding.UTF8.GetBytes("<rss version='2.0'><channel><item><description>" + string.Concat(Enumerable.Repeat(drop, 100_000)));
        var clock = Stopwatch.StartNew();
        var feed = FeedParser.Parse(body);
        Assert.Equal("rss2.0", feed.Format);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{drop}: {clock.Elapsed}");
    }

    [Theory]
    [InlineData("<category>word {0}</category>")]
    [InlineData("<enclosure url='https://a.example/{0}'/>")]
    [InlineData("<author>name {0}</author>")]
    [InlineData("<link rel='enclosure' href='https://a.example/{0}'/>")]
    public void A_flood_of_parts_is_cut_off(string pattern)
    {
        var parts = string.Concat(Enumerable.Range(0, 50_000).Select(n => pattern.Replace("{0}", n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var item = Sample.Parse($"<rss version='2.0'><channel><item><title>One</title>{parts}</item></channel></rss>").Items.Single();
        Assert.InRange(item.Categories.Count + item.Enclosures.Count + item.Authors.Count, 100, 1_000);
    }

    [Fact]
    public void A_person_in_a_hundred_thousand_pieces_is_put_together_once()
    {
        var item = Sample.Parse($"<rss version='2.0'><channel><item><author>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", 100_000))}</author></item></channel></rss>").Items.Single();
        Assert.Equal(100_000, item.Authors[0].Name!.Length);
    }

    [Fact]
    public void Characters_that_are_none_are_replaced()
    {
        var feed = Sample.Parse("<rss version='2.0'><channel><title>a\uFFFEb\uFFFFc&#xFFFE;d</title></channel></rss>");
        Assert.Equal("a\uFFFDb\uFFFDcd", feed.Title);
    }

    [Fact]
    public void Items_beyond_the_limit_are_left_out_and_said_so()
    {
        var feed = Sample.Parse($"<rss><channel>{string.Concat(Enumerable.Repeat("<item><title>t</title></item>", FeedParser.MaxItems + 5))}</channel></rss>");
        Assert.Equal(FeedParser.MaxItems, feed.Items.Count);
        Assert.Contains(feed.Diagnostics, d => d.Code == "too-many-items");
    }

    [Fact]
    public void A_gzipped_body_is_unpacked_and_a_damaged_one_does_not_throw()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write("<rss version='2.0'><channel><title>Z</title></channel></rss>"u8);
        var body = packed.ToArray();

        Assert.Equal("Z", FeedParser.Parse(body).Title);
        for (var length = 0; length < body.Length; length++) Assert.NotNull(FeedParser.Parse(body.AsMemory(0, length)));
        body[12] ^= 0xFF;
        Assert.NotNull(FeedParser.Parse(body));
    }

    [Fact]
    public void A_gzip_bomb_is_cut_off()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 70; i++) gzip.Write(block);
        }

        Assert.Contains(FeedParser.Parse(packed.ToArray()).Diagnostics, d => d.Code == "gzip-too-large");
    }

    [Fact]
    public void A_text_without_end_is_cut_and_the_next_item_is_read()
    {
        var feed = FeedParser.Parse(Encoding.UTF8.GetBytes(
            $"<rss version='2.0'><channel><item><title>Un</title><description>{new string('a', 3_000_000)}</description></item><item><title>Deux</title></item></channel></rss>"));

        Assert.Equal(["Un", "Deux"], feed.Items.Select(item => item.Title));
        Assert.Equal(2_000_000, feed.Items[0].SummaryHtml!.Length);
        Assert.Contains(feed.Diagnostics, d => d.Code == "text-too-long");
    }
}

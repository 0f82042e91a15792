using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

/// <summary>Pictures, links and addresses of items as publishers write them.</summary>
public sealed class FieldItemTests
{
    [Theory]
    [InlineData("<media:content url='https://i.example/a-150.jpg' width='150'/><media:content url='https://i.example/a-900.jpg' width='900'/><media:content url='https://i.example/a-300.jpg' width='300'/>", "https://i.example/a-900.jpg")]
    [InlineData("<media:content url='https://i.example/a.jpg' medium='image' width='150'/><media:content url='https://i.example/b.jpg' type='image/jpeg' width='1200px'/>", "https://i.example/b.jpg")]
    [InlineData("<media:thumbnail url='https://i.example/t.jpg' width='72'/><media:group><media:content url='https://i.example/a.jpg' medium='image' width='640'/><media:content url='https://i.example/b.jpg' medium='image' width='320'/></media:group>", "https://i.example/a.jpg")]
    [InlineData("<media:thumbnail url='https://i.example/t.jpg' width='72'/><media:content url='https://i.example/a.jpg' medium='image'/>", "https://i.example/a.jpg")]
    [InlineData("<media:content url='https://i.example/a.jpg' medium='image'/><media:content url='https://i.example/b.jpg' medium='image'/>", "https://i.example/a.jpg")]
    [InlineData("<media:content url='https://i.example/film.mp4' width='1920'/><media:content url='https://i.example/a.webp?v=3' width='800'/>", "https://i.example/a.webp?v=3")]
    [InlineData("<media:content url='https://i.example/film' medium='video' width='1920'/><media:thumbnail url='https://i.example/t.jpg'/>", "https://i.example/t.jpg")]
    [InlineData("<media:content url='https://i.example/p.gif' medium='image' width='1'/><media:thumbnail url='https://i.example/t.jpg' width='300'/>", "https://i.example/t.jpg")]
    [InlineData("<enclosure url='https://i.example/e.jpg' type='image/jpeg'/>", "https://i.example/e.jpg")]
    public void The_widest_picture_is_the_items(string elements, string picture) => Assert.Equal(picture, Sample.Item(elements).ImageUrl);

    [Theory]
    [InlineData("<p>Texte.</p><img src='https://i.example/a.jpg'><img src='https://i.example/b.jpg'>", "https://i.example/a.jpg")]
    [InlineData("<img src='https://i.example/pixel.gif' width='1' height='1'><p>Texte.</p><img src='https://i.example/a.jpg'>", "https://i.example/a.jpg")]
    [InlineData("<img class='emoji' src='https://i.example/smile.png' width='16' height='16'><img src='https://i.example/a.jpg' width='600'>", "https://i.example/a.jpg")]
    [InlineData("<img alt='a > b' src=\"//i.example/a.jpg\">", "https://i.example/a.jpg")]
    [InlineData("<IMG SRC='data:image/gif;base64,R0lG' DATA-SRC='https://i.example/late.jpg'>", "https://i.example/late.jpg")]
    [InlineData("<figure><img src='photos/quai.jpg'></figure>", "https://a.example/blog/photos/quai.jpg")]
    public void The_first_picture_of_the_text_is_the_items_when_nothing_else_is(string html, string picture)
    {
        Assert.Equal(picture, Sample.Item($"<link>https://a.example/blog/billet</link><content:encoded><![CDATA[{html}]]></content:encoded>").ImageUrl);
        Assert.Equal("https://i.example/t.jpg", Sample.Item($"<content:encoded><![CDATA[{html}]]></content:encoded><media:thumbnail url='https://i.example/t.jpg'/>").ImageUrl);
    }

    [Theory]
    [InlineData("<iframe src='https://video.example/embed/1'></iframe>")]
    [InlineData("<p>&lt;img src='https://i.example/a.jpg'&gt;</p>")]
    [InlineData("<!-- <img src='https://i.example/a.jpg'> --><p>t</p>")]
    [InlineData("<img src='javascript:alert(1)'>")]
    [InlineData("<img")]
    public void A_text_without_a_picture_has_none(string html) =>
        Assert.Null(Sample.Item($"<content:encoded><![CDATA[{html}]]></content:encoded>").ImageUrl);

    [Theory]
    [InlineData("<link>https://a.example/blog/billet/</link><description>&lt;img src='x.png'&gt;</description>", "<img src='https://a.example/blog/billet/x.png'>")]
    [InlineData("<description>&lt;img src='x.png'&gt;</description><link>https://a.example/blog/billet</link>", "<img src='https://a.example/blog/x.png'>")]
    [InlineData("<description>&lt;a href='#n'&gt;1&lt;/a&gt;&lt;a href='/r'&gt;2&lt;/a&gt;</description><link>https://a.example/blog/billet</link>", "<a href='https://a.example/blog/billet#n'>1</a><a href='https://a.example/r'>2</a>")]
    [InlineData("<description xml:base='https://b.example/y/'>&lt;img src='x.png'&gt;</description><link>https://a.example/blog/</link>", "<img src='https://b.example/y/x.png'>")]
    [InlineData("<description>&lt;img src='x.png'&gt;</description><guid>https://a.example/blog/g</guid>", "<img src='https://a.example/blog/x.png'>")]
    [InlineData("<description>&lt;img src='x.png'&gt;</description>", "<img src='https://example.org/news/x.png'>")]
    [InlineData("<description><p>Un <img src='x.png'/></p></description><link>/blog/</link>", "<p>Un <img src=\"https://example.org/blog/x.png\" /></p>")]
    public void Addresses_in_an_item_of_RSS_are_relative_to_its_own(string elements, string html) => Assert.Equal(html, Sample.Item(elements).SummaryHtml);

    [Fact]
    public void Each_item_has_its_own_base_and_the_channel_the_feeds()
    {
        var feed = Sample.Parse("""
            <rss><channel><description>&lt;img src='c.png'&gt;</description>
            <item><link>https://a.example/un/</link><description>&lt;img src='x.png'&gt;</description></item>
            <item><link>https://a.example/deux/</link><description>&lt;img src='x.png'&gt;</description></item></channel></rss>
            """);
        Assert.Equal("<img src='https://example.org/news/c.png'>", feed.Details.Description!.Value);
        Assert.Equal(["<img src='https://a.example/un/x.png'>", "<img src='https://a.example/deux/x.png'>"], feed.Items.Select(item => item.SummaryHtml!));
    }

    [Theory]
    [InlineData("<id>urn:x</id><link rel='ALTERNATE' href='https://a.example/un'/>", "https://a.example/un")]
    [InlineData("<id>urn:x</id><link rel='Enclosure' href='https://a.example/x.mp3'/><link rel='Alternate' type='text/html' href='https://a.example/un'/>", "https://a.example/un")]
    [InlineData("<id>https://a.example/un</id>", "https://a.example/un")]
    [InlineData("<id>https://a.example/un</id><link rel='self' href='https://a.example/un.atom'/>", "https://a.example/un")]
    [InlineData("<id>https://a.example/id</id><link href='https://a.example/un'/>", "https://a.example/un")]
    [InlineData("<id>tag:a.example,2025:un</id>", null)]
    [InlineData("<id>urn:x</id><link rel='self' href='https://a.example/un.atom'/>", null)]
    public void The_page_of_an_atom_entry_is_its_alternate_or_its_id(string elements, string? link) => Assert.Equal(link, Sample.Entry(elements).Link);

    [Fact]
    public void Relations_compare_without_case() =>
        Assert.Equal("https://a.example/x.mp3", Assert.Single(Sample.Entry("<link rel='Enclosure' href='https://a.example/x.mp3'/>").Enclosures).Url);
}

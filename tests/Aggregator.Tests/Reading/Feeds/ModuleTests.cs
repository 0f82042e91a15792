using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

/// <summary>What is beside the core of a feed: places, podcasts, channels of 1997, hubs.</summary>
public sealed class ModuleTests
{
    private const string Declared = """
        xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"
        xmlns:psc="http://podlove.org/simple-chapters" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
        """;

    [Theory]
    [InlineData("<georss:point>47.21 -1.55</georss:point>", FeedPlaceKind.Point, 47.21, -1.55, 1)]
    [InlineData("<georss:point>47.21, -1.55</georss:point>", FeedPlaceKind.Point, 47.21, -1.55, 1)]
    [InlineData("<geo:lat>47.21</geo:lat><geo:long>-1.55</geo:long>", FeedPlaceKind.Point, 47.21, -1.55, 1)]
    [InlineData("<geo:Point><geo:long>-1.55</geo:long><geo:lat>47.21</geo:lat></geo:Point>", FeedPlaceKind.Point, 47.21, -1.55, 1)]
    [InlineData("<georss:where><gml:Point><gml:pos>47.21 -1.55</gml:pos></gml:Point></georss:where>", FeedPlaceKind.Point, 47.21, -1.55, 1)]
    [InlineData("<georss:line>47 -1 48 -2 49 -3</georss:line>", FeedPlaceKind.Line, 47, -1, 3)]
    [InlineData("<georss:polygon>47 -1 48 -2 49 -3 47 -1</georss:polygon>", FeedPlaceKind.Polygon, 47, -1, 4)]
    [InlineData("<georss:box>47 -2 48 -1</georss:box>", FeedPlaceKind.Box, 47, -2, 2)]
    [InlineData("<georss:where><gml:Envelope><gml:lowerCorner>47 -2</gml:lowerCorner><gml:upperCorner>48 -1</gml:upperCorner></gml:Envelope></georss:where>", FeedPlaceKind.Box, 47, -2, 2)]
    public void Places_are_read(string elements, FeedPlaceKind kind, double latitude, double longitude, int positions)
    {
        var place = Item(elements + "<georss:featureName>Nantes</georss:featureName>").Details.Place!;
        Assert.Equal((kind, positions, "Nantes"), (place.Kind, place.Positions.Count, place.Name));
        Assert.Equal(new FeedPosition(latitude, longitude), place.Positions[0]);
    }

    [Theory]
    [InlineData("<georss:point>here</georss:point>")]
    [InlineData("<georss:point>91 0</georss:point>")]
    [InlineData("<georss:point>47.2</georss:point>")]
    [InlineData("<georss:point>NaN NaN</georss:point>")]
    [InlineData("<georss:polygon>47 -1 48 -2</georss:polygon>")]
    [InlineData("<geo:lat>47.21</geo:lat>")]
    [InlineData("<georss:where><gml:Point/></georss:where>")]
    public void What_is_no_place_on_Earth_is_none(string elements) => Assert.Null(Item(elements).Details.Place);

    [Fact]
    public void Podcasts_have_chapters_transcripts_seasons_and_people()
    {
        var item = Item("""
            <itunes:season>2</itunes:season><itunes:episode>14</itunes:episode><podcast:chapters url="14.json" type="application/json+chapters"/>
            <podcast:transcript url="14.vtt" type="text/vtt"/><podcast:person href="/claire">Claire Martin</podcast:person><podcast:person role="guest">Paul Roy</podcast:person>
            <psc:chapters version="1.2"><psc:chapter start="0" title="Bonjour"/><psc:chapter start="00:03:20.5" title="Le dossier" href="/dossier" image="d.png"/><psc:chapter title="lost"/></psc:chapters>
            <psc:chapters><psc:chapter start="0" title="again"/></psc:chapters>
            """);
        var podcast = item.Details.Podcast!;
        Assert.Equal((2, 14, "https://example.org/news/14.json"), (podcast.Season, podcast.Episode, podcast.ChaptersUrl));
        Assert.Equal([new FeedEnclosure("https://example.org/news/14.vtt", "text/vtt")], podcast.Transcripts);
        Assert.Equal(
            [new FeedChapter("0", "Bonjour"), new FeedChapter("00:03:20.5", "Le dossier", "https://example.org/dossier", "https://example.org/news/d.png")], podcast.Chapters);
        Assert.Equal([new FeedPerson("Claire Martin", null, "https://example.org/claire")], item.Authors);
        Assert.Equal([new FeedPerson("Paul Roy")], item.Details.Contributors);
    }

    [Fact]
    public void A_channel_of_1997_has_channels_inside_and_a_schedule()
    {
        var feed = Sample.Parse("""
            <CHANNEL HREF="https://example.org/" LASTMOD="1998-03-04T05:06"><TITLE>Outer</TITLE><ABSTRACT>About</ABSTRACT>
            <SCHEDULE><INTERVALTIME DAY="1" HOUR="2"/></SCHEDULE><ITEM HREF="a.html"><TITLE>One</TITLE></ITEM>
            <CHANNEL><TITLE>Inner</TITLE><ITEM HREF="b.html"><TITLE>Two</TITLE></ITEM></CHANNEL><ITEM HREF="c.html"><TITLE>Three</TITLE></ITEM></CHANNEL>
            """);
        Assert.Equal(("cdf", "Outer", "About", 1560), (feed.Format, feed.Title, feed.Description, feed.Schedule?.TimeToLive));
        Assert.Equal(["One", "Two", "Three"], feed.Items.Select(item => item.Title));
        Assert.Equal("https://example.org/news/b.html", feed.Items[1].Link);
    }

    [Fact]
    public void What_a_feed_says_to_browsers_is_fit_for_one()
    {
        var feed = Sample.Parse("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><info type="text/html" mode="escaped" xml:base="https://example.org/a/">
            Read &lt;a href="b" onclick="steal()">this&lt;/a>&lt;script>steal()&lt;/script> &lt;img src="c.png" onerror="steal()"></info></feed>
            """);
        Assert.Equal("Read <a href=\"https://example.org/a/b\">this</a> <img src=\"https://example.org/a/c.png\">", feed.Details.About?.Value);
    }

    [Fact]
    public void The_hubs_of_a_JSON_feed_are_links()
    {
        var feed = Sample.Parse("""{"version":"https://jsonfeed.org/version/1.1","title":"T","hubs":[{"type":"WebSub","url":"https://hub.example/"}],"items":[]}""");
        Assert.Contains(feed.Details.Links, link => link is { Rel: "hub", Href: "https://hub.example/" });
    }

    private static FeedItem Item(string elements) => Sample.Parse($"<rss version='2.0' {Declared}><channel><item>{elements}</item></channel></rss>").Items.Single();
}

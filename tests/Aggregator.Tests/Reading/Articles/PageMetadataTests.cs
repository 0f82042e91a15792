using System.Globalization;
using System.Text;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;

namespace Aggregator.Tests.Reading.Articles;

/// <summary>Which of the things a page says about itself are believed.</summary>
public sealed class PageMetadataTests
{
    private const string Body = "<p>The ferry left at six, as it has done each morning since the harbour was dredged, with eleven people and a bicycle aboard, and nobody waved.</p>";

    private static ArticleReading Read(string head, string body, string address = "https://harbour.example/a") =>
        ArticleExtractor.Read($"<html><head>{head}</head><body>{body}{Body}{Body}</body></html>", new Uri(address));

    [Theory]
    [InlineData("<title>Ferry sails again - The Harbour Post</title>", "<h1>Hi, I’m Nora.</h1>", "Ferry sails again - The Harbour Post")] // four words may be one headline
    [InlineData("<title>The old ferry sails again at last – My pages</title>", "", "The old ferry sails again at last")]
    [InlineData("<title>Ferry sails again | News | Post</title>", "<h1>Welcome to my notes</h1>", "Ferry sails again | News")]
    [InlineData("<meta property='og:title' content='Ferry sails after winter'><title>x</title>", "<h1>The ferry sails after a long winter</h1>", "The ferry sails after a long winter")]
    [InlineData("<meta property='og:title' content='Ferry sails after winter | Harbour'><meta property='og:site_name' content='Harbour'>", "<h1>Ferry sails after winter</h1>", "Ferry sails after winter")]
    [InlineData("<meta property='dc:title og:title' content='The ferry sails'><title>Post</title>", "<h1>Harbour news and more</h1>", "The ferry sails")]
    [InlineData("<meta name='parsely-title' content='The ferry &amp;amp; the fog'>", "", "The ferry & the fog")]
    public void The_headline_is_the_heading_that_resembles_what_is_stated(string head, string body, string title) => Assert.Equal(title, Read(head, body).Title);

    [Theory]
    [InlineData("", "<div>By Nora Quill</div><div>12.12.2025</div>", "2025-12-12")]
    [InlineData("", "<div><p>December 3, 2024</p></div>", "2024-12-03")]
    [InlineData("", "<div><div>·</div><span>30 décembre 2013</span></div>", "2013-12-30")]
    [InlineData("<meta property='article:published_time' content='2024-08-07T12:00:00Z'>", "<p>Published 30 Dec 2013</p>", "2013-12-30")] // the day of a move to a new system
    [InlineData("<meta property='article:published_time' content='2024-08-07T12:00:00Z'>", "<p>Updated 1 June 2023</p>", "2024-08-07")]
    [InlineData("<meta property='article:modified_time' content='2024-08-07T12:00:00Z'>", "", "2024-08-07")]
    [InlineData("", "<p>Last updated</p><p>4 May 2024</p>", null)]
    [InlineData("", "<a href='/b'><p>30 Sep 2022</p></a>", null)] // another article's
    [InlineData("", "<script>var state = {\"post\":{\"first_publication_date\":\"2025-08-04T11:55:39+0000\"}};</script>", "2025-08-04")]
    [InlineData("", "<script>self.push(\"{\\\"publishedAt\\\":\\\"2025-08-05\\\"}\")</script>", "2025-08-05")]
    public void The_day_is_the_one_the_page_shows_or_states(string head, string body, string? day) =>
        Assert.Equal(day, Read("<meta property='og:title' content='The ferry sails after winter'>" + head, "<h1>The ferry sails after winter</h1>" + body).Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2025-12-19T02:41:41Z", "https://harbour.example/2025/12/18/ferry", "2025-12-18T23:41:41-03:00")]
    [InlineData("2025-12-17T23:10:00Z", "https://harbour.example/2025/12/18/ferry", "2025-12-18T00:10:00+01:00")]
    [InlineData("2025-12-25T23:10:00Z", "https://harbour.example/2025/12/18/ferry", "2025-12-25T23:10:00+00:00")]
    public void An_instant_in_utc_is_told_on_the_day_that_the_address_names(string stated, string address, string expected)
    {
        var published = Read($"<meta property='article:published_time' content='{stated}'>", "", address).Published;
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), published);
        Assert.Equal(expected, published?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("<p class='byline'>Par <span>Lina Orvel</span><span>Journaliste</span></p>", "Lina Orvel")]
    [InlineData("<p class='byline'>Par <span>Lina</span> <span>Orvel</span></p>", "Lina Orvel")]
    public void A_label_belongs_to_the_name_that_follows_it(string byline, string author) =>
        Assert.Equal([author], Read("<title>Le bac reprend</title>", $"<h1>Le bac reprend</h1>{byline}").Authors);

    [Fact]
    public void The_byline_after_the_headline_comes_before_those_of_teasers()
    {
        var reading = Read("<title>The ferry sails after winter</title>", "<div class='byline'>Ivo Tern</div><h1>The ferry sails after winter</h1><div class='byline'>By Nora Quill</div>");
        Assert.Equal(["Nora Quill"], reading.Authors);
    }

    [Fact]
    public void Bytes_that_are_utf8_beyond_doubt_are_read_so_whatever_the_meta_says()
    {
        var page = "<meta charset=\"gb2312\"><p>" + string.Concat(Enumerable.Repeat("L’été, la forêt brûlée près d’ici reverdit déjà. ", 20));
        Assert.Contains("L’été, la forêt brûlée", SafeHtml.Decode(Encoding.UTF8.GetBytes(page), null), StringComparison.Ordinal);
    }
}

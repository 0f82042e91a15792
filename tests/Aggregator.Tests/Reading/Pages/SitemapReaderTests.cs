using System.Text;
using Aggregator.Reading.Pages.Sitemaps;

namespace Aggregator.Tests.Reading.Pages;

/// <summary>Sitemaps as sites really write them.</summary>
public sealed class SitemapReaderTests
{
    [Fact]
    public void The_newest_come_first_and_no_more_than_a_desk_can_use()
    {
        var map = new StringBuilder("<urlset>");
        for (var i = 0; i < 1_000; i++) map.Append(System.Globalization.CultureInfo.InvariantCulture, $"<url><loc>https://site.example/{i}</loc><lastmod>{new DateOnly(2020, 1, 1).AddDays(i):yyyy-MM-dd}</lastmod></url>");

        var reading = Read(map + "</urlset>")!;

        Assert.Equal((SitemapReader.MostPages, "https://site.example/999", 0), (reading.Pages.Count, reading.Pages[0].Url, reading.Parts.Count));
    }

    [Fact]
    public void A_broken_one_lists_what_came_before()
    {
        var reading = Read("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><urlset><url><loc> https://site.example/a </loc></url><url><loc>ftp://site.example/b</loc></url><url><loc>https://site.ex")!;

        Assert.Equal(["https://site.example/a"], reading.Pages.Select(page => page.Url));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<rss version='2.0'><channel/></rss>")]
    [InlineData("<html><body>urlset</body></html>")]
    [InlineData("\u001f\u008b\u0008broken")]
    public void Anything_else_is_none(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("https://site.example/2026/03/12/bus-de-nuit-supprime_8812.html", "Bus de nuit supprime")]
    [InlineData("https://site.example/8812-le-march%C3%A9-couvert", "Le marché couvert")]
    [InlineData("https://site.example/12345", "site.example/12345")]
    [InlineData("https://site.example/", "site.example")]
    public void An_address_makes_a_title_until_its_page_is_read(string url, string title) => Assert.Equal(title, AddressTitle.Of(url));

    private static SitemapReading? Read(string body) => SitemapReader.Read(Encoding.Latin1.GetBytes(body));
}

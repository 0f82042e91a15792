using Aggregator.Intake;
using Aggregator.Reading.Feeds.Discovery;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Service.Intake;

/// <summary>From whatever somebody pastes to what can be followed, over real sockets.</summary>
public sealed class DiscoverFeedsTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 2);
        bench = await TestBench.StartAsync();
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task AFeedIsItselfAndIsAskedOnce()
    {
        site.Give("/feed", Fixtures.Rss("La Presse", Enumerable.Range(1, 12).Select(n => Fixtures.Item($"Article {n}", site.Url($"/a/{n}")))));

        var found = await LookAsync("/feed");

        var feed = Assert.Single(found.Feeds);
        Assert.Equal((FeedOrigin.Itself, "La Presse", "fr", 12, 10), (feed.Origin, feed.Title, feed.Language, feed.Entries, feed.Preview.Count));
        Assert.Equal(("Article 1", site.Url("/a/1")), (feed.Preview[0].Title, feed.Preview[0].Url));
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 8, 0, 0, TimeSpan.Zero), feed.Latest);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task APageGivesTheFeedsItNamesArticlesFirst()
    {
        site.Give("/", """
            <link rel="alternate" type="application/rss+xml" title="Commentaires" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" href="/missing">
            <link rel="alternate" type="application/rss+xml" href="/empty"><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/same">
            <link rel="alternate" type="application/json" href="/wp-json/">
            """, "text/html");
        site.Give("/comments/feed/", Fixtures.Rss("Commentaires", Fixtures.Item("Re", site.Url("/a/1#c1"))));
        site.Give("/empty", Fixtures.Rss("Vide"));
        site.Give("/feed", Fixtures.Rss("La Presse", Fixtures.Item("Article 1", site.Url("/a/1"))));
        site.Give("/same", Fixtures.Rss("La Presse, encore", Fixtures.Item("Article 1", site.Url("/a/1"))));

        var found = await LookAsync("/");

        Assert.Null(found.Problem);
        Assert.Equal(["La Presse", "Vide", "Commentaires"], found.Feeds.Select(feed => feed.Title));
        Assert.Equal([false, false, true], found.Feeds.Select(feed => feed.IsAboutComments));
        Assert.Empty(site.RequestsOf("/wp-json/"));
        Assert.Equal(1, site.MostAtOnce);
    }

    [Fact]
    public async Task APageThatNamesNothingIsTriedAtTheUsualPlacesUntilOneAnswers()
    {
        site.Give("/", "<html><p>Bonjour", "text/html");
        site.Give("/feed.xml", Fixtures.Rss("Trouvé", Fixtures.Item("Article 1", site.Url("/a/1"))));

        var found = await LookAsync("/");

        Assert.Equal((FeedOrigin.Usual, site.Url("/feed.xml")), (Assert.Single(found.Feeds).Origin, found.Feeds[0].Url));
        Assert.DoesNotContain(site.Requests, request => request.Path == "/index.xml");
    }

    [Theory]
    [InlineData("<{0}>; rel=\"alternate\"; type=\"application/rss+xml\"")]
    [InlineData("</style.css>; rel=preload, <{0}>; type=application/atom+xml; rel=alternate; title=\"La Presse, toute\"")]
    [InlineData("<{0}>; rel=\"feed\"")]
    public async Task AHeaderMayNameTheFeed(string header)
    {
        site.Give("/", http =>
        {
            http.Response.Headers.Link = string.Format(System.Globalization.CultureInfo.InvariantCulture, header, "/actu?sortie=3");
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<html><p>Bonjour");
        });
        site.Give("/actu?sortie=3", Fixtures.Rss("La Presse", Fixtures.Item("Article 1", site.Url("/a/1"))));

        var found = await LookAsync("/");

        Assert.Equal((FeedOrigin.Named, site.Url("/actu?sortie=3")), (Assert.Single(found.Feeds).Origin, found.Feeds[0].Url));
    }

    [Fact]
    public async Task AnAnchorThatSaysRssMayLeadToAPageThatListsFeeds()
    {
        site.Give("/", "<html><footer><a href='/suivre'>Nos flux RSS</a></footer>", "text/html");
        site.Give("/suivre", "<html><h1>Nos flux</h1><table>" + string.Concat(Enumerable.Range(1, 6).Select(n => $"<tr><td>Rubrique {n}<td><a href='/sortie?r={n}'>RSS</a>")) + "</table>", "text/html");
        foreach (var n in Enumerable.Range(1, 6)) site.Give($"/sortie?r={n}", Fixtures.Rss("", Fixtures.Item($"Article {n}", site.Url($"/a/{n}"))));

        var found = await LookAsync("/");

        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"Rubrique {n}"), found.Feeds.Select(feed => feed.Title));
    }

    [Fact]
    public async Task AnAccountOfTheFediverseHasItsFeedBesideIt()
    {
        site.Give("/@claire", "<html><p>Claire", "text/html");
        site.Give("/@claire.rss", Fixtures.Rss("Claire", Fixtures.Item("Un mot", site.Url("/@claire/1"))));

        Assert.Equal((FeedOrigin.Rule, site.Url("/@claire.rss")), (await LookAsync("/@claire")) is { Feeds: [var feed] } ? (feed.Origin, feed.Url) : default);
    }

    [Fact]
    public async Task TheFeedsOfThePageBehindARedirectAreFound()
    {
        site.Give("/old", http => { http.Response.Redirect(site.Url("/new", 1)); return Task.CompletedTask; });
        site.Give("/new", """<link rel="alternate" type="application/rss+xml" href="feed">""", "text/html");
        site.Give("/feed", Fixtures.Rss("La Presse", Fixtures.Item("Article 1", site.Url("/a/1"))));

        Assert.Equal(site.Url("/feed", 1), Assert.Single((await LookAsync("/old")).Feeds).Url);
    }

    [Fact]
    public async Task APageWithoutAFeedIsOfferedItself()
    {
        GiveList();

        var page = Assert.Single((await LookAsync("/actus")).Feeds);

        Assert.Equal((site.Url("/actus"), SourceKind.Page, "page", "fr", 12, 10), (page.Url, page.Kind, page.Format, page.Language, page.Entries, page.Preview.Count));
        Assert.Equal(("Le billet numéro 1 de la série", site.Url("/billet/1")), (page.Preview[0].Title, page.Preview[0].Url));
    }

    [Fact]
    public async Task APageThatProgramsMayNotReadIsNotOffered()
    {
        GiveList();
        site.Give("/robots.txt", "User-agent: *\nDisallow: /actus", "text/plain");

        var found = await LookAsync("/actus");

        Assert.Equal((0, PollError.RobotsForbid), (found.Feeds.Count, found.Problem?.Error));
    }

    [Fact]
    public async Task ASitemapIsOfferedAndOfAnIndexItsNewestPart()
    {
        site.Give("/news.xml", $"<urlset>{string.Concat(Enumerable.Range(1, 12).Select(n => $"<url><loc>{site.Url($"/2025/03/04/une-histoire-{n}.html")}</loc></url>"))}</urlset>", "application/xml");
        site.Give("/sitemap.xml", $"<sitemapindex><sitemap><loc>{site.Url("/old.xml")}</loc><lastmod>2019-01-01</lastmod></sitemap><sitemap><loc>{site.Url("/news.xml")}</loc><lastmod>2025-03-04</lastmod></sitemap></sitemapindex>", "application/xml");

        foreach (var path in new[] { "/news.xml", "/sitemap.xml" })
        {
            var map = Assert.Single((await LookAsync(path)).Feeds);
            Assert.Equal((site.Url(path), SourceKind.Page, "sitemap", 12, 10), (map.Url, map.Kind, map.Format, map.Entries, map.Preview.Count));
            Assert.Equal(site.Url("/2025/03/04/une-histoire-1.html"), map.Preview[0].Url);
        }
    }

    [Fact]
    public async Task OneArticleIsNoSource()
    {
        site.Give("/a", Fixtures.Page(1, "Un seul article, tout entier"), "text/html; charset=utf-8");

        Assert.Equal(PollError.NotAFeed, (await LookAsync("/a")).Problem?.Error);
    }

    private void GiveList() => site.Give(
        "/actus",
        $"<!doctype html><html lang=\"fr\"><head><title>Actus</title></head><body><main><h1>Actus</h1>{string.Concat(Enumerable.Range(1, 12).Select(n => $"<article><h2><a href=\"/billet/{n}\">Le billet numéro {n} de la série</a></h2><div class=\"texte\">{Fixtures.Text(n)}</div></article>"))}</main></body></html>",
        "text/html; charset=utf-8");

    [Theory]
    [InlineData("un mot", PollError.BadAddress)]
    [InlineData("", PollError.BadAddress)]
    [InlineData("http://nobody.invalid/", PollError.UnknownHost)]
    [InlineData("http://10.1.2.3/feed", PollError.NotPublic)]
    [InlineData("http://127.0.0.1:1/", PollError.Unreachable)]
    [InlineData("{site}/nothing", PollError.HttpStatus)]
    [InlineData("{site}/page", PollError.NotAFeed)]
    [InlineData("{site}/image", PollError.NotAFeed)]
    public async Task WhatCannotBeFollowedSaysWhyInBothLanguages(string pasted, PollError error)
    {
        site.Give("/page", "<html><p>Bonjour", "text/html");
        site.Give("/image", [0x89, 0x50, 0x4E, 0x47], "image/png");

        var found = await bench.Get<DiscoverFeeds>().RunAsync(pasted.Replace("{site}", site.Url(""), StringComparison.Ordinal), CancellationToken.None);

        Assert.Empty(found.Feeds);
        Assert.Equal(error, found.Problem?.Error);
        var (french, english) = (DiscoveryWords.Say(found.Problem!, "fr"), DiscoveryWords.Say(found.Problem!, "en"));
        Assert.True(french.Length > 20 && english.Length > 20 && french != english, $"{french} / {english}");
        Assert.DoesNotContain("by ourselves", english, StringComparison.Ordinal);
        Assert.InRange(site.Requests.Count(), 0, 12);
    }

    private Task<Discovered> LookAsync(string path) => bench.Get<DiscoverFeeds>().RunAsync(site.Url(path), CancellationToken.None);
}

using System.IO.Compression;
using System.Text;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Pages, link logs and sitemaps as sources, over real sockets.</summary>
public sealed class PageSourceTests : IAsyncLifetime
{
    private const string Html = "text/html; charset=utf-8";

    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 4);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task ArticlesOnOnePageAreArticlesAndCutOnesAreReadAtTheirAddress(string database)
    {
        await StartAsync(database);
        site.Give("/actus", Page(Post("Premier titre du jour", "/1", Fixtures.Text(1)), Post("Deuxième titre du jour", "/2", $"<p>{Fixtures.Paragraphs(2)[0]}</p><p>{Fixtures.Paragraphs(2)[1]} <a class=\"more-link\" href=\"/2#more\">Lire la suite</a></p>"), Post("Troisième titre du jour", "/3", Fixtures.Text(3))), Html);
        site.Give("/2", Fixtures.Page(2, "Deuxième titre du jour"), Html);
        await bench.FollowAsync(site.Url("/actus"));

        var outcome = Assert.Single(await bench.RefreshAsync());
        Assert.Equal([true], await bench.ExtractAsync());

        Assert.Equal((PollError.None, 3, 3), (outcome.Error, outcome.Entries, outcome.NewArticles));
        var articles = await bench.QueryAsync(db => db.Articles.Include(article => article.Text).OrderBy(article => article.Id).ToListAsync());
        Assert.Equal(["Premier titre du jour", "Deuxième titre du jour", "Troisième titre du jour"], articles.Select(article => article.Title));
        Assert.Equal([1, 2, 3], articles.Select((_, i) => i + 1).Where(i => articles[i - 1].Text.Text == string.Join("\n\n", Fixtures.Paragraphs(i))));
        Assert.All(articles, article => Assert.True(article.IsWhole));
        Assert.Single(site.RequestsOf("/2"));
        Assert.Empty(site.RequestsOf("/1"));
    }

    [Theory, Databases]
    public async Task UndatedEntriesStandWhereThePagePutsThemAndAreNotOfToday(string database)
    {
        await StartAsync(database);
        string Dated(string title, string url, string day) =>
            Undated(title, url, $"<time datetime=\"{day}\">{day}</time>");
        string Undated(string title, string url, string date = "") =>
            $"<article><h2><a href=\"{url}\">{title}</a></h2>{date}<div class=\"texte\">{Fixtures.Text(url[^1] - '0')}</div></article>";
        site.Give("/actus", Page(Dated("Premier titre du jour", "/1", "2025-03-09"),
            Undated("Deuxième titre du jour", "/2"), Dated("Troisième titre du jour", "/3", "2025-03-02")), Html);
        await bench.FollowAsync(site.Url("/actus"));

        await bench.RefreshAsync();

        var articles = await bench.QueryAsync(db => db.Articles.OrderBy(article => article.Id).ToListAsync());
        Assert.Null(articles[1].PublishedAt);
        Assert.Equal(articles[0].Time, articles[1].Time);
        Assert.Equal(2025, articles[1].Time.Year);
    }

    [Theory, Databases]
    public async Task AnEntryOfALinkLogIsOfItsOutlet(string database)
    {
        await StartAsync(database);
        var links = string.Concat(Enumerable.Range(1, 4)
            .Select(i => $"<li><a href=\"https://courrier{i}.example/2026/01/1{i}/bac\">Le bac de la rive {i} reprend lundi</a> [Courrier {i}] : à lire avec <a href=\"https://autre.example/{i}\">ce dossier</a>.</li>"));
        site.Give("/veille", $"<!doctype html><html lang=\"fr\"><head><title>Veille</title></head><body><h1>Veille</h1><ul>{links}</ul></body></html>", Html);
        await bench.FollowAsync(site.Url("/veille"));

        Assert.Equal(4, Assert.Single(await bench.RefreshAsync()).NewArticles);

        var articles = await bench.QueryAsync(db =>
            db.Articles.Include(article => article.Text).Include(article => article.Appearances).OrderBy(article => article.Id)
            .ToListAsync());
        Assert.Equal(["Courrier 1", "Courrier 2", "Courrier 3", "Courrier 4"], articles.Select(article => article.Text.SiteName));
        Assert.Equal("à lire avec [ce dossier](https://autre.example/1).", articles[0].Appearances.Single().Comment);
    }

    [Theory, Databases]
    public async Task EntriesWithoutAnAddressAreKnownByPageAndTitle(string database)
    {
        await StartAsync(database);
        site.Give("/actus", Page(Post("Un titre sans adresse", null, Fixtures.Text(1)), Post("Un autre titre sans adresse", null, Fixtures.Text(2)), Post("Un troisième titre", null, Fixtures.Text(4))), Html);
        await bench.FollowAsync(site.Url("/actus"));
        await bench.RefreshAsync();
        site.Give("/actus", Page(Post("Un titre tout neuf", null, Fixtures.Text(3)), Post("Un titre sans adresse", null, Fixtures.Text(1)), Post("Un autre titre sans adresse", null, Fixtures.Text(2))), Html);

        Assert.Equal(1, Assert.Single(await bench.RefreshAsync()).NewArticles);
        Assert.Equal([site.Url("/actus")], await bench.QueryAsync(db => db.Articles.Select(article => article.Url).Distinct().ToListAsync()));
    }

    [Theory, Databases]
    public async Task ALinkLogBringsThePagesItLinksTo(string database)
    {
        await StartAsync(database);
        var links = string.Concat(Enumerable.Range(1, 3).Select(i => $"""
            <li class="message"><p><a class="entry-title" href="{site.Url($"/lu/{i}", i)}">Un article que l’on a lu ailleurs, numéro {i}</a></p>
            <p>Mon avis sur le numéro {i}.</p><blockquote><p>{Fixtures.Paragraphs(i)[1]}</p></blockquote><p class="tags"><a rel="tag" href="/tag/a">#Lectures</a></p></li>
            """));
        site.Give("/liens", $"<!doctype html><html lang=\"fr\"><body><h1>Liens</h1><ul>{links}</ul></body></html>", Html);
        for (var i = 1; i <= 3; i++) site.Give($"/lu/{i}", Fixtures.Page(i, $"Un article que l’on a lu ailleurs, numéro {i}"), Html);
        await bench.FollowAsync(site.Url("/liens"));

        Assert.Equal(3, Assert.Single(await bench.RefreshAsync()).NewArticles);
        Assert.Equal([true, true, true], await bench.ExtractAsync());

        var article = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).Include(a => a.Appearances).OrderBy(a => a.Id).FirstAsync());
        Assert.Equal((site.Url("/lu/1", 1), string.Join("\n\n", Fixtures.Paragraphs(1))), (article.Url, article.Text.Text));
        var seen = Assert.Single(article.Appearances);
        Assert.Equal("Mon avis sur le numéro 1.", seen.Comment);
        Assert.Equal(["Lectures"], seen.Tags);
    }

    [Theory, Databases]
    public async Task OlderEntriesAreReadAtTheFirstVisitOnly(string database)
    {
        await StartAsync(database);
        site.Give("/blog", Page([.. Posts(1, 3), "<nav><a rel=\"next\" href=\"/blog?page=2\">Suivant</a></nav>"]), Html);
        site.Give("/blog?page=2", Page([.. Posts(4, 3), "<nav><a rel=\"next\" href=\"/blog?page=3\">Suivant</a></nav>"]), Html);
        await bench.FollowAsync(site.Url("/blog"));

        Assert.Equal(6, Assert.Single(await bench.RefreshAsync()).NewArticles);
        site.Give("/blog", Page([.. Posts(7, 3), "<nav><a rel=\"next\" href=\"/blog?page=2\">Suivant</a></nav>"]), Html);
        Assert.Equal(3, Assert.Single(await bench.RefreshAsync()).NewArticles);

        Assert.Single(site.RequestsOf("/blog?page=2"));
        Assert.Empty(site.RequestsOf("/blog?page=3"));
    }

    [Theory, Databases]
    public async Task ASitemapIndexLeadsToItsNewestPartsAndTheirPages(string database)
    {
        await StartAsync(database);
        site.Give("/sitemap.xml", $"""
            <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>{site.Url("/news.xml.gz")}</loc><lastmod>2026-03-12</lastmod></sitemap><sitemap><loc>{site.Url("/old.xml")}</loc><lastmod>2019-01-01</lastmod></sitemap></sitemapindex>
            """, "application/xml");
        site.Give("/old.xml", $"""<urlset><url><loc>{site.Url("/2019/01/01/une-vieille-histoire-8812.html")}</loc><lastmod>2019-01-01</lastmod></url></urlset>""", "application/xml");
        site.Give("/news.xml.gz", Packed($"""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>{site.Url("/a")}</loc><news:news><news:publication><news:name>Revue</news:name><news:language>fr</news:language></news:publication>
            <news:publication_date>2025-03-04T08:00:00Z</news:publication_date><news:title>Un titre &amp; son sous-titre</news:title><news:keywords>presse, ville</news:keywords></news:news></url></urlset>
            """), "application/x-gzip");
        site.Give("/a", Fixtures.Page(1, "Un titre & son sous-titre"), Html);
        site.Give("/2019/01/01/une-vieille-histoire-8812.html", Fixtures.Page(2, "Une vieille histoire, racontée en entier"), Html);
        await bench.FollowAsync(site.Url("/sitemap.xml"));

        Assert.Equal(2, Assert.Single(await bench.RefreshAsync()).NewArticles);
        Assert.Equal([true, true], await bench.ExtractAsync());

        var articles = await bench.QueryAsync(db => db.Articles.Include(article => article.Appearances).OrderBy(article => article.PublishedAt).ToListAsync());
        Assert.Equal(["Une vieille histoire, racontée en entier", "Un titre & son sous-titre"], articles.Select(article => article.Title));
        Assert.Equal(["presse", "ville"], articles[1].Appearances[0].Tags);
    }

    [Theory, Databases]
    public async Task ThePartsOfAnIndexThatDoesNotDateThemAreReadAtEachVisit(string database)
    {
        await StartAsync(database);
        void Give(params int[] numbers) => site.Give("/part.xml", $"<urlset>{string.Concat(numbers.Select(n => $"<url><loc>{site.Url($"/billet-numero-{n}.html")}</loc></url>"))}</urlset>", "application/xml");
        site.Give("/sitemap.xml", http =>
        {
            http.Response.ContentType = "application/xml";
            http.Response.Headers.ETag = "\"same\"";
            if (http.Request.Headers.IfNoneMatch == "\"same\"") http.Response.StatusCode = 304;
            return http.Response.StatusCode == 304 ? Task.CompletedTask : http.Response.WriteAsync($"<sitemapindex><sitemap><loc>{site.Url("/part.xml")}</loc></sitemap></sitemapindex>");
        });
        await bench.FollowAsync(site.Url("/sitemap.xml"));
        Give(1, 2);
        Assert.Equal(2, Assert.Single(await bench.RefreshAsync()).NewArticles);

        Give(1, 2, 3);

        Assert.Equal(1, Assert.Single(await bench.RefreshAsync()).NewArticles);
        Assert.Equal(0, Assert.Single(await bench.RefreshAsync()).NewArticles);
    }

    [Theory, Databases]
    public async Task WhenAPageWasChangedIsNoDateOfPublication(string database)
    {
        await StartAsync(database);
        site.Give("/sitemap.xml", $"<urlset><url><loc>{site.Url("/a")}</loc><lastmod>2025-03-01</lastmod></url><url><loc>{site.Url("/b")}</loc><lastmod>2025-02-01</lastmod></url></urlset>", "application/xml");
        site.Give("/a", Fixtures.Page(1, "Une histoire ancienne, corrigée depuis").Replace("</head>", "<meta property=\"article:published_time\" content=\"2019-05-06T07:08:09Z\"></head>", StringComparison.Ordinal), Html);
        await bench.FollowAsync(site.Url("/sitemap.xml"));
        await bench.RefreshAsync();

        var changed = new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((null, changed), await DatesAsync("/a"));
        Assert.Contains(true, await bench.ExtractAsync());

        var published = new DateTimeOffset(2019, 5, 6, 7, 8, 9, TimeSpan.Zero);
        Assert.Equal((published, published), await DatesAsync("/a"));
        Assert.Equal((null, changed.AddMonths(-1)), await DatesAsync("/b"));
    }

    [Theory, Databases]
    public async Task APageThatTheSitemapSaysHasChangedIsReadAgain(string database)
    {
        await StartAsync(database);
        string Map(string day) => $"<urlset><url><loc>{site.Url("/a")}</loc><lastmod>{day}</lastmod></url><url><loc>{site.Url("/b")}</loc><lastmod>2025-02-01</lastmod></url></urlset>";
        site.Give("/sitemap.xml", Map("2025-03-01"), "application/xml");
        site.Give("/a", Fixtures.Page(1, "Une histoire"), Html);
        site.Give("/b", Fixtures.Page(2, "Une autre histoire"), Html);
        await bench.FollowAsync(site.Url("/sitemap.xml"));
        await bench.RefreshAsync();
        await bench.ExtractAsync();
        var before = await bench.QueryAsync(db => db.Articles.AsNoTracking().OrderBy(article => article.Url).Select(article => article.Title).ToListAsync());

        site.Give("/sitemap.xml", Map("2025-03-04"), "application/xml");
        site.Give("/a", Fixtures.Page(3, "Une histoire"), Html);
        await bench.RefreshAsync();
        await bench.ExtractAsync();

        Assert.Equal((2, 1), (site.RequestsOf("/a").Count(), site.RequestsOf("/b").Count()));
        var article = await bench.QueryAsync(db => db.Articles.AsNoTracking().Include(one => one.Text).SingleAsync(one => one.Url.EndsWith("/a")));
        Assert.Contains("Dossier 3", article.Text.Text, StringComparison.Ordinal);
        Assert.Equal(before, await bench.QueryAsync(db => db.Articles.AsNoTracking().OrderBy(one => one.Url).Select(one => one.Title).ToListAsync()));
        var revision = await bench.QueryAsync(db => db.ArticleRevisions.SingleAsync());
        Assert.Equal(article.Id, revision.ArticleId);
    }

    /// <summary>A rule was changed: the page as it was kept is read by it, and the publisher is not asked.</summary>
    [Theory, Databases]
    public async Task AKeptPageIsReadByOtherRulesWithoutAskingAgain(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Une histoire", site.Url("/a"), "Le début…")));
        site.Give("/a", Fixtures.Page(1, "Une histoire").Replace("</article>", $"</article><div class=\"tout\">{Fixtures.Text(2)}</div>", StringComparison.Ordinal), Html);
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();
        Assert.Equal([true], await bench.ExtractAsync());

        site.Give("/a", "gone", status: 500);
        await bench.WriteAsync(async db =>
        {
            (await db.Sources.SingleAsync()).Rules = new() { Body = ".tout" };
            db.Add(new Archive.Extraction { ArticleId = (await db.Articles.SingleAsync()).Id, Host = "127.0.0.1", DueAt = bench.Clock.GetUtcNow(), IsFromKept = true });
            return await db.SaveChangesAsync();
        });
        Assert.Equal([true], await bench.ExtractAsync());

        Assert.Single(site.RequestsOf("/a"));
        var article = await bench.QueryAsync(db => db.Articles.AsNoTracking().Include(one => one.Text).SingleAsync());
        Assert.Equal(string.Join("\n\n", Fixtures.Paragraphs(2)), article.Text.Text);
        Assert.Contains("Dossier 1", (await bench.QueryAsync(db => db.ArticleRevisions.SingleAsync())).Text, StringComparison.Ordinal);
    }

    private async Task<(DateTimeOffset? Published, DateTimeOffset Time)> DatesAsync(string path)
    {
        var url = site.Url(path);
        return await bench.QueryAsync(async db => await db.Articles.AsNoTracking().SingleAsync(article => article.Url == url) is var article ? (article.PublishedAt, article.Time) : default);
    }

    [Theory, Databases]
    public async Task WhatCannotBeReadIsSaidInWords(string database)
    {
        await StartAsync(database);
        site.Give("/app", "<!doctype html><html><body><div id=\"app\"></div></body></html>", Html);
        site.Give("/named", $"<!doctype html><html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss\"></head><body>{string.Concat(Posts(1, 3))}</body></html>", Html);
        await bench.Get<SourceAdding>().RunAsync(
            [TestBench.Entry(site.Url("/app"), kind: "page"), TestBench.Entry(site.Url("/named"), kind: "page"), TestBench.Entry(site.Url("/named?feed"), kind: "feed")], isDryRun: false, CancellationToken.None);

        var outcomes = await bench.RefreshAsync();

        Assert.Equal([PollError.EmptyPage, PollError.None, PollError.HttpStatus], outcomes.Select(outcome => outcome.Error));
        Assert.Equal(3, outcomes[1].NewArticles);
        Assert.Contains("sitemap", PollErrorWords.Say(PollError.EmptyPage, null, "en"), StringComparison.Ordinal);
        Assert.Contains("plan du site", PollErrorWords.Say(PollError.EmptyPage, null, "fr"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Posts(int first, int count) => Enumerable.Range(first, count).Select(i => Post($"Le billet numéro {i} de la série", $"/billet/{i}", Fixtures.Text(i)));

    private static string Post(string title, string? link, string text) =>
        $"<article><h2>{(link is null ? title : $"<a href=\"{link}\">{title}</a>")}</h2><p class=\"date\">4 mars 2025</p><div class=\"texte\">{text}</div></article>";

    private static string Page(params IEnumerable<string> posts) => $"<!doctype html><html lang=\"fr\"><head><title>Actus</title></head><body><main><h1>Actus</h1>{string.Concat(posts)}</main></body></html>";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private async Task StartAsync(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
    }
}

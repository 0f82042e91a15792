using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>From an address to articles in the archive, over real sockets.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 3);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task AFeedWithWholeTextsGivesWholeArticles(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 1, 2, 3));
        await bench.FollowAsync(site.Url("/feed"));

        var outcome = Assert.Single(await bench.RefreshAsync());

        Assert.Equal((PollKind.Read, 3, 3, 0), (outcome.Kind, outcome.Entries, outcome.NewArticles, outcome.Copies));
        var article = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).FirstAsync());
        Assert.Equal(
            (site.Url("/article/1"), "Article 1", new DateTimeOffset(2025, 3, 4, 8, 0, 0, TimeSpan.Zero), "fr", true),
            (article.Url, article.Title, article.PublishedAt, article.Language, article.IsWhole));
        Assert.Equal(string.Join("\n\n", Fixtures.Paragraphs(1)), article.Text.Text);
        Assert.True(article.Words > 200);
        Assert.Equal(0, await bench.QueryAsync(db => db.Extractions.CountAsync()));
        Assert.Equal([3], (await bench.QueryAsync(db => db.Polls.ToListAsync())).Select(poll => poll.NewArticles));
    }

    [Theory, Databases]
    public async Task AnExcerptIsReplacedByItsPageAndSearchFindsTheWholeText(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Enquête sur les modérateurs", site.Url("/page"), "Le début seulement…")));
        site.Give("/page", Fixtures.Page(7, "Enquête sur les modérateurs"), "text/html; charset=utf-8");
        await bench.FollowAsync(site.Url("/feed"));

        await bench.RefreshAsync();
        var excerpt = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).SingleAsync());
        Assert.Equal((false, null), (excerpt.IsWhole, excerpt.TextHash));
        Assert.Empty(await FindAsync("dossier"));
        Assert.Equal([excerpt.Id], await FindAsync("enquete MODERATEURS"));

        Assert.Equal([true], await bench.ExtractAsync());

        var whole = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).SingleAsync());
        Assert.Equal(string.Join("\n\n", Fixtures.Paragraphs(7)), whole.Text.Text);
        Assert.Equal((true, "Le début seulement…"), (whole.IsWhole, whole.Text.Excerpt));
        Assert.Equal([whole.Id], await FindAsync("redaction plateforme dossier"));
        Assert.Equal([whole.Id], await FindAsync("rédactions"));
        Assert.Empty(await FindAsync("seulement"));
        Assert.Equal(0, await bench.QueryAsync(db => db.Extractions.CountAsync()));
    }

    [Theory, Databases]
    public async Task NoSearchIsASyntaxError(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        foreach (var query in new[] { "\"", "a\" OR title:", "NEAR(", "* - ^ ( ) :", "%_'; DROP TABLE article", "a'b\\c & | !x:*", "\0\ud800" })
            Assert.Empty(await FindAsync(query));
    }

    [Theory, Databases]
    public async Task OneAddressIsOneArticleAndAnAppearanceInEachSource(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/a", Fixtures.Rss("A", Fixtures.Item("Titre", site.Url("/article/1?utm_source=a"), content: Fixtures.Text(1))));
        site.Give("/b", Fixtures.Rss("B", Fixtures.Item("Titre", site.Url("/article/1?utm_source=b#top"), content: Fixtures.Text(1)), Fixtures.Item("Titre", site.Url("/article/1"))));
        await bench.FollowAsync(site.Url("/a"), site.Url("/b"));

        var outcomes = await bench.RefreshAsync();

        Assert.Equal(1, outcomes.Sum(outcome => outcome.NewArticles));
        Assert.Equal(1, await bench.QueryAsync(db => db.Articles.CountAsync()));
        Assert.Equal(2, await bench.QueryAsync(db => db.Appearances.CountAsync()));
        Assert.Equal(0, await bench.QueryAsync(db => db.Copies.CountAsync()));
    }

    [Theory, Databases]
    public async Task EntriesWithoutAnAddressAreKnownByFeedAndTitle(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/a", Fixtures.Rss("A", Fixtures.Item("Brève un", link: null, "Une phrase.", guid: "x1"), Fixtures.Item("Brève deux", link: null, "Une phrase.", guid: "x2")));
        await bench.FollowAsync(site.Url("/a"));
        await bench.RefreshAsync();
        site.Give("/a", Fixtures.Rss("A", Fixtures.Item("Brève trois", link: null, "Autre.", guid: "x3"), Fixtures.Item("Brève un", link: null, "Une phrase.", guid: "x1")));

        Assert.Equal(1, Assert.Single(await bench.RefreshAsync()).NewArticles);

        Assert.Equal(3, await bench.QueryAsync(db => db.Articles.CountAsync()));
        Assert.Equal(0, await bench.QueryAsync(db => db.Extractions.CountAsync()));
    }

    [Theory, Databases]
    public async Task EqualFoldedTextIsACopyOfTheEarliest(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        var shouted = Fixtures.Text(1).ToUpperInvariant().Replace("É", "E", StringComparison.Ordinal).Replace("<P>", "<div>", StringComparison.Ordinal).Replace("</P>", "</div>", StringComparison.Ordinal);
        site.Give("/a", Fixtures.Rss("A", Fixtures.Item("Premier", site.Url("/a/1"), content: Fixtures.Text(1))));
        site.Give("/b", Fixtures.Rss("B", Fixtures.Item("Second", site.Url("/b/1"), content: shouted), Fixtures.Item("Autre", site.Url("/b/2"), content: Fixtures.Text(2))));
        await bench.FollowAsync(site.Url("/a"));
        await bench.RefreshAsync();
        await bench.FollowAsync(site.Url("/b"));

        var outcome = (await bench.RefreshAsync()).Single(outcome => outcome.NewArticles > 0);

        Assert.Equal((2, 1), (outcome.NewArticles, outcome.Copies));
        Assert.Equal([("Second", "Premier")], await EdgesAsync());
    }

    [Theory, Databases]
    public async Task AnExcerptThatArrivedFirstBecomesTheOriginalOnceItIsRead(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/early", Fixtures.Rss("A", Fixtures.Item("Premier", site.Url("/page"), "Le début…")));
        site.Give("/page", Fixtures.Page(1, "Premier"), "text/html; charset=utf-8");
        await bench.FollowAsync(site.Url("/early"));
        await bench.RefreshAsync();
        site.Give("/late", Fixtures.Rss("B", Fixtures.Item("Second", site.Url("/b/1"), content: Fixtures.Text(1)), Fixtures.Item("Tiers", site.Url("/b/2"), content: Fixtures.Text(1))));
        await bench.FollowAsync(site.Url("/late"));
        await bench.RefreshAsync();
        Assert.Equal([("Tiers", "Second")], await EdgesAsync());

        await bench.ExtractAsync();

        Assert.Equal([("Second", "Premier"), ("Tiers", "Premier")], await EdgesAsync());
    }

    [Theory, Databases]
    public async Task WhatDidNotChangeCostsAHeadOrAHash(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        var feed = Fixtures.WholeFeed(site, "Revue", 1);
        site.Give("/validated", async http =>
        {
            http.Response.Headers.ETag = "\"v1\"";
            if (http.Request.Headers.IfNoneMatch == "\"v1\"") http.Response.StatusCode = 304;
            else await http.Response.WriteAsync(feed);
        });
        site.Give("/bare", Fixtures.WholeFeed(site, "Revue nue", 2));
        await bench.FollowAsync(site.Url("/validated"), site.Url("/bare"));
        Assert.All(await bench.RefreshAsync(), outcome => Assert.Equal(PollKind.Read, outcome.Kind));

        Assert.All(await bench.RefreshAsync(), outcome => Assert.Equal((PollKind.Unchanged, 0, PollError.None), (outcome.Kind, outcome.NewArticles, outcome.Error)));
        Assert.All(await bench.RefreshAsync(), outcome => Assert.Equal(PollKind.Unchanged, outcome.Kind));

        Assert.Equal(["", "\"v1\"", "\"v1\""], site.RequestsOf("/validated").Select(request => request.Headers.GetValueOrDefault("If-None-Match", "")));
        Assert.Equal([200, 304, 304], await bench.QueryAsync(db => db.Polls.Where(poll => poll.Bytes == 0 || poll.SourceId == 1).OrderBy(poll => poll.Id).Select(poll => poll.Status!.Value).ToListAsync()));
        Assert.Equal(0, (await bench.SourceAsync(site.Url("/validated"))).Poll.ErrorCount);
    }

    [Theory, Databases]
    public async Task NewEntriesAloneAreNew(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 1, 2));
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 3, 1, 2));

        var outcome = Assert.Single(await bench.RefreshAsync());

        Assert.Equal((3, 1), (outcome.Entries, outcome.NewArticles));
        var row = (await bench.SourceAsync(site.Url("/feed"))).Poll;
        Assert.Equal((bench.Clock.GetUtcNow(), bench.Clock.GetUtcNow()), (row.ChangedAt, row.VisitedAt));
    }

    [Theory, Databases]
    public async Task ADateInTheFutureIsNotBelieved(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 1).Replace("2025", "2031", StringComparison.Ordinal));
        await bench.FollowAsync(site.Url("/feed"));

        await bench.RefreshAsync();

        var article = await bench.QueryAsync(db => db.Articles.SingleAsync());
        Assert.Equal(article.ArrivedAt, article.PublishedAt);
    }

    [Theory, Databases]
    public async Task TwoWorkersAtOnceNeverDoubleAnArticle(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        for (var source = 0; source < 12; source++) site.Give($"/feed/{source}", Fixtures.WholeFeed(site, $"Revue {source}", Enumerable.Range(source, 8)));
        await bench.FollowAsync(Enumerable.Range(0, 12).Select(source => site.Url($"/feed/{source}", source % 3)));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var first = bench.PollPump(new(bench.Clock.GetUtcNow(), All: true));
        await using var second = bench.PollPump(new(bench.Clock.GetUtcNow(), All: true));

        // A pump ends when the hosts that are left are the other's: both go on until all is done.
        await Eventually.TrueAsync(
            async () =>
            {
                await Task.WhenAll(first.DrainAsync(CancellationToken.None), second.DrainAsync(CancellationToken.None));
                return await bench.QueryAsync(db => db.Polls.CountAsync()) == 12;
            },
            "every source visited");

        Assert.Equal(19, await bench.QueryAsync(db => db.Articles.CountAsync()));
        Assert.Equal(96, await bench.QueryAsync(db => db.Appearances.CountAsync()));
        Assert.Equal(12, site.Requests.Count());
        Assert.Equal(1, site.MostAtOnce);
    }

    private Task<List<int>> FindAsync(string query) => bench.QueryAsync(async db => (await ArticleSearch.FindAsync(await db.SessionAsync(CancellationToken.None), query, bench.Clock.GetUtcNow(), CancellationToken.None)).Ids.ToList());

    private async Task<IReadOnlyList<(string Copy, string Original)>> EdgesAsync()
    {
        var edges = await bench.QueryAsync(db => (
            from copy in db.Copies
            join article in db.Articles on copy.ArticleId equals article.Id
            join original in db.Articles on copy.OriginalId equals original.Id
            orderby copy.ArticleId
            select new { Copy = article.Title, Original = original.Title, copy.Score, copy.Method }).ToListAsync());
        Assert.All(edges, edge => Assert.Equal((1, CopyMethod.EqualText), (edge.Score, edge.Method)));
        return [.. edges.Select(edge => (edge.Copy, edge.Original))];
    }
}

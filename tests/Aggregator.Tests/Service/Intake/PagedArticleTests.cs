using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>An article that its publisher cut into pages, on the wire.</summary>
public sealed class PagedArticleTests
{
    [Fact]
    public async Task AnArticleInThreePagesBecomesOneText()
    {
        await using var site = await TestSite.StartAsync();
        await using var bench = await TestBench.StartAsync();
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Enquête", site.Url("/page"), "Le début…")));
        site.Give("/page", PageWith(1, "<a href='/page/2'>2</a>"), "text/html; charset=utf-8");
        site.Give("/page/2", PageWith(2, "<a href='/page'>1</a><a href='/page/3'>3</a>"), "text/html; charset=utf-8");
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();

        // The third page does not answer: what was read is kept.
        Assert.Equal([true], await bench.ExtractAsync());

        var article = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).SingleAsync());
        Assert.Equal(string.Join("\n\n", Fixtures.Paragraphs(1).Concat(Fixtures.Paragraphs(2))), article.Text.Text);
        Assert.Single(site.RequestsOf("/page/3"));
    }

    [Fact]
    public async Task PagesThatLeadOnForEverAreFollowedTenAtTheMost()
    {
        await using var site = await TestSite.StartAsync();
        await using var bench = await TestBench.StartAsync();
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Enquête", site.Url("/page"), "Le début…")));
        site.Give("/page", PageWith(1, "<a href='/page?page=2'>2</a>"), "text/html; charset=utf-8");
        for (var number = 2; number < 30; number++)
            site.Give($"/page?page={number}", PageWith(number, $"<a href='/page?page={number + 1}'>suite</a>"), "text/html; charset=utf-8");
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();

        await bench.ExtractAsync();

        Assert.Equal(10, site.Requests.Count(request => request.Path.StartsWith("/page", StringComparison.Ordinal)));
    }

    private static string PageWith(int number, string links) => Fixtures.Page(number, "Enquête").Replace("</body>", links + "</body>", StringComparison.Ordinal);
}

using System.Globalization;
using Aggregator.Intake;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>What publishers do to their feeds without publishing anything: the desk must not fill up a second time.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task AGuidRepeatedInOneFeedSwallowsNoArticle(string database)
    {
        await StartAsync(database);
        var outcome = await VisitAsync(Numbers.Select(n => Item(n, $"https://press.example/article-{n}", guid: "always the same")));

        Assert.Equal((5, 5), (outcome.Entries, outcome.NewArticles));
        Assert.Equal(5, await bench.QueryAsync(db => db.Appearances.Select(seen => seen.EntryKey).Distinct().CountAsync()));
    }

    [Theory, Databases]
    public async Task TheSchemeAndTheGuidsOfAFeedMayChange(string database)
    {
        await StartAsync(database);
        await VisitAsync(Numbers.Select(n => Item(n, $"http://www.press.example/article-{n}")));
        var again = await VisitAsync(Numbers.Select(n => Item(n, $"https://press.example/article-{n}", guid: $"tag:press.example,2026:{n}")));

        Assert.Equal((5, 0), (again.Entries, again.NewArticles));
    }

    [Theory]
    [InlineData("https://press.example/2026/article-{0}", null, "https://lapresse.example/2026/article-{0}", null)] // another host
    [InlineData("https://press.example/?p=1{0}", "id-{0}", "https://lapresse.example/2026/un-article-{0}", "id-{0}")] // other addresses, the same guids
    [InlineData("https://press.example/?p=1{0}", null, "https://lapresse.example/2026/un-article-{0}", null)] // nothing but the titles
    public async Task ASiteThatMovesBringsOnlyWhatIsNew(string link, string? guid, string newLink, string? newGuid)
    {
        await StartAsync(Databases.Sqlite);
        await VisitAsync(Numbers.Select(n => Item(n, Text(link, n)!, Text(guid, n))));

        var moved = await VisitAsync(Numbers.Select(n => Item(n, Text(newLink, n)!, Text(newGuid, n))).Append(Item(6, Text(newLink, 6)!, Text(newGuid, 6))));
        var after = await VisitAsync(Numbers.Append(7).Select(n => Item(n, Text(newLink, n)!, Text(newGuid, n))));

        Assert.Equal((1, 1), (moved.NewArticles, after.NewArticles));
        var articles = await bench.QueryAsync(db => db.Articles.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(7, articles.Count);
        Assert.All(articles, article => Assert.StartsWith("https://lapresse.example/", article.Url, StringComparison.Ordinal));
        Assert.Equal(7, await bench.QueryAsync(db => db.Appearances.CountAsync()));
    }

    [Theory, Databases]
    public async Task AFeedOfOtherArticlesIsNoMovedFeed(string database)
    {
        await StartAsync(database);
        await VisitAsync(Numbers.Select(n => Item(n, $"https://press.example/article-{n}")));
        var next = await VisitAsync(Numbers.Select(n => Item(n + 10, $"https://press.example/article-{n + 10}")));

        Assert.Equal(5, next.NewArticles);
        Assert.Equal(10, await bench.QueryAsync(db => db.Articles.CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARedatedFeedBringsNothing(bool linked)
    {
        await StartAsync(Databases.Sqlite);
        string Dated(int n, int year) => Item(n, linked ? $"https://press.example/article-{n}" : null, guid: $"{n}")
            .Replace("2025", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await VisitAsync(Numbers.Select(n => Dated(n, 2024)));
        var again = await VisitAsync(Numbers.Select(n => Dated(n, 2025)));

        Assert.Equal((5, 0), (again.Entries, again.NewArticles));
    }

    [Theory, Databases]
    public async Task EntriesWithoutAddressAreToldApartByTheirText(string database)
    {
        await StartAsync(database);
        var first = await VisitAsync([Fixtures.Item("Météo", null, "Il pleut sur Nantes."), Fixtures.Item("Météo", null, "Il fait beau à Brest.")]);
        var second = await VisitAsync([Fixtures.Item("Météo", null, "Il neige à Lille.", guid: "neuf"), Fixtures.Item("Météo", null, "Il fait beau à Brest.", guid: "autre")]);

        Assert.Equal((2, 1), (first.NewArticles, second.NewArticles));
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(1, 5);

    private static string? Text(string? pattern, int number) => pattern is null ? null : string.Format(CultureInfo.InvariantCulture, pattern, number);

    private static string Item(int number, string? link, string? guid = null) =>
        Fixtures.Item($"Ce que raconte l’article numéro {number}", link, content: Fixtures.Text(number), guid: guid);

    private async Task<PollOutcome> VisitAsync(IEnumerable<string> items)
    {
        site.Give("/feed", Fixtures.Rss("Revue", items));
        await bench.FollowAsync(site.Url("/feed"));
        return Assert.Single(await bench.RefreshAsync());
    }

    private async Task StartAsync(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
    }
}

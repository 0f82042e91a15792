using Aggregator.Archive;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Service.Searching;

/// <summary>Searching the archive, on each database.</summary>
public sealed class ArticleSearchTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync(hosts: 3);

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task WordsPhrasesExclusionsAlternativesAndFilters(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ArriveAsync(
            "/fr", "fr",
            ("Les impôts nationaux augmentent", "Le gouvernement a présenté hier les journaux officiels de la réforme des retraites et les nouvelles règles de la fonction publique pour les communes."),
            ("Une grève nationale", "Les cheminots ont annoncé une grève dans les gares de Lyon et de Lille, où les trains régionaux seront supprimés pendant plusieurs jours de la semaine."));
        await ArriveAsync(
            "/en", "en",
            ("Cities vote on taxes", "The women who had voted in the city said that the children were running to the schools, and that national newspapers should have told the story before."),
            ("A quiet day", "Nothing at all was happening in the village on that day, but for the bus that stopped twice at the church and the one at the library."));

        Assert.Equal(["Les impôts nationaux augmentent"], await FindAsync("impot national"));
        Assert.Equal(["Cities vote on taxes", "Les impôts nationaux augmentent", "Une grève nationale"], (await FindAsync("national")).Order(StringComparer.Ordinal));
        Assert.Equal(["Cities vote on taxes"], await FindAsync("woman child run"));
        Assert.Equal(["Les impôts nationaux augmentent"], await FindAsync("\"réforme de retraite\" OR \"réforme des retraites\""));
        Assert.Empty(await FindAsync("\"retraites des réforme\""));
        Assert.Equal(["Une grève nationale"], await FindAsync("nationaux -impôts lang:fr"));
        Assert.Equal(2, (await FindAsync("grève OR bus")).Count);
        Assert.Equal(2, (await FindAsync("lang:en")).Count);
        Assert.Equal(2, (await FindAsync("-lang:en")).Count);
        Assert.Equal(2, (await FindAsync("source:/fr")).Count);
        Assert.Empty(await FindAsync("source:nobody"));
        Assert.Equal(4, (await FindAsync("after:2025-03-04 before:2025-03-05")).Count);
        Assert.Empty(await FindAsync("national after:2025-03-05"));
        Assert.Empty(await FindAsync("national before:2025-03-04"));
        Assert.Equal(3, (await FindAsync("national before:2025-04-01 after:2024")).Count);
        Assert.Empty(await FindAsync("has:image"));
        Assert.Empty(await FindAsync("national story:1"));
        Assert.Empty(await FindAsync("tag:santé"));
    }

    [Theory, Databases]
    public async Task TheBestComesFirstWithItsPassage(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        var filler = string.Join(' ', Fixtures.Paragraphs(1));
        await ArriveAsync("/a", "fr", ("Rien", $"{filler} Le phare de la pointe. {filler}"), ("Le phare rouvre", $"{filler} Le phare, les phares et le gardien du phare. {filler}"), ("Autre", filler));

        var found = await SearchAsync("phare");

        Assert.Equal(["Le phare rouvre", "Rien"], await TitlesAsync(found.Ids));
        Assert.Equal(["phare", "phares", "phare"], found.Snippets[found.Ids[0]].Where(part => part.IsHit).Select(part => part.Text));
        Assert.DoesNotContain('\n', string.Concat(found.Snippets[found.Ids[1]].Select(part => part.Text)));
    }

    [Theory, Databases]
    public async Task AFaultIsSaidAndNothingTypedBreaksTheSearch(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ArriveAsync("/a", "fr", ("Titre", "Un texte."));

        Assert.NotNull((await SearchAsync("a OR")).Fault);
        Assert.NotNull((await SearchAsync(new string('x', 100_000))).Fault);
        foreach (var query in new[] { "'", "a'b", "NEAR(a b)", "a*", "title:x", "\\", "x\u0000", "\uD83D", "^a", "a AND NOT b", "_s1", "-", "日本語", "हिन्दी" }) await SearchAsync(query);
    }

    private async Task ArriveAsync(string feed, string language, params (string Title, string Text)[] articles)
    {
        site.Give(feed, Fixtures.Rss("Revue", articles.Select((article, i) => Fixtures.Item(article.Title, site.Url($"{feed}/{i}"), "Un résumé.", $"<p>{article.Text}</p>")))
            .Replace("<language>fr", $"<language>{language}", StringComparison.Ordinal));
        await bench.FollowAsync(site.Url(feed));
        await bench.RefreshAsync();
    }

    private Task<SearchResult> SearchAsync(string query) => bench.QueryAsync(async db =>
        await ArticleSearch.FindAsync(await db.SessionAsync(CancellationToken.None), query, bench.Clock.GetUtcNow(), CancellationToken.None));

    private async Task<IReadOnlyList<string>> FindAsync(string query)
    {
        var found = await SearchAsync(query);
        Assert.Null(found.Fault);
        return await TitlesAsync(found.Ids);
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(IReadOnlyList<int> ids)
    {
        await using var db = bench.OpenDb();
        var titles = db.Articles.ToDictionary(article => article.Id, article => article.Title);
        return [.. ids.Select(id => titles[id])];
    }
}

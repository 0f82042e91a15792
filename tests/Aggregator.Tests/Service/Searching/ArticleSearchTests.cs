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
    public async Task WritingWithoutSpacesIsFoundByAnyPartOfIt(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ArriveAsync(
            "/cjk", "zh",
            ("港口大桥修复工程推迟", "市政府表示，因为暴雨，港口大桥的修复工程要到明年夏天才能完成，渡轮将增加班次。"),
            ("京都の図書館が再開", "改修を終えた京都の図書館は土曜日に再開する。東京の建築家が設計した。"),
            ("부산항 파업이 끝났다", "부산항에서 열흘 동안 이어진 파업이 끝났다. 노조는 새 협약에 서명했다."),
            ("สะพานใหม่เปิดใช้แล้ว", "สะพานใหม่ข้ามแม่น้ำเปิดให้ประชาชนใช้ตั้งแต่เช้าวันนี้"),
            ("新款iphone发布会取消", "这家公司取消了新款iphone的发布会，没有说明原因。"));

        Assert.Equal(["港口大桥修复工程推迟"], await FindAsync("修复"));
        Assert.Equal(["港口大桥修复工程推迟"], await FindAsync("修复工程"));
        Assert.Equal(["港口大桥修复工程推迟"], await FindAsync("\"大桥修复\" 渡轮"));
        Assert.Equal(["港口大桥修复工程推迟"], await FindAsync("桥"));
        Assert.Equal(["港口大桥修复工程推迟"], await FindAsync("成")); // the last of a run
        Assert.Empty(await FindAsync("修工"));
        Assert.Equal(["京都の図書館が再開"], await FindAsync("図書館"));
        Assert.Equal(["京都の図書館が再開"], await FindAsync("東京"));
        Assert.Empty(await FindAsync("東都"));
        Assert.Equal(["부산항 파업이 끝났다"], await FindAsync("부산"));
        Assert.Equal(["부산항 파업이 끝났다"], await FindAsync("파업"));
        Assert.Equal(["สะพานใหม่เปิดใช้แล้ว"], await FindAsync("สะพาน"));
        Assert.Equal(["新款iphone发布会取消"], await FindAsync("iphone"));
        Assert.Equal(["新款iphone发布会取消"], await FindAsync("iPhone发布会"));
        Assert.Equal(4, (await FindAsync("-修复")).Count);
        Assert.Equal(["修复"], await HitsAsync("修复"));
        Assert.Equal(["修复", "大桥"], (await HitsAsync("修复 大桥")).Order(StringComparer.Ordinal));
        Assert.Equal(["京都の図書館"], await HitsAsync("京都の図書館"));
        Assert.Equal(["iphone", "发布"], (await HitsAsync("iphone 发布")).Order(StringComparer.Ordinal));
    }

    [Theory, Databases]
    public async Task LettersAreFoundAsTheyAreTyped(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ArriveAsync(
            "/pl", "pl",
            ("Tramwaje wracają do Łodzi", "Po remoncie torów tramwaje wracają na ulice w centrum Łodzi i na Bałuty."),
            ("Søren Kierkegård fylder år", "Filosoffen fejres i København med en udstilling på Østerbro."),
            ("Þór siglir til Ísafjarðar", "Varðskipið Þór siglir í dag, sagði Guðmundur."),
            ("Diyarbakır’da kar yağışı", "Diyarbakır’da kar yağışı hayatı durdurdu, okullar kapandı."),
            ("Đặng Thị Hà à la tête de l’école", "L’école nomme Đặng Thị Hà. La Straße reste fermée, dit le Cœur d’Æbeltoft."));

        foreach (var (query, title) in new[]
        {
            ("lodzi", "Tramwaje wracają do Łodzi"), ("Łodzi", "Tramwaje wracają do Łodzi"), ("baluty", "Tramwaje wracają do Łodzi"), ("soren", "Søren Kierkegård fylder år"), ("osterbro", "Søren Kierkegård fylder år"),
            ("SØREN", "Søren Kierkegård fylder år"), ("thor gudmundur", "Þór siglir til Ísafjarðar"), ("diyarbakir", "Diyarbakır’da kar yağışı"), ("dang thi ha", "Đặng Thị Hà à la tête de l’école"),
            ("strasse", "Đặng Thị Hà à la tête de l’école"), ("aebeltoft coeur", "Đặng Thị Hà à la tête de l’école"),
        })
            Assert.Equal((query, title), (query, Assert.Single(await FindAsync(query))));
        Assert.Equal(["Łodzi"], await HitsAsync("lodzi"));
        Assert.Equal(["Guðmundur"], await HitsAsync("gudmundur"));
    }

    [Theory, Databases]
    public async Task AnArticleIndexedByAnEarlierVersionIsIndexedAnew(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ArriveAsync("/zh", "zh", ("大桥修复", "因为暴雨，大桥的修复工程推迟。"));
        await bench.QueryAsync(async db =>
        {
            // As an earlier version wrote it, and as its migration leaves it.
            var session = await db.SessionAsync(CancellationToken.None);
            await session.IndexAsync([new(1, "大桥修复", "因为暴雨 大桥的修复工程推迟", "_a")], replace: true, CancellationToken.None);
            return await session.RunAsync("INSERT INTO search_check(article_id) SELECT id FROM article", [], CancellationToken.None);
        });
        Assert.Empty(await FindAsync("修复"));

        await bench.Get<SearchKeeper>().RunAsync(CancellationToken.None);

        Assert.Equal(["大桥修复"], await FindAsync("修复"));
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

    /// <summary>The words that the first answer's passage marks.</summary>
    private async Task<IReadOnlyList<string>> HitsAsync(string query)
    {
        var found = await SearchAsync(query);
        return [.. found.Snippets[found.Ids[0]].Where(part => part.IsHit).Select(part => part.Text).Distinct(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(IReadOnlyList<int> ids)
    {
        await using var db = bench.OpenDb();
        var titles = db.Articles.ToDictionary(article => article.Id, article => article.Title);
        return [.. ids.Select(id => titles[id])];
    }
}

using System.Net;
using Aggregator.Intake;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Items whose links are all the same page, as those of release notes, tickers and podcasts are.</summary>
public sealed class SharedAddressTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task AnEditedItemIsTheSameByItsGuid(string database)
    {
        await StartAsync(database);
        await VisitAsync(Note(1, "Un nouveau menu."), Note(2, "Une carte plus claire."), Note(3, "Des polices."));
        var again = await VisitAsync(Note(1, "Un nouveau menu."), Note(2, "Une carte plus claire. Correctif ajouté."), Note(3, "Des polices."));

        Assert.Equal((3, 0, 1), (again.Entries, again.NewArticles, again.ChangedArticles));
        Assert.Equal(["Une carte plus claire. Correctif ajouté."], await bench.QueryAsync(db => db.Articles.Where(a => a.Title == "Version 2").Select(a => a.Text.Text).ToListAsync()));
    }

    [Fact]
    public async Task ANewTitleOfTheSameTextIsAnEditToo()
    {
        await StartAsync(Databases.Sqlite);
        await VisitAsync(Note(1, "Un nouveau menu pour tous les comptes."), Note(2, "Une carte plus claire."));
        var again = await VisitAsync(Note(1, "Un nouveau menu pour tous les comptes.", "Version 1 (corrigée)"), Note(2, "Une carte plus claire."));

        Assert.Equal((0, 2), (again.NewArticles, await bench.QueryAsync(db => db.Articles.CountAsync())));
    }

    [Fact]
    public async Task AnItemKeepsItsArticleWhenTheOthersComeAndGo()
    {
        await StartAsync(Databases.Sqlite);
        await VisitAsync(Note(1, "Un nouveau menu."));
        var two = await VisitAsync(Note(2, "Une carte plus claire."), Note(1, "Un nouveau menu."));
        var one = await VisitAsync(Note(2, "Une carte plus claire."));

        Assert.Equal((1, 0), (two.NewArticles, one.NewArticles));
    }

    [Fact]
    public async Task APlaceInAListIsNoItem()
    {
        await StartAsync(Databases.Sqlite);
        await VisitAsync(Note(1, "Les pêcheurs de Brest manifestent.", "Grève au port"), Note(2, "Le budget est voté.", "Conseil municipal"));
        var again = await VisitAsync(Note(1, "Un orage a coupé la route du littoral.", "Intempéries"), Note(2, "Le budget est voté.", "Conseil municipal"));

        Assert.Equal(1, again.NewArticles);
    }

    [Fact]
    public async Task NewGuidsForOldItemsBringNothing()
    {
        await StartAsync(Databases.Sqlite);
        await VisitAsync(Note(1, "Un nouveau menu."), Note(2, "Une carte plus claire."));
        var again = await VisitAsync(
            Note(1, "Un nouveau menu.").Replace("#v", "#w", StringComparison.Ordinal), Note(2, "Une carte plus claire.").Replace("#v", "#w", StringComparison.Ordinal));

        Assert.Equal(0, again.NewArticles);
    }

    [Theory, Databases]
    public async Task ItemsOfOnePageAreNotCopiesOfEachOther(string database)
    {
        const string text = "Cette version apporte des corrections de fiabilité et de vitesse, revoit les réglages de chaque compte et met à jour les traductions de tous les écrans du logiciel.";
        await StartAsync(database);
        await VisitAsync(Note(1, text), Note(2, text), Note(3, text));

        Assert.Equal(3, await bench.QueryAsync(db => db.Articles.CountAsync()));
        Assert.Equal(0, await bench.QueryAsync(db => db.Copies.CountAsync()));
    }

    private static string Note(int number, string text, string? title = null) => $"""
        <item><title>{WebUtility.HtmlEncode(title ?? $"Version {number}")}</title><link>https://outil.example/notes</link>
        <guid isPermaLink="false">https://outil.example/notes#v{number}</guid><description>{WebUtility.HtmlEncode(text)}</description></item>
        """;

    private async Task<PollOutcome> VisitAsync(params string[] items)
    {
        site.Give("/feed", Fixtures.Rss("Notes", items));
        await bench.FollowAsync(site.Url("/feed"));
        return Assert.Single(await bench.RefreshAsync());
    }

    private async Task StartAsync(string database) => bench = await TestBench.StartAsync(Databases.Settings(database));
}

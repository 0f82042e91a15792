using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Intake.Addresses;
using Aggregator.Reading.Urls;
using Aggregator.Scheduling;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Service.Intake;

/// <summary>
/// What is learnt of the parameters of a host, through the intake, on each database. The site calls the place of a link "hp", which no rule
/// knows, and its articles by "id".
/// </summary>
public sealed class LearntParametersTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync(hosts: 2);

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task AfterThreePairsTheNextVariantIsAnAppearanceOfItsArticle(string database)
    {
        await LearnAsync(database);
        Assert.Equal([(HostOf(0), "hp")], await LearntAsync());

        await ShowAsync("/a", Entry(4, "front"));
        await ShowAsync("/b", Entry(4, "side"));
        await ShowAsync("/c", Entry(4, null));

        var article = Assert.Single(await ArticlesAsync("Article 4"));
        Assert.Equal(UrlKey.Of(Address(4, "front")), article.UrlKey);
        Assert.Equal(3, await bench.QueryAsync(db => db.Set<Appearance>().CountAsync(seen => seen.ArticleId == article.Id)));
        // Seen again, each entry is still the same.
        await bench.RefreshAsync();
        Assert.Single(await ArticlesAsync("Article 4"));
    }

    [Theory, Databases]
    public async Task TwoPairsAreTooFewHoweverManyAddressesHaveOneText(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ShowAsync("/a",
            [Entry(1, "front"), .. Enumerable.Range(10, 4).Select(number => Entry(number, "front", text: 50, title: "Bientôt"))]);
        await ShowAsync("/b",
            [Entry(1, "side"), .. Enumerable.Range(10, 4).Select(number => Entry(number, "side", text: 50, title: "Bientôt"))]);
        await KeepAsync();
        Assert.Empty(await LearntAsync());
    }

    [Theory, Databases]
    public async Task AParameterWhoseValuesChangeTheTextIsNeverLearnt(string database)
    {
        await LearnAsync(database);

        Assert.DoesNotContain((HostOf(0), "id"), await LearntAsync());
        Assert.Equal(["id"], await bench.Get<SqlStore>().ReadAsync(
            (session, stop) =>
                session.QueryAsync("SELECT name FROM address_parameter WHERE contradicted_at IS NOT NULL", [], row =>
                row.GetString(0), stop), CancellationToken.None));
    }

    [Theory, Databases]
    public async Task AnotherHostIsNotTouched(string database)
    {
        await LearnAsync(database);
        await ShowAsync("/a", Entry(4, "front", host: 1));
        await ShowAsync("/b", Entry(4, "side", host: 1));

        Assert.Equal(2, (await ArticlesAsync("Article 4")).Count);
    }

    [Theory, Databases]
    public async Task WhatHasAnotherTitleOrTextIsNotMerged(string database)
    {
        await LearnAsync(database);
        await ShowAsync("/a", Entry(4, "front"));
        await ShowAsync("/b", Entry(4, "side", title: "Article 4, le lendemain"), Entry(4, "deep", text: 44));

        Assert.Equal(2, (await ArticlesAsync("Article 4")).Count);
        Assert.Single(await ArticlesAsync("Article 4, le lendemain"));
    }

    [Theory, Databases]
    public async Task AContradictionUnlearnsAndPartsWhatWasMerged(string database)
    {
        await LearnAsync(database);
        await ShowAsync("/a", Entry(4, "front"));
        await ShowAsync("/b", Entry(4, "side"), Entry(4, null));
        Assert.Single(await ArticlesAsync("Article 4"));

        await ShowAsync("/c", Entry(1, "other", text: 71));
        await KeepAsync();

        Assert.Empty(await LearntAsync());
        var articles = await ArticlesAsync("Article 4");
        Assert.Equal([Address(4, "front"), Address(4, "side"), Address(4, null)], articles.Select(article => article.Url));
        Assert.All(articles, article => Assert.Equal(UrlKey.Of(article.Url), article.UrlKey));
        // Their own pages are read, as those of any new article.
        Assert.Equal(2, await bench.QueryAsync(db => db.Extractions.CountAsync(row => row.DueAt != null)));
        site.Give("/news?hp=side&id=4", Fixtures.Page(4, "Article 4"), "text/html; charset=utf-8");
        site.Give("/news?id=4&hp=side", Fixtures.Page(4, "Article 4"), "text/html; charset=utf-8");
        Assert.Contains(true, await bench.ExtractAsync());

        // Three more pairs do not teach it again.
        await ShowAsync("/a", [.. Enumerable.Range(5, 4).Select(number => Entry(number, "front"))]);
        await ShowAsync("/b", [.. Enumerable.Range(5, 4).Select(number => Entry(number, "side"))]);
        await KeepAsync();
        Assert.Equal(2, (await ArticlesAsync("Article 5")).Count);
        Assert.Empty(await LearntAsync());
    }

    [Theory, Databases]
    public async Task AProgramThatIsStartedLaterKnowsIt(string database)
    {
        await LearnAsync(database);
        await ShowAsync("/a", Entry(4, "front"));
        site.Give("/b", Fixtures.Rss("Revue", Entry(4, "side")));

        var product = new ServiceCollection().AddLogging().AddProduct(bench.Settings).AddSingleton<TimeProvider>(bench.Clock);
        await using (var later = product.BuildServiceProvider())
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await using var pump = ActivatorUtilities.CreateInstance<PollPump>(later,
                new PollSelection(bench.Clock.GetUtcNow(), true, null, _ => { }));
            await Eventually.EndsAsync(pump.DrainAsync(CancellationToken.None));
        }

        Assert.Single(await ArticlesAsync("Article 4"));
    }

    [Theory, Databases]
    public async Task WhatIsDeletedStaysAwayUnderItsOtherAddressToo(string database)
    {
        await LearnAsync(database);
        await ShowAsync("/a", Entry(4, "front"));
        await ShowAsync("/b", Entry(4, "side"));
        var article = Assert.Single(await ArticlesAsync("Article 4"));
        await bench.Get<SqlStore>().WriteAsync((session, stop) =>
            ArticleRemoval.RunAsync(session, [article.Id], bench.Clock.GetUtcNow(), stop), CancellationToken.None);

        await ShowAsync("/b", Entry(4, "side"), Entry(9, "side"));

        Assert.Empty(await ArticlesAsync("Article 4"));
    }

    private async Task LearnAsync(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ShowAsync("/a", [.. Enumerable.Range(1, 3).Select(number => Entry(number, "front"))]);
        await ShowAsync("/b", [.. Enumerable.Range(1, 3).Select(number => Entry(number, "side"))]);
        await KeepAsync();
    }

    /// <summary>A feed shows these entries, and is visited.</summary>
    private async Task ShowAsync(string feed, params string[] entries)
    {
        site.Give(feed, Fixtures.Rss("Revue", entries));
        await bench.FollowAsync(site.Url(feed));
        await bench.RefreshAsync();
    }

    private string Address(int number, string? place, int host = 0) =>
        site.Url(place is null ? $"/news?id={number}" : $"/news?id={number}&hp={place}", host);

    private string Entry(int number, string? place, int host = 0, int? text = null, string? title = null) =>
        Fixtures.Item(title ?? $"Article {number}", Address(number, place, host), "Un résumé.", Fixtures.Text(text ?? number));

    private string HostOf(int host) => KeyParameters.HostOf(UrlKey.Of(site.Url("/", host)));

    private Task KeepAsync() => bench.Get<CopyKeeper>().RunAsync(CancellationToken.None);

    private Task<List<Article>> ArticlesAsync(string title) =>
        bench.QueryAsync(db => db.Articles.Where(article => article.Title == title).OrderBy(article => article.Id).ToListAsync());

    private Task<List<(string Host, string Name)>> LearntAsync() =>
        bench.Get<SqlStore>().ReadAsync(AddressRows.LearntAsync, CancellationToken.None);
}

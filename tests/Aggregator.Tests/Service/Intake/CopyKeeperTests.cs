using System.Net;
using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Intake.Addresses;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Reading.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Copies in the archive, on each database: found after the intake, whatever the order, the moment or the number of workers.</summary>
public sealed class CopyKeeperTests : IAsyncLifetime
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
    public async Task AChangedCopyIsTiedToTheEarliest(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        await ArriveAsync("/a", ("a1", Articles.Harbour), ("a2", Articles.Orchard));
        await ArriveAsync("/b", ("b1", "(AFP) - " + Articles.FirstSentences(Articles.Harbour, 7) + " Lire la suite sur notre site."), ("b2", Articles.Misread(Articles.Harbour, 40)));

        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, await RunAsync());

        var edges = await EdgesAsync();
        Assert.Equal([("b1", "a1"), ("b2", "a1")], edges.Select(edge => (edge.Copy, edge.Original)));
        Assert.All(edges, edge => Assert.InRange(edge.Score, .45, .999));
        Assert.Equal(0, await bench.QueryAsync(db => db.CopyChecks.CountAsync()));
    }

    [Theory, Databases]
    public async Task AnEarlierArticleReadLaterBecomesTheOriginalOfAll(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/early", Fixtures.Rss("Revue", Fixtures.Item("e1", site.Url("/page"), "Le début seulement…")));
        await bench.FollowAsync(site.Url("/early"));
        await bench.RefreshAsync();
        await ArriveAsync("/a", ("a1", Articles.FirstSentences(Articles.Harbour, 11)));
        await ArriveAsync("/b", ("b1", "Avec AFP. " + Articles.FirstSentences(Articles.Harbour, 10)));
        Assert.Equal(1, await RunAsync());
        Assert.Equal([("b1", "a1")], (await EdgesAsync()).Select(edge => (edge.Copy, edge.Original)));

        var paragraphs = string.Concat(Articles.Harbour.Split("\n\n").Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>"));
        site.Give("/page", $"<html lang=fr><body><main><article><h1>Le port</h1>{paragraphs}</article></main></body></html>", "text/html; charset=utf-8");
        Assert.Equal([true], await bench.ExtractAsync());
        Assert.Equal(1, await RunAsync());

        Assert.Equal([("a1", "e1"), ("b1", "e1")], (await EdgesAsync()).Select(edge => (edge.Copy, edge.Original)));
    }

    [Theory, Databases]
    public async Task TwoWorkersAtOnceDecideAsOneDoes(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        for (var feed = 0; feed < 3; feed++)
            await ArriveAsync($"/{feed}", [.. Enumerable.Range(0, 120).Select(number => ($"{feed}x{number}", Version(number, feed)))]);

        using var one = Keeper();
        using var other = Keeper();
        var found = await Task.WhenAll(one.RunAsync(CancellationToken.None), other.RunAsync(CancellationToken.None));

        Assert.Equal(240, found.Sum());
        Assert.Equal(
            Enumerable.Range(0, 120).SelectMany(number => new[] { ($"1x{number}", $"0x{number}"), ($"2x{number}", $"0x{number}") }).OrderBy(edge => edge.Item1, StringComparer.Ordinal),
            (await EdgesAsync()).Select(edge => (edge.Copy, edge.Original)).OrderBy(edge => edge.Copy, StringComparer.Ordinal));
        Assert.Equal(0, await bench.QueryAsync(db => db.CopyChecks.CountAsync()));
    }

    [Theory, Databases]
    public async Task AfterTheWindowOnlyEqualTextsAreTied(string database)
    {
        bench = await TestBench.StartAsync(["Copies:Window=90.00:00:00", .. Databases.Settings(database)]);
        await ArriveAsync("/a", ("a1", Articles.Harbour), ("a2", Articles.Orchard));
        await RunAsync();
        bench.Clock.Advance(TimeSpan.FromDays(91));
        await RunAsync();
        await ArriveAsync("/b", ("b1", Articles.FirstSentences(Articles.Harbour, 11)), ("b2", Articles.Orchard.ToUpperInvariant()));
        await RunAsync();

        Assert.Equal([("b2", "a2")], (await EdgesAsync()).Select(edge => (edge.Copy, edge.Original)));
    }

    /// <summary>Sixty words of each number's own, and another lead in each edition.</summary>
    private static string Version(int number, int edition) =>
        $"Édition numéro {edition} de notre gazette locale. " + string.Join(' ', Enumerable.Range(0, 60).Select(word => $"terme{number}lettre{word}"));

    private static string Html(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>";

    private Task<int> RunAsync() => bench.Get<CopyKeeper>().RunAsync(CancellationToken.None);

    private CopyKeeper Keeper() => new(bench.Get<SqlStore>(), bench.Get<IOptions<CopySettings>>(), bench.Get<ParameterKeeper>(), bench.Clock);

    private async Task ArriveAsync(string feed, params (string Title, string Text)[] articles)
    {
        site.Give(feed, Fixtures.Rss("Revue", articles.Select(article => Fixtures.Item(article.Title, site.Url($"{feed}/{article.Title}"), "Un résumé.", Html(article.Text)))));
        await bench.FollowAsync(site.Url(feed));
        await bench.RefreshAsync();
    }

    private Task<List<Edge>> EdgesAsync() => bench.QueryAsync(db => db.Copies.OrderBy(copy => copy.ArticleId).Select(copy => new Edge(
        db.Articles.First(article => article.Id == copy.ArticleId).Title, db.Articles.First(article => article.Id == copy.OriginalId).Title, copy.Score)).ToListAsync());

    private sealed record Edge(string Copy, string Original, double Score);
}

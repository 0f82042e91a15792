using System.Globalization;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>What a host asks for counts whoever was asked, and what a page does not give is not made up.</summary>
public sealed class MannersTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 2);
    }

    public async Task DisposeAsync()
    {
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task APageThatSaysTooManyRequestsRestsItsHost(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.Rss("Revue", Enumerable.Range(1, 6).Select(n => Fixtures.Item($"Article {n}", site.Url($"/page/{n}"), "An excerpt."))));
        for (var n = 1; n <= 6; n++)
            site.Give($"/page/{n}", http =>
            {
                (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (429, "600");
                return Task.CompletedTask;
            });
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();

        await bench.ExtractAsync();

        Assert.Single(site.Requests, request => request.Path.StartsWith("/page/", StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task AFeedThatSaysTooManyRequestsRestsItsHostAndTheOthersOfItsLane(string database)
    {
        await StartAsync(database);
        for (var n = 1; n <= 6; n++)
            site.Give($"/feed/{n}", http =>
            {
                (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (429, "600");
                return Task.CompletedTask;
            });
        await bench.FollowAsync(Enumerable.Range(1, 6).Select(n => site.Url($"/feed/{n}")));

        Assert.Single(await bench.RefreshAsync());

        Assert.Single(site.Requests);
        Assert.Equal(0, await bench.QueryAsync(db => db.SourcePolls.CountAsync(row => row.LeaseOwner != null)));
    }

    [Theory, Databases]
    public async Task APageThatGivesLessThanItsFeedLeavesTheExcerptAnExcerpt(string database)
    {
        await StartAsync(database);
        var teaser = string.Join(' ', Fixtures.Paragraphs(1));
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Derrière le mur", site.Url("/page"), teaser)));
        site.Give("/page", "<html><body><article><h1>Derrière le mur</h1><p>La suite de cet article est réservée aux abonnés.</p></article></body></html>", "text/html");
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();

        await bench.ExtractAsync();

        var article = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).SingleAsync());
        Assert.Equal((false, null), (article.IsWhole, article.TextHash));
        Assert.Contains(Fixtures.Paragraphs(1)[0][..20], article.Text.Text, StringComparison.Ordinal);
        Assert.Equal(PollError.NoArticle, (await bench.QueryAsync(db => db.Extractions.SingleAsync())).Error);
    }

    [Theory, Databases]
    public async Task WaitingForABusyHostIsNotThatHostsSlowness(string database)
    {
        await StartAsync(database);
        // Six answers of 1.2 s wait for one place at the same host: together longer than the deadline, each far shorter.
        for (var n = 1; n <= 6; n++)
        {
            var target = site.Url($"/slow/{n}", host: 1);
            site.Give($"/at/{n}", http =>
            {
                http.Response.Redirect(target);
                return Task.CompletedTask;
            });
            site.Give($"/slow/{n}", async http =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1200));
                await http.Response.WriteAsync("ok");
            });
        }

        using var fetcher = new Fetcher(
            Microsoft.Extensions.Options.Options.Create(new FetchingSettings { AllowedPrivateNetworks = ["127.0.0.0/8"], Deadline = TimeSpan.FromSeconds(5) }), TimeProvider.System);
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => fetcher.GetAsync(new(site.Url(string.Create(CultureInfo.InvariantCulture, $"/at/{n}"))), CancellationToken.None)));

        Assert.All(answers, answer => Assert.Null(answer.Problem));
        Assert.Equal(1, site.MostAtOnce);
    }

    [Theory, Databases]
    public async Task ItemsThatShareOneLinkAreArticlesOfTheirOwn(string database)
    {
        await StartAsync(database);
        site.Give("/podcast", Fixtures.Rss("Radio", Enumerable.Range(1, 5).Select(n => Fixtures.Item($"Épisode {n}", site.Url("/"), $"Ce qui se dit dans l’épisode {n}.", guid: $"e{n}"))));
        await bench.FollowAsync(site.Url("/podcast"));

        Assert.Equal(5, Assert.Single(await bench.RefreshAsync()).NewArticles);
        site.Give("/podcast", Fixtures.Rss("Radio", Enumerable.Range(1, 6).Select(n => Fixtures.Item($"Épisode {n}", site.Url("/"), $"Ce qui se dit dans l’épisode {n}.", guid: $"e{n}"))));
        Assert.Equal(1, Assert.Single(await bench.RefreshAsync()).NewArticles);
        Assert.Equal(0, await bench.QueryAsync(db => db.Extractions.CountAsync()));
    }

    private async Task StartAsync(string database)
    {
        bench = await TestBench.StartAsync(["Fetching:HostDelay=00:00:00", .. Databases.Settings(database)]);
    }
}

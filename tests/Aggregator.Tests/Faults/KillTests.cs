using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Faults;

/// <summary>kill −9 while it refreshes: nothing is lost and nothing comes twice. Twenty times with <c>LONG=1</c>.</summary>
[Collection(Programs.Name)]
public sealed class KillTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private const int Feeds = 60, Hosts = 12, Entries = 6;
    private static readonly int Kills = Long.Of(4, 20);
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task KilledAtAnyMomentItLosesNothingAndDoublesNothing()
    {
        await using var site = await TestSite.StartAsync(Hosts);
        for (var feed = 0; feed < Feeds; feed++) Give(site, feed);
        var list = folder.Write("list.txt", string.Join('\n', Enumerable.Range(0, Feeds).Select(feed => site.Url($"/feed/{feed}", feed % Hosts))));
        string[] refresh = ["refresh", "--all", "--feeds", list, "--wait", "--set", "Fetching:AllowedPrivateNetworks=127.0.0.0/8", "--set", "Fetching:HostDelay=00:00:00.020", "--set", "Fetching:Contact=revue@social.example"];

        // Seeded, so that a failure comes again; each kill after that many more requests, or a moment before the first.
        var random = new Random(2);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = site.Requests.Count();
            var after = before + random.Next(0, 90);
            await using var run = ProgramRun.Start(folder.Path, refresh);
            await Eventually.TrueAsync(() => site.Requests.Count() > after || run.HasEnded, "the refresh to get on");
            await Task.Delay(random.Next(0, 30));
            output.WriteLine($"kill {kill + 1}: after {site.Requests.Count() - before} requests, ended before: {run.HasEnded}");
            if (!run.HasEnded) await run.KillAsync();
        }

        var last = await ProgramRun.EndAsync(folder.Path, [.. refresh, "--json"]);
        var check = await ProgramRun.EndAsync(folder.Path, ["db", "check"]);

        Assert.True(last.ExitCode == 0, last.Errors);
        // On a busy machine the last run takes longer than the five seconds after which a long job says how far it is.
        Assert.DoesNotContain(last.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => !line.StartsWith("Sources: ", StringComparison.Ordinal) && !line.StartsWith("Pages: ", StringComparison.Ordinal));
        Assert.Equal((0, ""), (check.ExitCode, check.Errors));
        Assert.Equal((Feeds, 0, 0), (last.Json().GetProperty("sources").GetInt32(), last.Json().GetProperty("failed").GetArrayLength(),
            last.Json().GetProperty("pages").GetProperty("waiting").GetInt32()));
        await AssertWholeAsync();
        Assert.Equal(1, site.MostAtOnce);
    }

    /// <summary>Each feed has five entries of its own and one that it shares with its neighbour; half of them are only excerpts.</summary>
    private static void Give(TestSite site, int feed)
    {
        var items = Enumerable.Range(0, Entries).Select(entry => Number(feed, entry)).Select(number => number % 2 == 0
            ? Fixtures.Item($"Titre {number}", Address(site, number), "Le début seulement…")
            : Fixtures.Item($"Titre {number}", Address(site, number), content: Fixtures.Text(number)));
        site.Give($"/feed/{feed}", http => SlowlyAsync(http, Fixtures.Rss($"Revue {feed}", items)));
        for (var entry = 0; entry < Entries; entry++)
        {
            var number = Number(feed, entry);
            site.Give($"/article/{number}", http => SlowlyAsync(http, Fixtures.Page(number, $"Titre {number}"), "text/html; charset=utf-8"));
        }
    }

    private static int Number(int feed, int entry) => entry < Entries - 1 ? feed * 10 + entry : (feed + 1) % Feeds * 10;

    private static string Address(TestSite site, int number) => site.Url($"/article/{number}", number % Hosts);

    private static async Task SlowlyAsync(HttpContext http, string body, string type = "application/rss+xml; charset=utf-8")
    {
        await Task.Delay(5);
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body);
    }

    private async Task AssertWholeAsync()
    {
        await using var services = ProductServices.Build(Settings.Load([$"DataDirectory={folder.File("data")}"]));
        await using var db = services.GetRequiredService<Func<Aggregator.Storage.AggregatorDb>>()();
        var articles = await db.Articles.Include(article => article.Text).Include(article => article.Appearances).AsNoTracking().ToListAsync();

        Assert.Equal(Feeds, await db.Sources.CountAsync());
        Assert.Equal(Feeds * (Entries - 1), articles.Count);
        Assert.Equal(articles.Count, articles.Select(article => article.Url).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Feeds * Entries, articles.Sum(article => article.Appearances.Count));
        Assert.All(articles, article =>
        {
            var number = int.Parse(article.Title["Titre ".Length..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(article.IsWhole, article.Title);
            Assert.Equal(string.Join("\n\n", Fixtures.Paragraphs(number)), article.Text.Text);
        });
        Assert.Equal(0, await db.Extractions.CountAsync());
        Assert.Equal(0, await db.Copies.CountAsync());
        Assert.Equal(0, await db.SourcePolls.CountAsync(row => row.LeaseOwner != null || row.ErrorCount > 0 || row.VisitedAt == null));
        Assert.Equal(articles.Select(article => article.Id).Order(), (await Aggregator.Archive.ArticleSearch.FindAsync(await db.SessionAsync(CancellationToken.None), "dossier", DateTimeOffset.UnixEpoch, CancellationToken.None)).Ids.Order());
    }
}

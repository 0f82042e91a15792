using Aggregator.Archive;
using Aggregator.Intake.Clips;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Features.Sources;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>What failed once is tried anew when a person changes what was wrong, and not before.</summary>
public sealed class ReadAnewTests : IAsyncLifetime
{
    private const string Html = "text/html; charset=utf-8";

    private TestSite site = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task APageThatCannotBeReadIsNoBetterAtItsSecondVisit()
    {
        await using var bench = await TestBench.StartAsync();
        site.Give("/app", "<!doctype html><html><body><div id=\"app\"></div></body></html>", Html);
        await bench.Get<SourceAdding>().RunAsync([TestBench.Entry(site.Url("/app"), kind: "page")], isDryRun: false, CancellationToken.None);

        for (var visit = 1; visit <= 3; visit++) Assert.Equal(PollError.EmptyPage, Assert.Single(await bench.RefreshAsync()).Error);
        Assert.Equal(3, (await bench.SourceAsync(site.Url("/app"))).Poll.ErrorCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnotherKindReadsTheSameBytesInItsOwnWay(bool isByHand)
    {
        await using var bench = await TestBench.StartAsync();
        var posts = string.Concat(Enumerable.Range(1, 3).Select(i => $"<article><h2><a href=\"/billet/{i}\">Le billet numéro {i} de la série</a></h2><div>{Fixtures.Text(i)}</div></article>"));
        site.Give("/named", $"<!doctype html><html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss\"></head><body><main>{posts}</main></body></html>", Html);
        await SyncAsync(bench, "auto");
        Assert.Equal(PollError.PageNamesFeed, Assert.Single(await bench.RefreshAsync()).Error);
        Assert.Equal(PollError.PageNamesFeed, Assert.Single(await bench.RefreshAsync()).Error);

        if (isByHand) await bench.WriteAsync(db => EditAsync(db, bench.Clock.GetUtcNow()));
        else await SyncAsync(bench, "page");

        var outcome = Assert.Single(await bench.RefreshAsync());
        Assert.Equal((PollError.None, 3), (outcome.Error, outcome.NewArticles));
    }

    [Theory, Databases]
    public async Task AnArticleWhosePageWasGivenUpIsQueuedAnewAndOneThatWaitsStays(string database)
    {
        await using var bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Le premier titre", site.Url("/a/1"), "Le début…"), Fixtures.Item("Le second titre", site.Url("/a/2"), "Le début…")));
        site.Give("/a/2", "no", "text/plain", 500);
        await bench.FollowAsync(site.Url("/feed"));
        await bench.RefreshAsync();
        Assert.Equal([false, false], await bench.ExtractAsync());
        var before = await RowsAsync(bench);
        Assert.Equal([true, false], before.Select(row => row.DueAt is null));

        site.Give("/a/1", Fixtures.Page(1, "Le premier titre"), Html);
        await bench.WriteAsync(async db =>
        {
            await ArticleRows.InsertAsync(await db.SessionAsync(CancellationToken.None), [.. before.Select(row => new Extraction { ArticleId = row.ArticleId, Host = row.Host, DueAt = bench.Clock.GetUtcNow() })], CancellationToken.None);
            return 0;
        });

        var after = await RowsAsync(bench);
        Assert.Equal((bench.Clock.GetUtcNow(), 0, PollError.None, null), (after[0].DueAt, after[0].Attempts, after[0].Error, after[0].ErrorDetail));
        Assert.Equal((before[1].DueAt, 1, PollError.HttpStatus), (after[1].DueAt, after[1].Attempts, after[1].Error));
        Assert.Equal([true], await bench.ExtractAsync());
    }

    [Theory, Databases]
    public async Task AClipBringsBackWhatWasDeleted(string database)
    {
        await using var bench = await TestBench.StartAsync(Databases.Settings(database));
        var draft = new ClipDraft(ClipWay.Browser, site.Url("/a/1"), "Un titre gardé", "Revue", null, Fixtures.Page(1, "Un titre gardé"), null, null, []);
        var first = await ClipAsync(bench, draft);
        await bench.WriteAsync(async db =>
        {
            await db.Clips.ExecuteDeleteAsync();
            await ArticleRemoval.RunAsync(await db.SessionAsync(CancellationToken.None), [first.ArticleId], bench.Clock.GetUtcNow(), CancellationToken.None);
            return 0;
        });
        Assert.Equal((0, 1), await bench.QueryAsync(async db => (await db.Articles.CountAsync(), await db.Tombstones.CountAsync())));

        var again = await ClipAsync(bench, draft);

        Assert.Equal((null, true), (again.Fault, again.IsNew));
        Assert.Equal((1, 0), await bench.QueryAsync(async db => (await db.Articles.CountAsync(), await db.Tombstones.CountAsync())));
    }

    private static Task<ClipOutcome> ClipAsync(TestBench bench, ClipDraft draft) => bench.QueryAsync(async db =>
    {
        var account = await db.Users.FirstOrDefaultAsync();
        if (account is null)
        {
            db.Add(account = new() { Name = "Claire", UserName = "claire@revue.example", Email = "claire@revue.example" });
            await db.SaveChangesAsync();
        }

        return await bench.Get<TakeClip>().RunAsync(db, draft, account.Id, "Claire", CancellationToken.None);
    });

    private static Task<List<Extraction>> RowsAsync(TestBench bench) => bench.QueryAsync(db => db.Extractions.AsNoTracking().OrderBy(row => row.ArticleId).ToListAsync());

    private Task SyncAsync(TestBench bench, string kind) => bench.Get<SourceSync>().FollowAsync([TestBench.Entry(site.Url("/named"), kind: kind)], retireMissing: true, CancellationToken.None);

    private static async Task<int> EditAsync(AggregatorDb db, DateTimeOffset now)
    {
        var source = await db.Sources.Include(found => found.Poll).SingleAsync();
        (SourceRequest.Of(source) with { Kind = SourceKind.Page }).Apply(source, now);
        return await db.SaveChangesAsync();
    }
}

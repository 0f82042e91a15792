using Aggregator.Reading.Pages;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Sources;

public sealed class SourceSyncTests : IAsyncLifetime
{
    private const string A = "https://a.example/feed", B = "https://b.example/feed", C = "https://c.example/feed";
    private TestBench bench = null!;

    public async Task InitializeAsync() => bench = await TestBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task SourcesAreAddedChangedAndRetiredWithTheFile()
    {
        Assert.Equal(new SyncResult(2, 0, 0, 0), await FileAsync(TestBench.Entry(A, "A"), TestBench.Entry(B, "B")));
        Assert.Equal(new SyncResult(0, 0, 0, 2), await FileAsync(TestBench.Entry(A, "A"), TestBench.Entry(B, "B")));
        Assert.Equal(new SyncResult(1, 1, 1, 0), await FileAsync(TestBench.Entry(A, "A2", "fr"), TestBench.Entry(C, "C")));

        var a = await bench.SourceAsync(A);
        Assert.Equal(("A2", "fr", null), (a.Name, a.Language, a.RetiredAt));
        Assert.NotNull((await bench.SourceAsync(B)).RetiredAt);
        Assert.Equal(bench.Clock.GetUtcNow(), (await bench.SourceAsync(C)).Poll.DueAt);
    }

    [Fact]
    public async Task ASourceThatComesBackIsVisitedAtOnceAndKeepsItsHistory()
    {
        await FileAsync(TestBench.Entry(A), TestBench.Entry(B));
        var id = (await bench.SourceAsync(B)).Id;
        await FileAsync(TestBench.Entry(A));
        bench.Clock.Advance(TimeSpan.FromHours(1));

        await FileAsync(TestBench.Entry(A), TestBench.Entry(B));

        var back = await bench.SourceAsync(B);
        Assert.Equal((id, null, bench.Clock.GetUtcNow()), (back.Id, back.RetiredAt, back.Poll.DueAt));
    }

    [Fact]
    public async Task WhatASourceFileAddsRetiresNothing()
    {
        await FileAsync(TestBench.Entry(A), TestBench.Entry(B));

        Assert.Single((await bench.FollowAsync(C)).Added);

        Assert.Equal(0, await bench.QueryAsync(db => db.Sources.CountAsync(source => source.RetiredAt != null)));
    }

    [Fact]
    public async Task WhatWasAddedByHandOutlivesTheNextStart()
    {
        await bench.FollowAsync(C);

        Assert.Equal(new SyncResult(1, 0, 0, 0), await FileAsync(TestBench.Entry(A)));

        Assert.Null((await bench.SourceAsync(C)).RetiredAt);
    }

    [Fact]
    public async Task AddingAKnownAddressLeavesItAsItIs()
    {
        await FileAsync(TestBench.Entry(A, "A", "fr"));

        await bench.FollowAsync(A);

        Assert.Equal(("A", "fr"), ((await bench.SourceAsync(A)).Name, (await bench.SourceAsync(A)).Language));
        Assert.Equal(1, (await FileAsync(TestBench.Entry(B))).Retired);
    }

    [Fact]
    public async Task WhatAnEditorSetWins()
    {
        await FileAsync(TestBench.Entry(A, "A", "fr"), TestBench.Entry(B, "B"));
        await EditAsync(A, source => (source.Name, source.EditedFields) = ("The editors' A", SourceFields.Name));
        await EditAsync(B, source => (source.RetiredAt, source.EditedFields) = (bench.Clock.GetUtcNow(), SourceFields.Retired));

        await FileAsync(TestBench.Entry(A, "A of the file", "en"), TestBench.Entry(B, "B"));

        var a = await bench.SourceAsync(A);
        Assert.Equal(("The editors' A", "en"), (a.Name, a.Language));
        Assert.NotNull((await bench.SourceAsync(B)).RetiredAt);
    }

    [Fact]
    public async Task HowLongArticlesStayAndHowThePageIsReadComeFromTheFileUnlessItIsSilentOrAnEditorSaidSo()
    {
        var (byFile, byHand) = (new PageRules { List = "article" }, new PageRules { List = "li" });
        var whole = TestBench.Entry(A) with { KeepDays = 30, KeepArticles = 500, Rules = byFile };
        await FileAsync(TestBench.Entry(A), TestBench.Entry(B) with { KeepDays = 0, Rules = byFile });
        await EditAsync(A, source => (source.Poll.BodyHash, source.Poll.DueAt) = (1, bench.Clock.GetUtcNow().AddDays(1)));
        await FileAsync(whole, TestBench.Entry(B));

        var (a, b) = (await bench.SourceAsync(A), await bench.SourceAsync(B));
        Assert.Equal((30, 500, byFile), (a.KeepDays, a.KeepArticles, a.Rules!));
        Assert.Equal(((long?)null, bench.Clock.GetUtcNow()), (a.Poll.BodyHash, a.Poll.DueAt));
        Assert.Equal((0, null, byFile), (b.KeepDays, b.KeepArticles, b.Rules!));

        await EditAsync(A, source => (source.KeepDays, source.Rules, source.EditedFields) = (7, byHand, SourceFields.Keep | SourceFields.Rules));
        await FileAsync(whole, TestBench.Entry(B));

        a = await bench.SourceAsync(A);
        Assert.Equal((7, 500, byHand), (a.KeepDays, a.KeepArticles, a.Rules!));
    }

    [Fact]
    public async Task WhatAnEditorKeepsStaysWhenItVanishesFromTheFile()
    {
        await FileAsync(TestBench.Entry(A), TestBench.Entry(B));
        await EditAsync(A, source => source.EditedFields = SourceFields.Retired);

        Assert.Equal(0, (await FileAsync(TestBench.Entry(B))).Retired);

        Assert.Null((await bench.SourceAsync(A)).RetiredAt);
    }

    [Fact]
    public async Task AFeedThatIsGoneStaysRetiredThoughTheFileNamesIt()
    {
        await FileAsync(TestBench.Entry(A));
        await EditAsync(A, source => (source.RetiredAt, source.Poll.Error) = (bench.Clock.GetUtcNow(), PollError.Gone));

        await FileAsync(TestBench.Entry(A));

        Assert.NotNull((await bench.SourceAsync(A)).RetiredAt);
    }

    [Fact]
    public async Task OneAddressInTwoSpellingsIsOneSourceAndTheNewSpellingIsVisited()
    {
        await FileAsync(TestBench.Entry("http://a.example/feed"));

        Assert.Equal(new SyncResult(0, 1, 0, 0), await FileAsync(TestBench.Entry("https://WWW.a.example/feed/", "http://a.example/feed")));

        var source = await bench.QueryAsync(db => db.Sources.Include(s => s.Poll).SingleAsync());
        Assert.Equal(("https://WWW.a.example/feed/", "www.a.example"), (source.Url, source.Poll.Host));
    }

    private Task<SyncResult> FileAsync(params SourceEntry[] entries) => bench.Get<SourceSync>().FollowAsync(entries, retireMissing: true, CancellationToken.None);

    private Task EditAsync(string url, Action<Source> edit) => bench.WriteAsync(async db =>
    {
        edit(await db.Sources.Include(source => source.Poll).SingleAsync(source => source.Url == url));
        return await db.SaveChangesAsync();
    });
}

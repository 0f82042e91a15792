using Aggregator.Accounts;
using Aggregator.Archive;
using Aggregator.Curation.Candidates;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;
using Aggregator.Scheduling;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Articles over time: what publishers change is kept, what is deleted stays away, what is past its time goes.</summary>
public sealed class RevisionTests : IAsyncLifetime
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
    public async Task AChangedTextIsARevisionAndNoNewArticle(string database)
    {
        await StartAsync(database);
        Show(1, "Titre", Fixtures.Text(1));
        Assert.Equal(0, await RefreshAsync());
        Show(1, "Titre", Fixtures.Text(2));
        Assert.Equal(1, await RefreshAsync());
        Show(1, "Titre corrigé", Fixtures.Text(2));
        Assert.Equal(1, await RefreshAsync());

        var article = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).SingleAsync());
        Assert.Equal(("Titre corrigé", string.Join("\n\n", Fixtures.Paragraphs(2))), (article.Title, article.Text.Text));
        var revisions = await bench.QueryAsync(db => db.ArticleRevisions.OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([("Titre", string.Join("\n\n", Fixtures.Paragraphs(1))), ("Titre", string.Join("\n\n", Fixtures.Paragraphs(2)))], revisions.Select(r => (r.Title, r.Text)));
        Assert.Equal([article.Id], await FindAsync("corrige"));
        Assert.Equal([article.Id], await FindAsync("\"Dossier 2\""));
        Assert.Equal(0, await RefreshAsync());
    }

    [Theory, Databases]
    public async Task AnotherWayToPrintTheSameIsNoChangeToTellOf(string database)
    {
        await StartAsync(database);
        Show(1, "L'été", Fixtures.Text(1));
        await RefreshAsync();
        Show(1, "L’été", $"<div>{Fixtures.Text(1).Replace("<p>", "<br><br>", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal)}</div>");

        Assert.Equal(0, await RefreshAsync());

        Assert.Equal(0, await bench.QueryAsync(db => db.ArticleRevisions.CountAsync()));
        Assert.Equal("L’été", (await bench.QueryAsync(db => db.Articles.SingleAsync())).Title);
    }

    [Theory, Databases]
    public async Task AnotherSourceOfTheSameArticleChangesNothing(string database)
    {
        await StartAsync(database);
        Show(1, "Titre", Fixtures.Text(1));
        await RefreshAsync();
        site.Give("/other", Fixtures.Rss("Autre", Fixtures.Item("Un autre titre", site.Url("/article/1"), "Un extrait.")));
        await bench.FollowAsync(site.Url("/other"));

        await bench.RefreshAsync();
        site.Give("/other", Fixtures.Rss("Autre", Fixtures.Item("Encore un titre", site.Url("/article/1"), "Un autre extrait.")));
        await bench.RefreshAsync();

        Assert.Equal(0, await bench.QueryAsync(db => db.ArticleRevisions.CountAsync()));
        Assert.Equal("Titre", (await bench.QueryAsync(db => db.Articles.SingleAsync())).Title);
    }

    [Theory, Databases]
    public async Task AChangedExcerptHasItsPageReadAgain(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Titre", site.Url("/page"), "Le début…")));
        site.Give("/page", Fixtures.Page(7, "Titre"), "text/html; charset=utf-8");
        await bench.RefreshAsync();
        await bench.ExtractAsync();
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Titre", site.Url("/page"), "Un autre début…")));
        site.Give("/page", Fixtures.Page(8, "Titre"), "text/html; charset=utf-8");

        await bench.RefreshAsync();
        Assert.Equal([true], await bench.ExtractAsync());

        var article = await bench.QueryAsync(db => db.Articles.Include(a => a.Text).SingleAsync());
        Assert.Equal((true, string.Join("\n\n", Fixtures.Paragraphs(8))), (article.IsWhole, article.Text.Text));
        Assert.Equal(string.Join("\n\n", Fixtures.Paragraphs(7)), (await bench.QueryAsync(db => db.ArticleRevisions.SingleAsync())).Text);
    }

    [Theory, Databases]
    public async Task AnArticleThatChangedIsNobodysCopyAnyMore(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Un", site.Url("/article/1"), content: Fixtures.Text(1)), Fixtures.Item("Deux", site.Url("/article/2"), content: Fixtures.Text(1))));
        await bench.RefreshAsync();
        Assert.Equal(1, await bench.QueryAsync(db => db.Copies.CountAsync()));
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Un", site.Url("/article/1"), content: Fixtures.Text(1)), Fixtures.Item("Deux", site.Url("/article/2"), content: Fixtures.Text(3))));

        await bench.RefreshAsync();

        Assert.Equal(0, await bench.QueryAsync(db => db.Copies.CountAsync()));
    }

    [Theory, Databases]
    public async Task ADeletedArticleDoesNotComeBack(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 1, 2));
        await bench.RefreshAsync();
        await bench.Get<SqlStore>().WriteAsync((session, stop) => ArticleRemoval.RunAsync(session, [1], bench.Clock.GetUtcNow(), stop), CancellationToken.None);
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", 1, 2, 3));

        Assert.Equal(1, Assert.Single(await bench.RefreshAsync()).NewArticles);

        Assert.Equal([2, 3], await bench.QueryAsync(db => db.Articles.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()));
        Assert.Equal([3, 2], await FindAsync("dossier"));
        Assert.Empty(await bench.Get<DatabaseUpkeep>().CheckAsync());
    }

    [Theory, Databases]
    public async Task WhatIsPastItsTimeGoesAndWhatEditorsUseStays(string database)
    {
        await StartAsync(database, "Retention:Days=30");
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", Enumerable.Range(1, 130)));
        await bench.RefreshAsync();
        await UseAsync(padded: 7, cited: 9);
        bench.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await bench.Get<Retention>().RunAsync(CancellationToken.None));
        bench.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(128, await bench.Get<Retention>().RunAsync(CancellationToken.None));

        Assert.Equal([7, 9], await bench.QueryAsync(db => db.Articles.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()));
        Assert.Equal(0, Assert.Single(await bench.RefreshAsync()).NewArticles);
        Assert.Equal(0, await bench.Get<Retention>().RunAsync(CancellationToken.None));
    }

    [Theory, Databases]
    public async Task EveryWayInWhichEditorsUseAnArticleKeepsIt(string database)
    {
        await StartAsync(database, "Retention:Days=30");
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", Enumerable.Range(1, 40)));
        await bench.RefreshAsync();
        await UseInEveryWayAsync();
        bench.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(26, await bench.Get<Retention>().RunAsync(CancellationToken.None));

        IReadOnlyList<int> kept = [.. Enumerable.Range(1, 14)];
        Assert.Equal(kept, await bench.QueryAsync(db => db.Articles.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()));
        Assert.Equal(kept, (await bench.QueryAsync(db => KeptArticles.FindAsync(db, CancellationToken.None))).Order());
        Assert.Equal(0, await bench.Get<Retention>().RunAsync(CancellationToken.None));
    }

    [Theory, Databases]
    public async Task AStoryThatEditorsHaveInHandOutlivesItsArticles(string database)
    {
        await StartAsync(database);
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", Enumerable.Range(1, 7)));
        await bench.RefreshAsync();
        await bench.WriteAsync(async db =>
        {
            var now = bench.Clock.GetUtcNow();
            db.AddRange(Enumerable.Range(1, 7).Select(id => new Story { Id = id, Headline = "Sujet", Articles = 1, PinnedAt = id == 2 ? now : null, DismissedAt = id == 6 ? now : null }));
            db.AddRange(Enumerable.Range(1, 7).Select(id => new StoryMember { ArticleId = id, StoryId = id, IsFixed = id == 3 }));
            db.Add(new StoryMove { StoryId = 4, Kind = StoryMoveKind.Merge, At = now, Before = "[]" });
            db.Add(new StoryMove { StoryId = 5, Kind = StoryMoveKind.Merge, At = now, UndoneAt = now, Before = "[]" });
            db.Add(new StoryMove { StoryId = 6, Kind = StoryMoveKind.Dismiss, At = now, Before = "[]" });
            var issue = Draft(new() { PublicId = Guid.CreateVersion7(), Title = "Une", PadStories = [new() { StoryId = 1, AddedAt = now }] });
            db.Add(issue);
            return await db.SaveChangesAsync();
        });

        await bench.Get<SqlStore>().WriteAsync((session, stop) => ArticleRemoval.RunAsync(session, [.. Enumerable.Range(1, 7)], bench.Clock.GetUtcNow(), stop), CancellationToken.None);

        Assert.Equal([(1, 0), (2, 0), (3, 0), (4, 0)], (await bench.QueryAsync(db => db.Stories.OrderBy(s => s.Id).Select(s => new { s.Id, s.Articles }).ToListAsync())).Select(s => (s.Id, s.Articles)));
        Assert.Equal(1, await bench.QueryAsync(db => db.PadStories.CountAsync()));
    }

    [Theory, Databases]
    public async Task ASourceKeepsItsLatest(string database)
    {
        await StartAsync(database, "Retention:Articles=1000");
        site.Give("/feed", Fixtures.WholeFeed(site, "Revue", Enumerable.Range(1, 120)));
        await bench.RefreshAsync();
        await bench.WriteAsync(db => db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.KeepArticles, 5)));

        Assert.Equal(115, await bench.Get<Retention>().RunAsync(CancellationToken.None));

        Assert.Equal([116, 117, 118, 119, 120], await bench.QueryAsync(db => db.Articles.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()));
    }

    [Fact]
    public async Task ThePlainRowsKnowEveryColumn()
    {
        bench = await TestBench.StartAsync();
        await using var db = bench.OpenDb();
        string[] ColumnsOf(Type type) => [.. db.Model.FindEntityType(type)!.GetProperties().Select(property => property.GetColumnName()).Order(StringComparer.Ordinal)];

        Assert.Equal(ColumnsOf(typeof(Aggregator.Sources.SourcePoll)), Aggregator.Sources.SourcePollRows.Columns.Order(StringComparer.Ordinal));
        Assert.Equal(ColumnsOf(typeof(Article)), ArticleRows.Columns.Order(StringComparer.Ordinal));
        Assert.Equal(ColumnsOf(typeof(ArticleText)), ArticleRows.TextColumns.Order(StringComparer.Ordinal));
    }

    private async Task StartAsync(string database, params string[] set)
    {
        bench = await TestBench.StartAsync([.. Databases.Settings(database), .. set]);
        await bench.FollowAsync(site.Url("/feed"));
    }

    private void Show(int number, string title, string text) =>
        site.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item(title, site.Url($"/article/{number}"), content: text)));

    /// <returns>Articles that were changed.</returns>
    private async Task<int> RefreshAsync() => Assert.Single(await bench.RefreshAsync()).ChangedArticles;

    private Task UseAsync(int padded, int cited) => bench.WriteAsync(async db =>
    {
        var now = bench.Clock.GetUtcNow();
        db.Add(Draft(new() { PublicId = Guid.CreateVersion7(), Title = "Une", Blocks = [Quotation.Of("fr", "Selon nos sources", cited, "Revue")], Pad = [new() { ArticleId = padded, AddedAt = now }] }));
        return await db.SaveChangesAsync();
    });

    /// <summary>Articles 1 to 14, each in another way; 15 and 16 are only seen and once starred.</summary>
    private Task UseInEveryWayAsync() => bench.WriteAsync(async db =>
    {
        var now = bench.Clock.GetUtcNow();
        var account = new Account { UserName = "camille", NormalizedUserName = "CAMILLE", Email = "camille@revue.example", NormalizedEmail = "CAMILLE@REVUE.EXAMPLE", Name = "Camille" };
        var issue = Draft(new()
        {
            PublicId = Guid.CreateVersion7(), Title = "Une", Blocks = [Quotation.Of("fr", "Selon nos sources", 1, "Revue")], SignOff = [new("Repéré sur Revue", new(MarkKind.Credit, 2))],
            Pad = [new() { ArticleId = 3, AddedAt = now }],
        });
        db.AddRange(account, issue, new Story { Id = 4, Headline = "Dans un carnet" }, new Story { Id = 6, Headline = "Retenu" });
        await db.SaveChangesAsync();
        db.AddRange(new StoryMember { ArticleId = 4, StoryId = 4 }, new StoryMember { ArticleId = 5, StoryId = 4 }, new StoryMember { ArticleId = 6, StoryId = 6 });
        db.Add(new PadStory { SectionId = issue.Sections[0].Id, StoryId = 4, AddedAt = now });
        db.AddRange(
            new CandidateNote { PublicationId = issue.PublicationId, Kind = CandidateKind.Story, TargetId = 6, TakenById = account.Id },
            new CandidateNote { PublicationId = issue.PublicationId, Kind = CandidateKind.Find, TargetId = 7, CarriedAt = now },
            new CandidateNote { PublicationId = issue.PublicationId, Kind = CandidateKind.Find, TargetId = 16, DismissedAt = now });
        db.Add(new Clip { ArticleId = 8, ClippedBy = "Camille", At = now });
        db.Add(new ArticleNote { ArticleId = 9, AccountId = account.Id, At = now, Text = "À vérifier" });
        db.AddRange(new ArticleDesk { ArticleId = 10, Tags = ["procès"] }, new ArticleDesk { ArticleId = 11, EmbargoUntil = now }, new ArticleDesk { ArticleId = 16 });
        db.AddRange(new ArticleGlance { ArticleId = 12, AccountId = account.Id, IsStarred = true }, new ArticleGlance { ArticleId = 15, AccountId = account.Id, SeenAt = now });
        var was = new SectionSnapshot("Une", null, null, [Quotation.Of("fr", "Avant", 13, "Revue")], []);
        db.Add(new Revision { IssueId = issue.Id, SectionId = issue.Sections[0].PublicId, Version = 1, At = now, Content = ColumnJson.Write(was) });
        db.Add(new Revision { IssueId = issue.Id, Version = 1, At = now, Content = ColumnJson.Write(IssueSnapshot.Of(issue)) });
        var approved = new ApprovedWords(IssueSnapshot.Of(issue), [new(issue.Sections[0].PublicId, was with { Blocks = [], SignOff = [new("Repéré sur Revue", new(MarkKind.Credit, 14))] })]);
        db.Add(new Transition { IssueId = issue.Id, Verb = "approve", At = now, Content = ColumnJson.Write(approved) });
        return await db.SaveChangesAsync();
    });

    private Issue Draft(Section section)
    {
        var now = bench.Clock.GetUtcNow();
        return new()
        {
            PublicId = Guid.CreateVersion7(), Number = 1, Title = "Numéro", DatedAt = now, MadeAt = now,
            Publication = new() { PublicId = Guid.CreateVersion7(), Title = "Revue", Language = "fr", TimeZone = "Europe/Paris", SenderName = "Revue", SenderAddress = "revue@revue.example" },
            Sections = [section],
        };
    }

    private Task<List<int>> FindAsync(string query) => bench.QueryAsync(async db =>
        (await ArticleSearch.FindAsync(await db.SessionAsync(CancellationToken.None), query, bench.Clock.GetUtcNow(), CancellationToken.None)).Ids.ToList());
}

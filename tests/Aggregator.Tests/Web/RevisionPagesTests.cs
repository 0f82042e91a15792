using System.Net;
using Aggregator.Tests.Bench;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>What a publisher changed, on the page; and an article that an editor deletes.</summary>
public sealed class RevisionPagesTests : IAsyncLifetime
{
    private TestSite press = null!;
    private DeskSite site = null!;
    private Browsing editor = null!;

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync();
        // Simple markup with hostile attributes: it is stored as it came.
        Give("Titre", $"{Fixtures.Text(1)}<p onclick=\"alert(1)\" style=\"x:y\">Un <a href=\"javascript:alert(2)\">piège</a>, <a href=\"/suite\">suite</a>.<img src=\"https://t.example/p.gif\" onerror=\"alert(3)\" alt=\"Graphique\"></p>");
        site = await DeskSite.StartAsync(press.Url("/feed"));
        await Eventually.TrueAsync(() => site.QueryAsync(db => db.Articles.AnyAsync()), "the first visit");
        editor = await site.SignUpAsync();
    }

    public async Task DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
        await press.DisposeAsync();
    }

    [Fact]
    public async Task WhatIsStoredAsItCameIsShownClean()
    {
        var page = await editor.PageAsync("/articles/1");

        var body = page.QuerySelector(".article-body")!;
        Assert.DoesNotContain(body.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style");
        // Pictures come through the proxy alone.
        Assert.All(body.QuerySelectorAll("img"), picture => Assert.StartsWith("/image/", picture.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Contains(press.Url("/suite"), body.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("javascript:", body.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangeIsShownWordByWord()
    {
        Assert.Null((await editor.PageAsync("/articles/1")).QuerySelector("a[href='/articles/1/revisions']"));
        Give("Titre corrigé", Fixtures.Text(1).Replace("Selon nos sources", "Selon nos <i>propres</i> sources", StringComparison.Ordinal) + "<p>Un piège, suite.</p>");
        await VisitAsync();
        await Eventually.TrueAsync(() => site.QueryAsync(db => db.ArticleRevisions.AnyAsync()), "the revision");

        Assert.Equal("Changed once by its publisher: see what", (await editor.PageAsync("/articles/1")).QuerySelector("a[href='/articles/1/revisions']")!.TextContent);
        var page = await editor.PageAsync("/articles/1/revisions");

        Assert.Equal("corrigé", page.QuerySelector(".revision-title ins")!.TextContent.Trim());
        Assert.Contains("propres", page.QuerySelectorAll(".revision-text ins").Select(part => part.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll(".revision-title del"));
    }

    [Fact]
    public async Task DeletingIsOfferedToWhoMayDelete()
    {
        Assert.NotNull((await editor.PageAsync("/articles/1")).QuerySelector("a[href='/articles/1/delete']"));
        using var contributor = await site.SignInAsync(Aggregator.Accounts.AccountRole.Contributor);
        Assert.Null((await contributor.PageAsync("/articles/1")).QuerySelector("a[href='/articles/1/delete']"));
    }

    [Fact]
    public async Task ADeletedArticleIsGoneAndStaysGone()
    {
        Assert.Contains("will not come back", (await editor.PageAsync("/articles/1/delete")).Body!.TextContent, StringComparison.Ordinal);

        using var gone = await editor.SubmitAsync("/articles/1/delete", "/articles/1/delete");
        Assert.Equal((HttpStatusCode.Redirect, "/desk"), (gone.StatusCode, gone.Headers.Location?.ToString()));

        using var missing = await editor.GetAsync("/articles/1");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Give("Encore", Fixtures.Text(1));
        await VisitAsync();
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Polls.CountAsync() >= 2), "the second visit");
        Assert.Equal(0, await site.QueryAsync(db => db.Articles.CountAsync()));
    }

    private Task VisitAsync() => site.QueryAsync(db => db.WriteAsync(
        stop => db.SourcePolls.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, DateTimeOffset.UnixEpoch), stop), CancellationToken.None));

    private void Give(string title, string content) => press.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item(title, press.Url("/a/1"), content: content)));
}

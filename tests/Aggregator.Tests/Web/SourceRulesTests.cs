using System.Net;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>The page on which a person corrects how a source's page is read, without any script.</summary>
public sealed class SourceRulesTests : IAsyncLifetime
{
    private TestSite press = null!;
    private DeskSite site = null!;
    private Browsing editor = null!;

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync();
        press.Give("/page", """
            <!doctype html><html lang="fr"><body><div class="x"><b class="t">Le premier billet du jour</b> <a href="/un">voir</a></div>
            <div class="x"><b class="t">Le second billet du jour</b> <a href="/deux">voir</a></div><script>alert(1)</script></body></html>
            """, "text/html; charset=utf-8");
        site = await DeskSite.StartAsync(press.Url("/page"));
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Polls.AnyAsync()), "the first visit");
        editor = await site.SignUpAsync();
    }

    public async Task DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
        await press.DisposeAsync();
    }

    [Fact]
    public async Task RulesAreTriedThenSavedAndThePageIsReadAgain()
    {
        var address = await RulesAddressAsync();
        (string, string)[] rules = [("list", "div.x"), ("title", ".t"), ("link", "a")];

        using var answer = await editor.SubmitAsync(address, address, [("act", "preview"), .. rules]);
        var tried = await Browsing.PageOf(answer);
        Assert.Equal(["Le premier billet du jour", "Le second billet du jour"], tried.QuerySelectorAll(".rules-preview li > b").Select(title => title.TextContent));
        Assert.Equal("div.x", tried.QuerySelector("input[name=list]")!.GetAttribute("value"));
        Assert.Equal(0, await site.QueryAsync(db => db.Sources.CountAsync(source => source.Rules != null)));

        using var saved = await editor.SubmitAsync(address, address, [("act", "save"), .. rules]);
        Assert.Equal((HttpStatusCode.Redirect, address + "?saved=true"), (saved.StatusCode, saved.Headers.Location?.ToString()));
        Assert.NotNull((await editor.PageAsync(address + "?saved=true")).QuerySelector("[role=status]"));
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Articles.CountAsync() == 2), "the page to be read by its rules");
    }

    [Fact]
    public async Task NewRulesAreAppliedToTheArticlesPagesAndTheOldTextIsKept()
    {
        var address = await RulesAddressAsync();
        foreach (var path in new[] { "/un", "/deux" }) press.Give(path, Fixtures.Page(1, "Le billet").Replace("<article>", "<article><div class=\"texte-promo\">" + Fixtures.Text(9) + "</div>", StringComparison.Ordinal), "text/html; charset=utf-8");
        using var first = await editor.SubmitAsync(address, address, ("act", "save"), ("list", "div.x"), ("title", ".t"), ("link", "a"));
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Articles.CountAsync(article => article.IsWhole && article.Text.Text.Contains("Dossier 9")) == 2), "both pages to be read");

        using var second = await editor.SubmitAsync(address, address, ("act", "save"), ("list", "div.x"), ("title", ".t"), ("link", "a"), ("remove", ".texte-promo"));

        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Articles.CountAsync(article => article.IsWhole && article.Text.Text.Contains("Dossier 1") && !article.Text.Text.Contains("Dossier 9")) == 2), "both pages to be read again");
        Assert.Equal(2, await site.QueryAsync(db => db.Set<Aggregator.Archive.ArticleRevision>().CountAsync(revision => revision.Text.Contains("Dossier 9"))));
    }

    [Fact]
    public async Task WhatIsNoSelectorIsNamedWhereItStands()
    {
        var address = await RulesAddressAsync();

        using var answer = await editor.SubmitAsync(address, address, ("act", "save"), ("list", "div >"), ("remove", ".ad"));
        var refused = await Browsing.PageOf(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", refused.QuerySelector("input[name=list]")!.GetAttribute("aria-invalid"));
        Assert.Null(refused.QuerySelector("input[name=remove]")!.GetAttribute("aria-invalid"));
        Assert.Equal(0, await site.QueryAsync(db => db.Sources.CountAsync(source => source.Rules != null)));
    }

    private async Task<string> RulesAddressAsync()
    {
        var source = await site.QueryAsync(db => db.Sources.Select(found => found.Id).SingleAsync());
        return (await editor.PageAsync($"/sources/{source}")).QuerySelector("a[href$='/rules']")!.GetAttribute("href")!;
    }
}

using System.Net;
using Aggregator.Accounts;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>Adding a source on the desk: paste, see, follow. No script takes part.</summary>
public sealed class AddSourceTests : IAsyncLifetime
{
    private TestSite press = null!;
    private DeskSite site = null!;
    private Browsing editor = null!;

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync(hosts: 2);
        press.Give("/followed", Fixtures.Rss("Suivie", Fixtures.Item("Article", press.Url("/a/0"))));
        press.Give("/feed", Fixtures.Rss("La <b>Gazette</b> & cie", Enumerable.Range(1, 12).Select(n => Fixtures.Item($"Article <{n}>", press.Url($"/a/{n}", 1)))));
        press.Give("/", $"""<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/followed"><p>Bonjour""", "text/html");
        press.Give("/plain", "<html><p>Bonjour", "text/html");
        site = await DeskSite.StartAsync(press.Url("/followed"));
        editor = await site.SignUpAsync();
    }

    public async Task DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
        await press.DisposeAsync();
    }

    [Fact]
    public async Task APastedAddressShowsTenEntriesOfEachFeedAndOneClickFollows()
    {
        var paste = (await editor.PageAsync("/sources")).QuerySelector("form[action='/sources/add'] input[name=address]");
        Assert.NotNull(paste);

        var page = await editor.PageAsync(Looking(press.Url("/")));
        var found = page.QuerySelectorAll(".is-found");
        Assert.Equal(["La Gazette & cie", "Suivie"], found.Select(feed => feed.QuerySelector("h2")!.TextContent));
        Assert.Equal(["Article <1>", "Article <2>"], found[0].QuerySelectorAll("li a").Take(2).Select(link => link.TextContent));
        Assert.Equal(10, found[0].QuerySelectorAll("li").Length);
        Assert.Contains("Followed already", found[1].TextContent, StringComparison.Ordinal);
        Assert.Null(found[1].QuerySelector("form"));

        using var followed = await editor.SubmitAsync(Looking(press.Url("/")), "/sources/add", ("name", "Gazette"), ("topics", "presse, Nord,, presse"));
        Assert.Equal(HttpStatusCode.Redirect, followed.StatusCode);
        var source = await site.QueryAsync(db => db.Sources.SingleAsync(s => s.Name == "Gazette"));
        Assert.Equal((press.Url("/feed"), "fr", false), (source.Url, source.Language, source.FromFile));
        Assert.Equal(["presse", "Nord"], source.Topics);
        var list = await editor.PageAsync(followed.Headers.Location!.ToString());
        Assert.Contains("“Gazette” is followed", list.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => site.QueryAsync(db => db.Articles.AnyAsync(article => article.SourceId == source.Id)), "the first visit");
    }

    [Fact]
    public async Task ARetiredSourceIsFollowedAgainAndAnyOtherStaysOne()
    {
        await site.QueryAsync(db => db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.RetiredAt, DateTimeOffset.UnixEpoch)));

        using var again = await editor.SubmitAsync(Looking(press.Url("/followed")), "/sources/add");
        var source = await site.QueryAsync(db => db.Sources.SingleAsync());
        Assert.Equal((null, true), (source.RetiredAt, source.EditedFields.HasFlag(SourceFields.Retired)));
        Assert.Equal($"/sources?known={source.Id}", again.Headers.Location!.ToString());

        // Chosen as a page now: it is followed as one.
        await site.QueryAsync(db => db.Sources.ExecuteUpdateAsync(set => set.SetProperty(one => one.RetiredAt, DateTimeOffset.UnixEpoch)));
        using var asPage = await editor.SubmitAsync(Looking(press.Url("/followed")), "/sources/add", ("kind", "page"));
        Assert.Equal(SourceKind.Page, (await site.QueryAsync(db => db.Sources.SingleAsync(one => one.Id == source.Id))).Kind);
    }

    [Fact]
    public async Task AnAddressThatASourceHasMovedAwayFromMeansThatSource()
    {
        var old = Aggregator.Reading.Urls.UrlKey.Of(press.Url("/feed"));
        await site.QueryAsync(async db =>
        {
            (await db.Sources.SingleAsync()).FormerKeys = [old];
            return await db.SaveChangesAsync();
        });
        var id = await site.QueryAsync(db => db.Sources.Select(source => source.Id).SingleAsync());

        var page = await editor.PageAsync(Looking(press.Url("/feed")));
        Assert.Contains("Followed already", page.QuerySelector(".is-found")!.TextContent, StringComparison.Ordinal);
        press.Give("/other", Fixtures.Rss("Une autre", Fixtures.Item("Article", press.Url("/a/9"))));
        var hidden = (await editor.PageAsync(Looking(press.Url("/other")))).QuerySelector("form[method=post][action='/sources/add'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var known = await editor.PostAsync("/sources/add", ("__RequestVerificationToken", hidden), ("url", press.Url("/feed")));
        Assert.Equal((HttpStatusCode.Redirect, $"/sources?known={id}"), (known.StatusCode, known.Headers.Location?.ToString()));
        Assert.Equal(1, await site.QueryAsync(db => db.Sources.CountAsync()));
    }

    [Fact]
    public async Task APageWithoutAFeedIsFollowedAsAPage()
    {
        press.Give("/actus", $"<!doctype html><html lang=\"fr\"><head><title>Actus</title></head><body><main><h1>Actus</h1>{string.Concat(Enumerable.Range(1, 12).Select(n => $"<article><h2><a href=\"/billet/{n}\">Le billet numéro {n} de la série</a></h2><div>{Fixtures.Text(n)}</div></article>"))}</main></body></html>", "text/html; charset=utf-8");

        var found = (await editor.PageAsync(Looking(press.Url("/actus")))).QuerySelector(".is-found")!;
        Assert.Equal(10, found.QuerySelectorAll("li").Length);
        Assert.Contains("Page without a feed", found.TextContent, StringComparison.Ordinal);
        Assert.Equal("Follow this page", found.QuerySelector("button")!.TextContent);

        using var followed = await editor.SubmitAsync(Looking(press.Url("/actus")), "/sources/add", ("name", "Actus"));
        Assert.Equal(SourceKind.Page, await site.QueryAsync(db => db.Sources.Where(source => source.Name == "Actus").Select(source => source.Kind).SingleAsync()));
    }

    [Theory]
    [InlineData("lemonde", "not an http or https address")]
    [InlineData("http://nobody.invalid/", "No server has the name nobody.invalid")]
    [InlineData("http://10.0.0.7/feed", "private address")]
    [InlineData("{press}/plain", "No feed was found here")]
    [InlineData("{press}/nothing", "404")]
    public async Task WhatCannotBeFollowedIsSaidInWords(string address, string words)
    {
        var page = await editor.PageAsync(Looking(address.Replace("{press}", press.Url(""), StringComparison.Ordinal)), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(words, page.QuerySelector("[role=status] .problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address.Replace("{press}", press.Url(""), StringComparison.Ordinal), page.QuerySelector("input[name=address]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task OnlyWhoMayFollowCanFollow()
    {
        await site.QueryAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.Role, AccountRole.Editor)));
        using var lowered = site.Browse();
        using (await lowered.SubmitAsync("/sign-in", "/sign-in", ("mail", DeskSite.Mail), ("password", DeskSite.Password)))
        {
            var page = await lowered.PageAsync(Looking(press.Url("/feed")));
            Assert.Contains("Only administrators may follow", page.QuerySelector(".is-found")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("form[method=post][action='/sources/add']"));
        }

        // The form of before, in another window.
        using var refused = await lowered.PostAsync("/sources/add", ("url", press.Url("/feed")));
        Assert.Equal(1, await site.QueryAsync(db => db.Sources.CountAsync()));
        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://me:secret@press.example/")]
    public async Task AForgedAddressIsRefused(string url)
    {
        var hidden = (await editor.PageAsync(Looking(press.Url("/feed")))).QuerySelector("form[method=post][action='/sources/add'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var refused = await editor.PostAsync("/sources/add", ("__RequestVerificationToken", hidden), ("url", url));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static string Looking(string address) => $"/sources/add?address={Uri.EscapeDataString(address)}";
}

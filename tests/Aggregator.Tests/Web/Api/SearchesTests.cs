using System.Xml.Linq;
using Aggregator.Sending;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>A search that is kept: on the desk, through the API, as a feed, and as a mail when there is something new.</summary>
public sealed class SearchesTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private TestSite press = null!;
    private ApiDesk desk = null!;

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync();
        press.Give("/feed", Fixtures.WholeFeed(press, "Revue", 1, 2));
        desk = await ApiDesk.StartAsync(press.Url("/feed"));
        await Eventually.TrueAsync(() => desk.Site.QueryAsync(async db => await db.Articles.CountAsync() == 2), "the first articles");
    }

    public async Task DisposeAsync()
    {
        await desk.DisposeAsync();
        await press.DisposeAsync();
    }

    [Fact]
    public async Task ASearchIsKeptReadAsAFeedAndLetGo()
    {
        var kept = (await desk.Editor.PostAsync("/searches", new { query = "\"Dossier 2\"", isAlert = false })).Is(201);
        Assert.Equal("\"Dossier 2\"", kept.Of("name"));
        Assert.Single((await desk.Editor.GetAsync("/searches")).Is(200).Json.GetProperty("items").EnumerateArray());
        Assert.Empty((await desk.Contributor.GetAsync("/searches")).Is(200).Json.GetProperty("items").EnumerateArray());

        var path = new Uri(kept.Json.GetProperty("feed").GetString()!).AbsolutePath;
        var feed = XDocument.Parse((await desk.Nobody.GetAsync($"/{path}")).Is(200).Text);
        var entry = Assert.Single(feed.Root!.Elements(Atom + "entry"));
        Assert.Equal(press.Url("/article/2"), entry.Element(Atom + "link")!.Attribute("href")!.Value);
        (await desk.Nobody.GetAsync("//searches/x.atom")).Is(404);

        var id = kept.Json.GetProperty("id").GetInt32();
        (await desk.Contributor.SendAsync("DELETE", $"/searches/{id}")).Is(404);
        (await desk.Editor.SendAsync("DELETE", $"/searches/{id}")).Is(204);
        (await desk.Nobody.GetAsync($"/{path}")).Is(404);
    }

    [Theory]
    [InlineData("", null, "query")]
    [InlineData("\"jamais fermée", null, "query")]
    [InlineData("mots", "n", "name")]
    public async Task WhatCannotBeKeptIsSaid(string query, string? name, string field) =>
        (await desk.Editor.PostAsync("/searches", new { query, name = name is null ? null : new string('n', 101) })).IsProblem(422, field);

    [Fact]
    public async Task OneMailADayTellsWhatIsNew()
    {
        (await desk.Editor.PostAsync("/searches", new { query = "Dossier", name = "Les dossiers", isAlert = true })).Is(201);
        (await desk.Editor.PostAsync("/searches", new { query = "Dossier", name = "Sans courriel" })).Is(201);
        var mail = desk.Site.Get<SearchMail>();
        Assert.Equal(0, await mail.RunAsync(CancellationToken.None));

        press.Give("/feed", Fixtures.WholeFeed(press, "Revue", 1, 2, 3));
        await desk.Site.QueryAsync(db => db.SourcePolls.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, DateTimeOffset.UnixEpoch).SetProperty(row => row.NotBefore, (DateTimeOffset?)null)));
        await Eventually.TrueAsync(() => desk.Site.QueryAsync(async db => await db.Articles.CountAsync() == 3), "the third article");

        Assert.Equal(1, await mail.RunAsync(CancellationToken.None));
        Assert.Equal(0, await mail.RunAsync(CancellationToken.None));
        var said = File.ReadAllText(Assert.Single(Directory.GetFiles(desk.Site.Outbox, "*.eml")));
        Assert.Contains("Les_dossiers", said, StringComparison.Ordinal);
        Assert.Contains("Article 3", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Article 2", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDeskKeepsItByAForm()
    {
        using var editor = await desk.Site.SignInAsync(Accounts.AccountRole.Editor);
        using var saved = await editor.SubmitAsync("/desk?q=Dossier", "/searches", ("name", "Mes dossiers"));
        Assert.Equal("/desk?q=Dossier", saved.Headers.Location!.ToString());
        var page = await editor.PageAsync("/desk?q=Dossier");
        Assert.Contains(page.QuerySelectorAll("a.filter"), link => link.TextContent.Contains("Mes dossiers", StringComparison.Ordinal));
        var drop = page.QuerySelectorAll("form").Select(form => form.GetAttribute("action")).Single(action => action?.EndsWith("/drop", StringComparison.Ordinal) == true)!;
        using var gone = await editor.SubmitAsync("/desk?q=Dossier", drop);
        Assert.Empty(await desk.Site.QueryAsync(db => db.SavedSearches.ToListAsync()));
    }
}

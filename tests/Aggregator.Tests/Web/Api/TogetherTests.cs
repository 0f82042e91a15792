using System.Text.Json;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>Several people on one issue: merges, presence, guests.</summary>
public sealed class TogetherTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task AStaleSaveOfOtherParagraphsGetsAMergeToSendAsItIs()
    {
        var (section, tag) = await SectionAsync("Un.", "Deux.", "Trois.");
        (await fixture.Editor.PutAsync(section, Words("Titre", "Un.", "Deux.", "Trois, changé."), tag)).Is(200);

        var stale = await fixture.Contributor.PutAsync(section, Words("Titre", "Un, changé aussi.", "Deux.", "Trois."), tag);
        stale.IsProblem(412, "current");
        var merge = stale.Json.GetProperty("merge");
        Assert.Equal(["Un, changé aussi.", "Deux.", "Trois, changé."], Paragraphs(merge));
        Assert.Equal("Trois, changé.", Paragraphs(stale.Json.GetProperty("current"))[2]);
        var saved = (await fixture.Contributor.PutAsync(section, merge.GetRawText(), stale.ETag)).Is(200);
        Assert.Equal(["Un, changé aussi.", "Deux.", "Trois, changé."], Paragraphs(saved.Json));
    }

    [Fact]
    public async Task AStaleSaveOfTheSameParagraphNamesIt()
    {
        var (section, tag) = await SectionAsync("Un.", "Deux.");
        (await fixture.Editor.PutAsync(section, Words("Autre titre", "Un.", "Deux, dit Claire."), tag)).Is(200);

        var stale = await fixture.Contributor.PutAsync(section, Words("Mon titre", "Un.", "Deux, dit Paul."), tag);

        stale.IsProblem(412, "current");
        Assert.False(stale.Json.TryGetProperty("merge", out _));
        Assert.Equal(["title", "blocks[1]"], stale.Json.GetProperty("collisions").EnumerateArray().Select(item => item.GetString()!));
    }

    [Fact]
    public async Task AVersionSeenBetweenTwoAutosavesStillMerges()
    {
        var (section, tag) = await SectionAsync("Un.", "Deux.");
        var seen = (await fixture.Editor.PutAsync(section + "?autosave=true", Words("Titre", "Un, ou.", "Deux."), tag)).Is(200).ETag;
        var last = (await fixture.Editor.PutAsync(section + "?autosave=true", Words("Titre", "Un, ou bien.", "Deux."), seen)).Is(200).ETag;

        var stale = await fixture.Contributor.PutAsync(section, Words("Titre", "Un, ou.", "Deux et demi."), seen);

        Assert.Equal(["Un, ou bien.", "Deux et demi."], Paragraphs(stale.IsProblem(412, "current").Json.GetProperty("merge")));
        Assert.Equal(last, stale.ETag);
    }

    [Fact]
    public async Task AnIssuesOwnFieldsAreMergedToo()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        (await fixture.Editor.PutAsync($"/issues/{draft.Id}", new { title = "La semaine", intro = "Autre début.", bylines = new[] { "Claire Martin" } }, draft.ETag)).Is(200);

        var stale = await fixture.Publisher.PutAsync($"/issues/{draft.Id}", new { title = "Mon titre", intro = "Ce qu’il fallait lire.", closing = "À vendredi.", bylines = new[] { "Claire Martin" } }, draft.ETag);

        var merge = stale.IsProblem(412, "current").Json.GetProperty("merge");
        Assert.Equal(("Mon titre", "Autre début.", "À vendredi."), (merge.GetProperty("title").GetString(), merge.GetProperty("intro").GetString(), merge.GetProperty("closing").GetString()));
        (await fixture.Publisher.PutAsync($"/issues/{draft.Id}", merge.GetRawText(), stale.ETag)).Is(200);
    }

    [Fact]
    public async Task PresenceTellsWhoIsWhereAndWhatWasSaved()
    {
        var (section, tag) = await SectionAsync("Un.");
        var id = section.Split('/')[^1];
        var issue = (await fixture.Site.QueryAsync(db => db.Issues.Where(row => row.Sections.Any(s => s.PublicId == new Guid(id))).Select(row => row.PublicId).SingleAsync())).ToString();
        (await fixture.Editor.GetAsync($"/issues/{Guid.Empty}/presence")).Is(404);
        using (var claire = await fixture.Editor.ListenAsync($"/issues/{issue}/presence"))
        {
            var first = await claire.NextAsync(_ => true);
            Assert.Equal(["Editor"], Names(first));
            using var paul = await fixture.Contributor.ListenAsync($"/issues/{issue}/presence?section={id}");
            var both = await claire.NextAsync(now => Names(now).Count == 2);
            Assert.Equal(id, both.GetProperty("people").EnumerateArray().Single(person => person.GetProperty("name").GetString() == "Contributor").GetProperty("section").GetString());

            (await fixture.Editor.PutAsync($"/issues/{issue}/presence/{first.GetProperty("window")}", new { section = Guid.NewGuid() })).IsFault("section", "no such");
            (await fixture.Contributor.PutAsync($"/issues/{issue}/presence/{first.GetProperty("window")}", new { section = id })).Is(404);
            (await fixture.Editor.PutAsync($"/issues/{issue}/presence/{first.GetProperty("window")}", new { section = id })).Is(204);
            await claire.NextAsync(now => now.GetProperty("people").EnumerateArray().All(person => person.TryGetProperty("section", out _)));

            var saved = (await fixture.Contributor.PutAsync(section, Words("Titre", "Un, et demi."), tag)).Is(200);
            var news = await claire.NextAsync(now => now.GetProperty("sections")[0].GetProperty("eTag").GetString() == saved.ETag);
            Assert.Equal("Contributor", news.GetProperty("sections")[0].GetProperty("by").GetString());
            paul.Dispose();
            await claire.NextAsync(now => Names(now).Count == 1);
        }

        await Eventually.TrueAsync(() => fixture.Site.QueryAsync(async db => !await db.Presences.AnyAsync()), "everybody gone");
        Assert.False(await fixture.Site.QueryAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action.Contains("presence"))));
    }

    [Fact]
    public async Task AGuestReadsOneDraftAndCommentsUntilTheLinkEnds()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync(), "Confidentiel pour Ana")).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Marseille", 1), draft.ETag)).Is(201);
        (await fixture.Editor.PostAsync($"/issues/{draft.Id}/guests", new { name = " " })).IsFault("name", "name");
        (await fixture.Editor.PostAsync($"/issues/{draft.Id}/guests", new { name = "Ana", days = 31 })).IsFault("days", "30");
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/guests", new { name = "Ana" })).Is(403);
        var link = (await fixture.Editor.PostAsync($"/issues/{draft.Id}/guests", new { name = "Ana Silva", days = 2 })).Is(201);
        var token = link.Of("url").Split('/')[^1];
        Assert.False((await fixture.Editor.GetAsync($"/issues/{draft.Id}/guests")).Json.GetProperty("items")[0].TryGetProperty("url", out _));

        using var guest = fixture.Site.Browse();
        var page = await guest.PageAsync($"/guest/{token}");
        Assert.Contains("demandent des comptes", page.Body!.TextContent, StringComparison.Ordinal);
        using (var said = await guest.SubmitAsync($"/guest/{token}", $"/guest/{token}/comments", ("text", "Qui parle ?"), ("words", "demandent des comptes"), ("section", page.QuerySelectorAll("#section option")[1].GetAttribute("value")!)))
            Assert.Equal($"/guest/{token}#comments", said.Headers.Location!.ToString());
        using (var whole = await guest.SubmitAsync($"/guest/{token}", $"/guest/{token}/comments", ("text", "Beau numéro."), ("words", ""), ("section", "")))
            Assert.Equal($"/guest/{token}#comments", whole.Headers.Location?.ToString());
        var comment = (await fixture.Editor.GetAsync($"/issues/{draft.Id}/comments")).Json.GetProperty("items")[0];
        Assert.Equal(("Ana Silva", "Qui parle ?", false), (comment.GetProperty("guest").GetString(), comment.GetProperty("text").GetString(), comment.TryGetProperty("account", out _)));
        Assert.DoesNotContain(token, string.Concat(await fixture.Site.QueryAsync(db => db.AuditEntries.Select(entry => entry.Subject).ToListAsync())), StringComparison.Ordinal);

        (await fixture.Editor.SendAsync("DELETE", $"/issues/{draft.Id}/guests/{link.Id}")).Is(204);
        Assert.Contains("opens nothing", (await guest.PageAsync($"/guest/{token}", System.Net.HttpStatusCode.Gone)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGuestsLinkEndsWithItsTimeAndWithTheDraft()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Marseille", 1), draft.ETag)).Is(201);
        var (late, now) = (await TokenAsync(draft.Id), await TokenAsync(draft.Id));
        await fixture.Site.QueryAsync(db => db.GuestLinks.OrderByDescending(row => row.Id).Skip(1).Take(1).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
        using var guest = fixture.Site.Browse();
        await guest.PageAsync($"/guest/{late}", System.Net.HttpStatusCode.Gone);
        await guest.PageAsync($"/guest/{now}");
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: (await fixture.Publisher.GetAsync($"/issues/{draft.Id}")).ETag)).Is(200);
        await guest.PageAsync($"/guest/{now}", System.Net.HttpStatusCode.Gone);
        (await fixture.Editor.PostAsync($"/issues/{draft.Id}/guests", new { name = "Ana" })).IsProblem(409, "draft");
    }

    private async Task<string> TokenAsync(string issue) => (await fixture.Editor.PostAsync($"/issues/{issue}/guests", new { name = "Ana" })).Is(201).Of("url").Split('/')[^1];

    private async Task<(string Address, string? ETag)> SectionAsync(params string[] paragraphs)
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", Words("Titre", paragraphs), draft.ETag)).Is(201);
        return (section.Location!, section.ETag);
    }

    private static object Words(string title, params string[] paragraphs) => new { title, blocks = paragraphs.Select(text => new { kind = "paragraph", spans = new[] { new { text } } }) };

    private static List<string> Paragraphs(JsonElement section) => [.. section.GetProperty("blocks").EnumerateArray().Select(block => string.Concat(block.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("text").GetString())))];

    private static List<string> Names(JsonElement now) => [.. now.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString()!)];
}

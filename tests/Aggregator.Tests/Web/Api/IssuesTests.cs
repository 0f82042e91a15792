using Aggregator.Curation.Issues;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>Publications, issues and sections: what works, what is refused, and that a refusal leaves nothing behind.</summary>
public sealed class IssuesTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task APublicationIsMadeReadAndChanged()
    {
        var made = (await fixture.Publisher.PostAsync("/publications", ApiDesk.Publication("Mots & « notes »"))).Is(201);
        Assert.Equal($"/api/v1/publications/{made.Id}", made.Location);
        var read = (await fixture.Contributor.GetAsync(made.Location!)).Is(200);
        Assert.Equal((made.ETag, "Mots & « notes »"), (read.ETag, read.Of("title")));
        var changed = (await fixture.Publisher.PutAsync(made.Location!, ApiDesk.Publication("Autrement"), read.ETag)).Is(200);
        Assert.NotEqual(read.ETag, changed.ETag);
        Assert.Contains("Autrement", (await fixture.Contributor.GetAsync("/publications")).Is(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", """{"language":"fr"}""", "1 to 200")]
    [InlineData("language", """{"title":"a","language":"de"}""", "fr or en")]
    [InlineData("timeZone", """{"title":"a","language":"fr","timeZone":"Mars/Olympus"}""", "Europe/Paris")]
    [InlineData("senderName", """{"title":"a","language":"fr","timeZone":"UTC"}""", "who the mail comes from")]
    [InlineData("senderAddress", """{"title":"a","language":"fr","timeZone":"UTC","senderName":"b","senderAddress":"nobody"}""", "e-mail address")]
    [InlineData("colour", """{"title":"a","colour":"red"}""", "does not exist")]
    [InlineData("title", """{"title":5}""", "not of the right kind")]
    [InlineData("body", """[]""", "not of the right kind")]
    public async Task AFieldThatCannotBeUsedIsNamed(string field, string body, string words)
    {
        var before = await fixture.Site.QueryAsync(db => db.Publications.CountAsync());
        (await fixture.Publisher.PostAsync("/publications", body)).IsFault(field, words);
        Assert.Equal(before, await fixture.Site.QueryAsync(db => db.Publications.CountAsync()));
    }

    [Fact]
    public async Task WhatIsNotJsonIsSaid()
    {
        (await fixture.Publisher.PostAsync("/publications", """{"title": "a",""")).IsProblem(400, "Line 1");
        (await fixture.Publisher.SendAsync("POST", "/publications", "title=a", type: "text/plain")).IsProblem(415, "application/json");
        (await fixture.Publisher.PostAsync("/publications")).IsFault("body", "JSON object");
        (await fixture.Publisher.PostAsync("/publications", "null")).IsFault("body", "JSON object");
        (await fixture.Publisher.GetAsync("/publications?limit=many")).IsFault("limit", "cannot be read");

        // What changes something is refused before anything is noted.
        var noted = await fixture.Site.QueryAsync(db => db.AuditEntries.CountAsync(entry => entry.Action.Contains("/opml")));
        (await fixture.Administrator.SendAsync("POST", "/opml?dryRun=maybe", "<opml/>", type: "text/x-opml")).IsFault("dryRun", "cannot be read");
        Assert.Equal(noted, await fixture.Site.QueryAsync(db => db.AuditEntries.CountAsync(entry => entry.Action.Contains("/opml"))));
    }

    [Fact]
    public async Task AnIssueIsNumberedInItsPublication()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var first = (await fixture.Desk.DraftAsync(publication)).Is(201);
        var second = (await fixture.Desk.DraftAsync(publication, "Après")).Is(201);
        Assert.Equal(("1", "2", "draft"), (first.Of("number"), second.Of("number"), first.Of("state")));
        Assert.EndsWith("+00:00", first.Of("date"), StringComparison.Ordinal);

        var page = (await fixture.Contributor.GetAsync($"/publications/{publication}/issues?limit=1")).Is(200).Json;
        Assert.Equal(2, page.GetProperty("items")[0].GetProperty("number").GetInt32());
        var next = (await fixture.Contributor.GetAsync($"/publications/{publication}/issues?limit=1&after={page.GetProperty("next")}")).Is(200).Json;
        Assert.Equal(1, next.GetProperty("items")[0].GetProperty("number").GetInt32());
        Assert.False(next.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task AStaleEditIsRefusedWithWhatIsThereNow()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var path = $"/issues/{draft.Id}";
        (await fixture.Editor.PutAsync(path, new { title = "Deux" })).IsProblem(428, "If-Match");
        var second = (await fixture.Editor.PutAsync(path, new { title = "Deux" }, draft.ETag)).Is(200);
        var stale = (await fixture.Editor.PutAsync(path, new { title = "Trois" }, draft.ETag)).IsProblem(412, "current");
        Assert.Equal("Deux", stale.Json.GetProperty("current").GetProperty("title").GetString());
        Assert.Equal(second.ETag, stale.ETag);
        (await fixture.Editor.PutAsync(path, new { title = "" }, second.ETag)).IsFault("title", "1 to 300");
        Assert.Equal("Deux", (await fixture.Editor.GetAsync(path)).Of("title"));
    }

    [Fact]
    public async Task OfManyEditsOfOneVersionOneWins()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => fixture.Editor.PutAsync($"/issues/{draft.Id}", new { title = $"Titre {i}" }, draft.ETag)));
        var winner = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != winner), answer => answer.IsProblem(412, "current"));
        Assert.Equal(winner.Of("title"), (await fixture.Editor.GetAsync($"/issues/{draft.Id}")).Of("title"));
    }

    [Fact]
    public async Task ASectionHasAnETagOfItsOwn()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var sections = $"/issues/{draft.Id}/sections";
        (await fixture.Contributor.PostAsync(sections, ApiDesk.Section("Un", 1))).IsProblem(428, "If-Match");
        var section = (await fixture.Contributor.PostAsync(sections, ApiDesk.Section("Un", 1), draft.ETag)).Is(201);
        (await fixture.Contributor.PostAsync(sections, ApiDesk.Section("Deux", 2), draft.ETag)).IsProblem(412, "current");
        var issue = (await fixture.Contributor.GetAsync($"/issues/{draft.Id}")).Is(200);

        var written = (await fixture.Contributor.PutAsync(section.Location!, ApiDesk.Section("Un, revu", 2), section.ETag)).Is(200);
        (await fixture.Contributor.PutAsync(section.Location!, ApiDesk.Section("Perdu", 2), section.ETag)).IsProblem(412, "current");
        Assert.Equal(issue.ETag, (await fixture.Contributor.GetAsync($"/issues/{draft.Id}")).ETag);
        Assert.Equal(written.ETag, (await fixture.Contributor.GetAsync(section.Location!)).ETag);

        (await fixture.Contributor.PutAsync(section.Location! + "/pad/3")).Is(204);
        (await fixture.Contributor.PutAsync(section.Location! + "/pad/3")).Is(204);
        (await fixture.Contributor.PutAsync(section.Location! + "/pad/999999")).IsProblem(404, "no article");
        Assert.Equal("[3]", (await fixture.Contributor.GetAsync(section.Location!)).Of("pad"));
        (await fixture.Contributor.SendAsync("DELETE", section.Location! + "/pad/3")).Is(204);
        Assert.Equal("[]", (await fixture.Contributor.GetAsync(section.Location!)).Of("pad"));

        (await fixture.Editor.SendAsync("DELETE", section.Location!, match: "\"old\"")).IsProblem(412, "current");
        (await fixture.Editor.SendAsync("DELETE", section.Location!, match: written.ETag)).Is(204);
        (await fixture.Contributor.GetAsync(section.Location!)).IsProblem(404, "no section");
    }

    [Theory]
    [InlineData("""{"title":""}""", "title")]
    [InlineData("""{"title":"a","blocks":[{"kind":"paragraph"}]}""", "blocks[0].spans")]
    [InlineData("""{"title":"a","blocks":[{"kind":"paragraph","spans":[{}]}]}""", "blocks[0].spans[0].text")]
    [InlineData("""{"title":"a","blocks":[null]}""", "blocks[0]")]
    [InlineData("""{"title":"a","blocks":[{"kind":"poem","spans":[]}]}""", "blocks[0].kind")]
    [InlineData("""{"title":"a","blocks":[{"kind":9,"spans":[]}]}""", "blocks[0].kind")]
    [InlineData("""{"title":"a","blocks":[{"kind":"paragraph","spans":[{"text":"b","mark":{"kind":"credit"}}]}]}""", "blocks[0].spans[0].marks[0].articleId")]
    [InlineData("""{"title":"a","blocks":[{"kind":"paragraph","spans":[{"text":"b","mark":{"kind":"credit","articleId":999999}}]}]}""", "blocks")]
    [InlineData("""{"title":"a","blocks":[{"kind":"paragraph","spans":[{"text":"b","mark":{"kind":"issue","issueId":"00000000-0000-0000-0000-000000000000"}}]}]}""", "blocks")]
    [InlineData("""{"title":"a","blocks":[{"kind":"paragraph","spans":[{"text":"b","bold":true}]}]}""", "blocks[0].spans[0].bold")]
    public async Task ABrokenSectionIsRefusedWhole(string body, string field)
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var answer = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", body, draft.ETag)).Is(422);
        Assert.Equal(field, Assert.Single(answer.Json.GetProperty("errors").EnumerateObject()).Name);
        var after = await fixture.Contributor.GetAsync($"/issues/{draft.Id}");
        Assert.Equal((draft.ETag, "[]"), (after.ETag, after.Of("sections")));
    }

    [Fact]
    public async Task AnUnreadyIssueIsNotApproved()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve")).IsProblem(428, "If-Match");
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: draft.ETag)).IsProblem(422, "The issue has no sections.");

        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", """{"title":"Vide"}""", draft.ETag)).Is(201);
        var whole = await fixture.Publisher.GetAsync($"/issues/{draft.Id}");
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: draft.ETag)).IsProblem(412, "current");
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: whole.ETag)).IsProblem(422, "Section 1, “Vide”, is empty.");

        var after = await fixture.Publisher.GetAsync($"/issues/{draft.Id}");
        Assert.Equal((whole.ETag, "draft"), (after.ETag, after.Of("state")));
        Assert.False(await fixture.Site.QueryAsync(db => db.Renditions.AnyAsync(r => db.Issues.Any(i => i.Id == r.IssueId && i.PublicId == Guid.Parse(draft.Id)))));
        (await fixture.Nobody.GetAsync($"//issues/{draft.Id}")).Is(404);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}/sends")).IsProblem(409, "approve it first");
    }

    [Fact]
    public async Task WhatIsApprovedIsNotChangedAnyMore()
    {
        var id = await fixture.Desk.ApprovedAsync(await fixture.Desk.PublicationAsync());
        var issue = (await fixture.Editor.GetAsync($"/issues/{id}")).Is(200);
        var section = issue.Json.GetProperty("sections")[0];
        var address = $"/sections/{section.GetProperty("id")}";

        (await fixture.Editor.PutAsync($"/issues/{id}", new { title = "Autre" }, issue.ETag)).IsProblem(409, "not changed any more");
        (await fixture.Editor.PostAsync($"/issues/{id}/sections", ApiDesk.Section("Encore", 1), issue.ETag)).IsProblem(409, "not changed any more");
        (await fixture.Editor.PutAsync(address, ApiDesk.Section("Autre", 1), section.GetProperty("eTag").GetString())).IsProblem(409, "not changed any more");
        (await fixture.Editor.SendAsync("DELETE", address, match: section.GetProperty("eTag").GetString())).IsProblem(409, "not changed any more");
        (await fixture.Editor.PutAsync($"{address}/pad/1")).IsProblem(409, "not changed any more");
        (await fixture.Publisher.PostAsync($"/issues/{id}:approve", match: issue.ETag)).IsProblem(409, "approved already");
        Assert.Equal(issue.Text, (await fixture.Editor.GetAsync($"/issues/{id}")).Text);
        foreach (var (format, type) in new[] { ("html", "text/html"), ("email", "text/html"), ("text", "text/plain"), ("markdown", "text/markdown"), ("json", "application/json") })
            Assert.Equal(type, (await fixture.Contributor.GetAsync($"/issues/{id}/renderings/{format}")).Is(200).Type);
        (await fixture.Contributor.GetAsync($"/issues/{id}/renderings/pdf")).IsProblem(404, "markdown");
    }

    [Fact]
    public async Task OfManyApprovalsOneWins()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1), draft.ETag)).Is(201);
        var whole = await fixture.Publisher.GetAsync($"/issues/{draft.Id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: whole.ETag)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(7, answers.Count(answer => answer.Status == 412));
        Assert.Equal(1, await fixture.Site.QueryAsync(db => db.Renditions.CountAsync(r => db.Issues.Any(i => i.Id == r.IssueId && i.PublicId == Guid.Parse(draft.Id)))));
        Assert.Equal(IssueState.Approved, await fixture.Site.QueryAsync(db => db.Issues.Where(i => i.PublicId == Guid.Parse(draft.Id)).Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task TheSamePostWithTheSameKeyIsDoneOnce()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var key = Guid.NewGuid().ToString();
        var path = $"/publications/{publication}/issues";
        (await fixture.Editor.PostAsync(path, new { title = "" }, key: key)).IsFault("title", "1 to 300");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fixture.Editor.PostAsync(path, new { title = "Une fois" }, key: key)));

        Assert.Single(answers.Distinct());
        var first = answers[0].Is(201);
        Assert.Equal(($"/api/v1/issues/{first.Id}", "\"v1\"", "application/json"), (first.Location, first.ETag, first.Type));
        Assert.Equal(1, (await fixture.Editor.GetAsync(path)).Json.GetProperty("items").GetArrayLength());
        (await fixture.Editor.PostAsync(path, new { title = "Autre chose" }, key: key)).IsFault("Idempotency-Key", "another request");
        (await fixture.Editor.PostAsync(path, new { title = "a" }, key: new string('k', 201))).IsFault("Idempotency-Key", "200");
        // Another account's keys are its own.
        Assert.NotEqual(first.Id, (await fixture.Publisher.PostAsync(path, new { title = "Une fois" }, key: key)).Is(201).Id);
    }
}

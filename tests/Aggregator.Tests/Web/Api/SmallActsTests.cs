using System.Text.Json;
using Aggregator.Archive;
using Aggregator.Reading.Pages;

namespace Aggregator.Tests.Web.Api;

/// <summary>What the team does with one press: stars, sight, notes, waivers, the way of an issue, the order of its sections.</summary>
public sealed class SmallActsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task WhatOneSaysOfAnArticleIsOnesOwnOrTheTeams()
    {
        var before = (await fixture.Contributor.GetAsync("/articles/3/desk")).Is(200);
        (await fixture.Contributor.PutAsync("/articles/3/desk", new { tags = new[] { "a" } }, "\"old\"")).IsProblem(412, "current");
        (await fixture.Contributor.PutAsync("/articles/3/desk", new { tags = new[] { "modération", "Brest" }, isStarred = true, embargoUntil = "2999-01-01T08:00:00Z" }, before.ETag)).Is(200);
        (await fixture.Contributor.PutAsync("/articles/3/star")).Is(204);
        (await fixture.Contributor.PutAsync("/articles/3/seen")).Is(204);
        var note = (await fixture.Contributor.PostAsync("/articles/3/notes", new { text = "À vérifier auprès du rapport." })).Is(201);

        var mine = (await fixture.Contributor.GetAsync("/articles/3/desk")).Is(200).Json;
        Assert.True(mine.GetProperty("isMine").GetBoolean() && mine.GetProperty("isStarred").GetBoolean() && mine.TryGetProperty("seenAt", out _));
        var others = (await fixture.Editor.GetAsync("/articles/3/desk")).Json;
        Assert.True(!others.GetProperty("isMine").GetBoolean() && others.GetProperty("isStarred").GetBoolean() && !others.TryGetProperty("seenAt", out _));
        Assert.Equal(["modération", "Brest"], others.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        (await fixture.Editor.SendAsync("DELETE", $"/articles/3/notes/{note.Id}")).IsProblem(404, "no note");
        (await fixture.Contributor.SendAsync("DELETE", $"/articles/3/notes/{note.Id}")).Is(204);
        (await fixture.Contributor.SendAsync("DELETE", "/articles/3/star")).Is(204);
        Assert.False((await fixture.Contributor.GetAsync("/articles/3/desk")).Json.GetProperty("isMine").GetBoolean());
        (await fixture.Contributor.GetAsync("/articles/999999/desk")).Is(404);
    }

    [Fact]
    public async Task AWaiverIsTakenBackAndACommentReopened()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1, "Trop...  d’espaces, écrit "), draft.ETag)).Is(201);
        var key = (await ChecksAsync(draft.Id)).First(item => item.GetProperty("kind").GetString() == "doubleSpace").GetProperty("key").GetString();
        (await fixture.Editor.PostAsync($"/issues/{draft.Id}/checks/{key}:waive", new { reason = "C’est voulu." })).Is(200);
        Assert.Equal("C’est voulu.", (await ChecksAsync(draft.Id)).Single(item => item.GetProperty("key").GetString() == key).GetProperty("waived").GetString());
        (await fixture.Editor.SendAsync("DELETE", $"/issues/{draft.Id}/checks/{key}/waiver")).Is(204);
        Assert.False((await ChecksAsync(draft.Id)).Single(item => item.GetProperty("key").GetString() == key).TryGetProperty("waived", out _));

        var comment = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/comments", new { text = "Qui relit ?" })).Is(201);
        (await fixture.Editor.PostAsync($"/comments/{comment.Id}:resolve")).Is(200);
        Assert.False((await fixture.Editor.PostAsync($"/comments/{comment.Id}:reopen")).Is(200).Json.TryGetProperty("resolvedAt", out _));
    }

    [Fact]
    public async Task AnIssueIsLaidBeforeGivenUpAndTakenUpAgain()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}:submit", match: draft.ETag)).IsProblem(403, "editor");
        var laid = (await fixture.Editor.PostAsync($"/issues/{draft.Id}:submit", match: draft.ETag)).Is(200);
        Assert.Equal("inReview", laid.Of("state"));
        (await fixture.Editor.PostAsync($"/issues/{draft.Id}:submit", match: laid.ETag)).IsProblem(409, "begins from draft");
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:cancel", match: laid.ETag)).IsFault("note", "why");
        var given = (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:cancel", new { note = "Semaine sans numéro." }, laid.ETag)).Is(200);
        (await fixture.Editor.PutAsync($"/issues/{draft.Id}", new { title = "Non" }, given.ETag)).Is(409);
        Assert.Equal("draft", (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:reopen", match: given.ETag)).Is(200).Of("state"));
    }

    [Fact]
    public async Task SectionsChangeTheirOrderAndStoriesLeaveAPad()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var one = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1), draft.ETag)).Is(201);
        var two = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Deux", 2), (await fixture.Editor.GetAsync($"/issues/{draft.Id}")).ETag)).Is(201);
        var tag = (await fixture.Editor.GetAsync($"/issues/{draft.Id}")).ETag;
        (await fixture.Contributor.PostAsync($"/sections/{two.Id}:move", new { position = 2 }, tag)).IsFault("position", "0 to 1");
        var moved = (await fixture.Contributor.PostAsync($"/sections/{two.Id}:move", new { position = 0 }, tag)).Is(200);
        Assert.Equal([two.Id, one.Id], moved.Json.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("id").GetString()));
        // The order is the issue's, the body the section's: who writes there has seen nothing change.
        (await fixture.Contributor.PutAsync(two.Location!, ApiDesk.Section("Deux, encore", 2), two.ETag)).Is(200);

        var story = (await fixture.Contributor.GetAsync("/stories")).Is(200).Json.GetProperty("items")[0].GetProperty("id").ToString();
        (await fixture.Contributor.PutAsync($"{one.Location}/pad/stories/{story}")).Is(204);
        (await fixture.Contributor.SendAsync("DELETE", $"{one.Location}/pad/stories/{story}")).Is(204);
        Assert.Empty((await fixture.Contributor.GetAsync(one.Location!)).Json.GetProperty("padStories").EnumerateArray());
        (await fixture.Contributor.GetAsync($"/stories/{story}/tied")).Is(200);
    }

    /// <summary>An issue that a source brought is chosen from the list, and a section refers to it.</summary>
    [Fact]
    public async Task AnEarlierIssueIsChosenAndReferredTo()
    {
        var issue = new PageIssue("Revue du 3 mars 2024", new(2024, 3, 3, 0, 0, 0, TimeSpan.Zero), [], [new("Les ports", "Un texte.", [new("Le Phare", "https://phare.example/1")])]);
        await fixture.Site.QueryAsync(db => db.WriteAsync(
            async stop =>
            {
                await EarlierIssueRows.StoreAsync(await db.SessionAsync(stop), [(4, "revue.example/2024-03-03", issue)], stop);
                return 0;
            },
            CancellationToken.None));

        var found = (await fixture.Contributor.GetAsync("/earlier-issues?limit=1")).Is(200).Json.GetProperty("items")[0];
        Assert.Equal(("2024-03-03", "Les ports"), (found.GetProperty("day").GetString(), found.GetProperty("sections")[0].GetProperty("title").GetString()));
        Assert.Equal(found.GetProperty("url").GetString(), (await fixture.Contributor.GetAsync($"/earlier-issues/{found.GetProperty("id")}")).Is(200).Of("url"));
        (await fixture.Contributor.GetAsync($"/earlier-issues/{Guid.NewGuid()}")).IsProblem(404, "no earlier issue");
        Assert.Empty((await fixture.Contributor.GetAsync("/earlier-issues?after=4")).Is(200).Json.GetProperty("items").EnumerateArray());

        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var mark = new { kind = "issue", issueId = found.GetProperty("id").GetString(), sectionId = found.GetProperty("sections")[0].GetProperty("id").GetString() };
        var words = new { kind = "paragraph", spans = new object[] { new { text = "Nous le disions " }, new { text = "en mars", marks = new[] { mark } }, new { text = "." } } };
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", new { title = "Suite", blocks = new[] { words } }, draft.ETag)).Is(201);
        Assert.Contains($"[en mars]({found.GetProperty("url").GetString()})", (await fixture.Editor.GetAsync($"/issues/{draft.Id}/renderings/markdown")).Is(200).Text, StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> ChecksAsync(string issue) => [.. (await fixture.Editor.GetAsync($"/issues/{issue}/checks")).Is(200).Json.GetProperty("items").EnumerateArray()];
}

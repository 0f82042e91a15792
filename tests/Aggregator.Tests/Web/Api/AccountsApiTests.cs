using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>The team, keys and the audit log, through the API.</summary>
public sealed class AccountsApiTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task AnAccountIsMadeChangedAndClosed()
    {
        (await fixture.Administrator.PostAsync("/users", new { name = "Bob", mail = "personne", role = "editor" })).IsFault("mail", "e-mail");
        (await fixture.Administrator.PostAsync("/users", new { name = " ", mail = "b@revue.example", role = "editor" })).IsFault("name", "name");
        (await fixture.Administrator.PostAsync("/users", new { name = "Bob", mail = "b@revue.example" })).IsFault("role", "publisher");
        var made = (await fixture.Administrator.PostAsync("/users", new { name = "Bob Le Goff", mail = "bob.api@revue.example", role = "contributor" })).Is(201);
        (await fixture.Administrator.PostAsync("/users", new { name = "Bob", mail = "BOB.API@revue.example", role = "editor" })).IsFault("mail", "already");

        using var bob = fixture.Site.Browse();
        using (var chosen = await bob.SubmitAsync(new Uri(made.Of("link")).PathAndQuery, "/choose-password", ("password", "une phrase bien longue"))) Assert.Equal(302, (int)chosen.StatusCode);
        using (var entered = await bob.SubmitAsync("/sign-in", "/sign-in", ("mail", "bob.api@revue.example"), ("password", "une phrase bien longue"))) Assert.Equal("/desk", entered.Headers.Location?.ToString());

        var shown = (await fixture.Administrator.GetAsync($"/users/{made.Id}")).Is(200);
        Assert.False(shown.Json.TryGetProperty("link", out _));
        (await fixture.Administrator.PutAsync($"/users/{made.Id}", new { name = "Bob", role = "editor" }, "\"old\"")).IsProblem(412, "current");
        (await fixture.Administrator.PutAsync($"/users/{made.Id}", new { name = "Bob", role = "editor", mail = "autre@revue.example" }, shown.ETag)).IsFault("mail", "stays");
        var changed = (await fixture.Administrator.PutAsync($"/users/{made.Id}", new { name = "Bob", role = "editor" }, shown.ETag)).Is(200);
        Assert.Equal(("Bob", "editor"), (changed.Of("name"), changed.Of("role")));
        (await fixture.Administrator.PostAsync($"/users/{made.Id}:link")).Is(200);
        (await fixture.Administrator.PutAsync($"/users/{made.Id}", new { name = "Bob", role = "editor", isClosed = true }, changed.ETag)).Is(200);
        using (var out1 = await bob.GetAsync("/desk")) Assert.Equal(302, (int)out1.StatusCode);
        (await fixture.Administrator.PostAsync($"/users/{made.Id}:link")).IsProblem(409, "closed");

        var me = (await fixture.Administrator.GetAsync("/me")).Is(200);
        Assert.Equal(("administrator", "administer"), (me.Of("role"), me.Of("scope")));
        (await fixture.Administrator.PutAsync($"/users/{me.Id}", new { name = "Moi", role = "editor" }, "*")).IsProblem(409, "another administrator");
        Assert.Contains((await fixture.Administrator.GetAsync("/users?limit=200")).Is(200).Json.GetProperty("items").EnumerateArray(), user => user.GetProperty("id").ToString() == made.Id && user.GetProperty("isClosed").GetBoolean());
    }

    [Fact]
    public async Task AKeyMakesNoKeyThatMayDoMore()
    {
        (await fixture.Editor.PostAsync("/keys", new { scope = "edit" })).IsFault("name", "for");
        (await fixture.Editor.PostAsync("/keys", new { name = "x", days = 0 })).IsFault("days", "days");
        var edit = (await fixture.Editor.PostAsync("/keys", new { name = "lettre", scope = "edit", days = 30 })).Is(201);
        using var caller = new ApiCaller(fixture.Site.Address, edit.Of("key"));
        (await caller.PostAsync("/keys", new { name = "plus", scope = "administer" })).IsFault("scope", "edit");
        var read = (await caller.PostAsync("/keys", new { name = "moins" })).Is(201);
        Assert.Equal("read", read.Of("scope"));
        using var reader = new ApiCaller(fixture.Site.Address, read.Of("key"));
        (await reader.GetAsync("/me")).Is(200);
        (await reader.PostAsync("/keys", new { name = "encore" })).IsProblem(403, "scope");

        Assert.All((await fixture.Editor.GetAsync("/keys")).Json.GetProperty("items").EnumerateArray(), key => Assert.False(key.TryGetProperty("key", out _)));
        (await fixture.Contributor.SendAsync("DELETE", $"/keys/{edit.Id}")).Is(404);
        (await fixture.Editor.SendAsync("DELETE", $"/keys/{edit.Id}")).Is(204);
        (await caller.GetAsync("/me")).Is(401);
    }

    [Fact]
    public async Task AKeptAnswerGivesTheSameKeyAgainAndHoldsItNowhereInPlain()
    {
        var first = (await fixture.Editor.PostAsync("/keys", new { name = "une fois" }, key: "secret-once")).Is(201);

        Assert.Equal(first, await fixture.Editor.PostAsync("/keys", new { name = "une fois" }, key: "secret-once"));

        Assert.Single((await fixture.Editor.GetAsync("/keys")).Json.GetProperty("items").EnumerateArray(), key => key.GetProperty("name").GetString() == "une fois");
        var kept = await fixture.Site.QueryAsync(db => db.KeptAnswers.Where(answer => answer.Key == "secret-once").Select(answer => answer.Body).SingleAsync());
        Assert.DoesNotContain(first.Of("key"), System.Text.Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAuditLogTellsWhoDidWhat()
    {
        var publication = await fixture.Desk.PublicationAsync("Revue à noter");
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);

        var found = (await fixture.Administrator.GetAsync($"/audit?what={publication}&limit=1")).Is(200);

        var entry = Assert.Single(found.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("Editor", "key", "POST /publications/{publication:guid}/issues"), (entry.GetProperty("who").GetString(), entry.GetProperty("via").GetString(), entry.GetProperty("action").GetString()));
        Assert.NotEqual("", draft.Id);
        (await fixture.Administrator.GetAsync("/audit?from=demain")).Is(422);
        Assert.Empty((await fixture.Administrator.GetAsync("/audit?to=1999-01-01")).Is(200).Json.GetProperty("items").EnumerateArray());
    }
}

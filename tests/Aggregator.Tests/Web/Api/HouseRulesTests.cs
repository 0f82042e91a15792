using System.Globalization;
using System.Text.Json;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>What a publication and its sources ask of an issue: checks, four eyes, a deputy, corrections, who may read, what was cited.</summary>
public sealed class HouseRulesTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Quoted = "Les rédactions de Marseille demandent des comptes à Meta.";

    [Fact]
    public async Task TheHouseIsHeldTo()
    {
        var publication = await PublicationAsync(new
        {
            template = new[] { new { kind = "synthesis", title = "Synthèse", needsSignOff = true } }, glossary = new[] { new { write = "courriel", not = new[] { "e-mail", "mail" } } },
            checks = new { glossary = "block", imageRights = "off" },
        });
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);
        var section = draft.Json.GetProperty("sections")[0];
        Assert.Equal(("synthesis", "Synthèse"), (section.GetProperty("kind").GetString(), section.GetProperty("title").GetString()));
        (await fixture.Contributor.PutAsync($"/sections/{section.GetProperty("id").GetString()}", new
        {
            title = "Synthèse", kind = "synthesis",
            blocks = new object[]
            {
                new { kind = "paragraph", spans = new object[] { new { text = "Un E-mail suffit, dit " }, new { text = "La Une", mark = new { kind = "credit", articleId = 1 } }, new { text = " : « pas de mail »." } } },
                new { kind = "image", image = new { url = "https://press.example/i.png" } },
            },
        }, section.GetProperty("eTag").GetString())).Is(200);

        var found = await ChecksAsync(draft.Id);

        Assert.All(found.Where(item => Kind(item) == "glossary"), item => Assert.Equal("block", item.GetProperty("severity").GetString()));
        Assert.Contains("Courriel", found.First(item => Kind(item) == "glossary").GetProperty("repair").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(found, item => Kind(item) == "noSignOff");
        Assert.Contains(found, item => Kind(item) == "imageAlt");
        Assert.Contains(found, item => Kind(item) == "imageCredit");
        Assert.DoesNotContain(found, item => Kind(item) == "imageRights");
        foreach (var item in found.Where(item => Kind(item) == "glossary")) (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/checks/{item.GetProperty("key").GetString()}:repair")).Is(200);
        Assert.DoesNotContain(await ChecksAsync(draft.Id), item => Kind(item) == "glossary");
    }

    [Fact]
    public async Task WhatASourceAllowsIsHeldTo()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var source = (await fixture.Site.QueryAsync(db => db.Articles.Where(article => article.Id == 1).Select(article => article.SourceId).SingleAsync())).ToString(CultureInfo.InvariantCulture);
        var article = await ArticleAsync("Instagram supprime des comptes de journalistes à Marseille");
        source = (await fixture.Site.QueryAsync(db => db.Articles.Where(row => row.Id == article).Select(row => row.SourceId).SingleAsync())).ToString(CultureInfo.InvariantCulture);
        var card = (await fixture.Publisher.GetAsync($"/sources/{source}/rights")).Is(200);
        var limited = (await fixture.Publisher.PutAsync($"/sources/{source}/rights", new { licence = "Accord de 2026", longestQuote = 4 }, card.ETag)).Is(200);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", QuoteFormHandler(article), draft.ETag)).Is(201);

        var found = Assert.Single(await ChecksAsync(draft.Id), item => Kind(item) == "quoteTooLong");

        Assert.Contains("allows 4 words a quote; this one has 9", found.GetProperty("english").GetString(), StringComparison.Ordinal);
        (await fixture.Publisher.PutAsync($"/sources/{source}/rights", new { largestShare = 0.01 }, limited.ETag)).Is(200);
        Assert.Contains("to be quoted", Assert.Single(await ChecksAsync(draft.Id), item => Kind(item) == "quoteTooLong").GetProperty("english").GetString(), StringComparison.Ordinal);
        (await fixture.Publisher.PutAsync($"/sources/{source}/rights", new { }, "*")).Is(200);
    }

    [Fact]
    public async Task AnEmbargoIsToldUntilItEnds()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 2), draft.ETag)).Is(201);
        (await fixture.Contributor.PutAsync("/articles/2/desk", new { embargoUntil = DateTimeOffset.UtcNow.AddDays(90) }, "*")).Is(200);
        Assert.Equal(2, Assert.Single(await ChecksAsync(draft.Id), item => Kind(item) == "embargo").GetProperty("articleId").GetInt32());
        (await fixture.Contributor.PutAsync("/articles/2/desk", new { embargoUntil = DateTimeOffset.UtcNow.AddDays(-1) }, "*")).Is(200);
        Assert.DoesNotContain(await ChecksAsync(draft.Id), item => Kind(item) == "embargo");
    }

    [Fact]
    public async Task AStoryToldBeforeGetsItsReference()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var earlier = await fixture.Desk.ApprovedAsync(publication);
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Encore Marseille", 1), draft.ETag)).Is(201);

        var found = Assert.Single(await ChecksAsync(draft.Id), item => Kind(item) == "toldBefore");
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/checks/{found.GetProperty("key").GetString()}:repair")).Is(200);

        var marks = (await fixture.Editor.GetAsync(section.Location!)).Json.GetProperty("blocks").EnumerateArray().SelectMany(block => block.GetProperty("spans").EnumerateArray())
            .SelectMany(span => span.TryGetProperty("marks", out var list) ? list.EnumerateArray().ToList() : []).ToList();
        Assert.Equal(earlier, Assert.Single(marks, mark => mark.GetProperty("kind").GetString() == "issue").GetProperty("issueId").GetString());
        Assert.DoesNotContain(await ChecksAsync(draft.Id), item => Kind(item) == "toldBefore");
    }

    [Fact]
    public async Task AWaiverIsAuditedAndApprovalNeedsIt()
    {
        var draft = (await fixture.Desk.DraftAsync(await PublicationAsync(new { glossary = new[] { new { write = "courriel", not = new[] { "mail" } } }, checks = new { glossary = "block" } }))).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1, "Un mail interne le dit, écrit "), draft.ETag)).Is(201);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).Is(422);
        foreach (var item in (await ChecksAsync(draft.Id)).Where(item => item.GetProperty("severity").GetString() == "block"))
            (await fixture.Editor.PostAsync($"/issues/{draft.Id}/checks/{item.GetProperty("key").GetString()}:waive", new { reason = "C’est son nom." })).Is(200);

        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).Is(200);

        Assert.True(await fixture.Site.QueryAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "POST /issues/{id:guid}/checks/{key}:waive" && entry.Subject.Contains(draft.Id) && entry.Who == "Editor" && entry.Via == "key")));
    }

    [Fact]
    public async Task WhatIsMissingIsNotLetPass()
    {
        var draft = (await fixture.Desk.DraftAsync(await PublicationAsync(new { }))).Is(201);
        var found = Assert.Single(await ChecksAsync(draft.Id));
        Assert.Equal(("noSections", "block"), (Kind(found), found.GetProperty("severity").GetString()));

        (await fixture.Editor.PostAsync($"/issues/{draft.Id}/checks/{found.GetProperty("key").GetString()}:waive", new { reason = "Pas cette semaine." })).IsProblem(409, "write what is missing");
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: draft.ETag)).IsProblem(422, "The issue has no sections.");
        (await fixture.Publisher.PostAsync("/publications", new { title = "Maison", language = "fr", timeZone = "Europe/Paris", senderName = "x", senderAddress = "x@x.example", house = new { checks = new { noSections = "off" } } }))
            .IsFault("house.checks.noSections", "Name a check");
    }

    [Fact]
    public async Task AReplyIsAddedWithAndWithoutASignOff()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);
        var one = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Sans formule", 1), draft.ETag)).Is(201);
        var two = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Avec formule", 1), await TagAsync(draft.Id))).Is(201);
        (await fixture.Contributor.PutAsync($"/sections/{two.Id}", new { title = "Avec formule", signOff = new[] { new { text = "À suivre." } } }, two.ETag)).Is(200);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).Is(200);
        await fixture.Site.QueryAsync(db => db.Issues.Where(issue => issue.PublicId == new Guid(draft.Id)).ExecuteUpdateAsync(set => set.SetProperty(issue => issue.State, Aggregator.Curation.Issues.IssueState.Sent)));

        foreach (var id in new[] { one.Id, two.Id })
        {
            var stored = (await fixture.Editor.GetAsync($"/sections/{id}")).Is(200).Json.GetProperty("blocks").EnumerateArray().Select(block => (object)block).ToList();
            object Reply(IEnumerable<object> blocks) => new { cause = "rightOfReply", note = "Meta répond.", sections = new[] { new { id, blocks } } };
            var reply = new { kind = "paragraph", spans = new[] { new { text = "Meta nous écrit que les comptes sont rétablis." } } };
            (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:correct", Reply([reply]), await TagAsync(draft.Id))).IsFault("cause", "adds words");
            (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:correct", Reply([.. stored, reply]), await TagAsync(draft.Id))).Is(200);
        }

        using var reader = fixture.Site.Browse("fr");
        Assert.Equal(2, (await reader.PageAsync($"/issues/{draft.Id}")).QuerySelectorAll("section p").Count(text => text.TextContent == "Meta nous écrit que les comptes sont rétablis."));
    }

    [Fact]
    public async Task WhoWroteDoesNotApproveAndADeputyMay()
    {
        var deputy = await fixture.Site.QueryAsync(db => db.Users.Where(account => account.Name == "Contributor").OrderBy(account => account.Id).Select(account => account.Id).FirstAsync());
        var publication = await PublicationAsync(new { fourEyes = true }, deputy);
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Marseille", 1), draft.ETag)).Is(201);

        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).IsProblem(409, "somebody else");
        (await fixture.Editor.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).IsProblem(403, "deputy");
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).Is(200);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}:schedule", new { at = DateTimeOffset.UtcNow.AddDays(1) }, await TagAsync(draft.Id))).Is(200);
    }

    [Fact]
    public async Task ASentIssueChangesOnlyByACorrectionWithItsNote()
    {
        var publication = await fixture.Desk.PublicationAsync();
        await fixture.Desk.SubscribeAsync(publication, "correction@lecteur.example");
        var id = await fixture.Desk.ApprovedAsync(publication);
        (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "typoFix", note = "Une coquille.", title = "La semaine." }, await TagAsync(id))).IsProblem(409, "not sent");
        (await fixture.Publisher.PostAsync($"/issues/{id}/sends")).Is(202);
        await Eventually.TrueAsync(async () => (await fixture.Publisher.GetAsync($"/issues/{id}")).Of("state") == "sent", "the mail");
        var whole = (await fixture.Publisher.GetAsync($"/issues/{id}")).Is(200);
        var section = whole.Json.GetProperty("sections")[0].GetProperty("id").GetString()!;
        (await fixture.Editor.PutAsync($"/issues/{id}", new { title = "Autre" }, whole.ETag)).IsProblem(409, "approved");

        (await fixture.Editor.PostAsync($"/issues/{id}:correct", new { cause = "typoFix", note = "x", title = "y" }, whole.ETag)).Is(403);
        (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "save", note = "x", title = "y" }, whole.ETag)).IsFault("cause", "erratum");
        (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "typoFix", title = "y" }, whole.ETag)).IsFault("note", "wrong");
        (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "typoFix", note = "x" }, whole.ETag)).IsFault("sections", "Nothing");
        (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "typoFix", note = "x", intro = "Une introduction tout autre, et bien plus longue que six mots." }, whole.ETag)).IsFault("cause", "erratum");
        (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "rightOfReply", note = "Meta répond.", intro = "Autre chose." }, whole.ETag)).IsFault("cause", "adds words");
        var fixedTypo = (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "typoFix", note = "Un point manquait.", title = "La semaine passée" }, whole.ETag)).Is(200);
        Assert.Equal("corrected", fixedTypo.Of("state"));
        (await fixture.Publisher.PostAsync($"/issues/{id}:correct", new { cause = "erratum", note = "Ils étaient douze, et non dix.", sections = new[] { new { id = section, title = "Marseille, douze comptes" } } }, fixedTypo.ETag)).Is(200);

        Assert.Equal(["erratum", "typoFix"], (await fixture.Editor.GetAsync($"/issues/{id}/revisions?limit=2")).Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("cause").GetString()));
        using var reader = fixture.Site.Browse("fr");
        var page = (await reader.PageAsync($"/issues/{id}")).Body!.TextContent;
        Assert.Contains("Ils étaient douze, et non dix.", page, StringComparison.Ordinal);
        Assert.Contains("douze comptes", page, StringComparison.Ordinal);
        // What was mailed stays what it is.
        Assert.DoesNotContain(Directory.EnumerateFiles(fixture.Site.Outbox, "*.eml").Select(File.ReadAllText), mail => mail.Contains("douze comptes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public", true, 200, 200)]
    [InlineData("byLink", false, 200, 200)]
    [InlineData("subscribers", false, 404, 200)]
    [InlineData("none", false, 404, 200)]
    public async Task WhoMayReadIsWhatThePublicationSays(string visibility, bool isListed, int stranger, int team)
    {
        var title = $"Revue {visibility} {Guid.NewGuid():N}";
        var publication = (await fixture.Publisher.PostAsync("/publications", new { title, language = "fr", timeZone = "Europe/Paris", senderName = "La rédaction", senderAddress = "revue@social.example", visibility })).Is(201).Id;
        var id = await fixture.Desk.ApprovedAsync(publication);
        using var passer = fixture.Site.Browse();
        using var member = await fixture.Site.SignInAsync(AccountRole.Contributor);

        using (var answer = await passer.GetAsync($"/issues/{id}")) Assert.Equal(stranger, (int)answer.StatusCode);
        using (var answer = await member.GetAsync($"/issues/{id}")) Assert.Equal(team, (int)answer.StatusCode);
        Assert.Equal(isListed, (await passer.PageAsync("/")).DocumentElement.OuterHtml.Contains(id, StringComparison.Ordinal));
        using var feed = await passer.GetAsync("/feed.atom");
        Assert.Equal(isListed, (await feed.Content.ReadAsStringAsync()).Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnIssueLeadsToItsTwinInTheOtherLanguage()
    {
        var french = await fixture.Desk.PublicationAsync("La jumelle");
        var english = (await fixture.Publisher.PostAsync("/publications", new { title = "The twin", language = "en", timeZone = "Europe/Paris", senderName = "The editors", senderAddress = "review@social.example", twin = french })).Is(201).Id;
        var whole = (await fixture.Publisher.GetAsync($"/publications/{french}")).Is(200);
        (await fixture.Publisher.PutAsync($"/publications/{french}", new { title = "La jumelle", language = "fr", timeZone = "Europe/Paris", senderName = "La rédaction", senderAddress = "revue@social.example", twin = english }, whole.ETag)).Is(200);
        var (one, other) = (await fixture.Desk.ApprovedAsync(french), await fixture.Desk.ApprovedAsync(english));
        using var reader = fixture.Site.Browse();

        Assert.Equal($"/issues/{other}", (await reader.PageAsync($"/issues/{one}")).QuerySelector("a[rel=alternate]")!.GetAttribute("href"));
        Assert.Equal("fr", (await reader.PageAsync($"/issues/{other}")).QuerySelector("a[rel=alternate]")!.GetAttribute("hreflang"));
    }

    [Fact]
    public async Task WhatWasCitedIsAFileForTheRightsSociety()
    {
        var publication = await fixture.Desk.PublicationAsync();
        (await fixture.Editor.GetAsync($"/publications/{publication}/citations.csv")).Is(403);
        Assert.Equal("outlet,article,address,published,issue,date,recipients\r\n", (await fixture.Publisher.GetAsync($"/publications/{publication}/citations.csv")).Is(200).Text);
        await fixture.Desk.SubscribeAsync(publication, "cite@lecteur.example");
        var formula = (await fixture.Contributor.PostAsync("/articles", new { way = "print", outlet = "La Feuille", title = "=HYPERLINK(1), \"deux\"", text = "Un texte assez long pour être un article, et qui finit ici." })).Is(201).Id;
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Marseille", [1, int.Parse(formula, CultureInfo.InvariantCulture)]), draft.ETag)).Is(201);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).Is(200);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}/sends")).Is(202);
        await Eventually.TrueAsync(async () => (await fixture.Publisher.GetAsync($"/issues/{draft.Id}")).Of("state") == "sent", "the mail");

        var lines = (await fixture.Publisher.GetAsync($"/publications/{publication}/citations.csv")).Is(200).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.EndsWith(",1", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(1), \"\"deux\"\"\"", lines[2], StringComparison.Ordinal);
    }

    private async Task<string> PublicationAsync(object house, int? deputy = null) => (await fixture.Publisher.PostAsync(
        "/publications", new { title = "Maison", language = "fr", timeZone = "Europe/Paris", senderName = "La rédaction", senderAddress = "revue@social.example", house, deputy })).Is(201).Id;

    private async Task<string?> TagAsync(string issue) => (await fixture.Publisher.GetAsync($"/issues/{issue}")).Is(200).ETag;

    private async Task<List<JsonElement>> ChecksAsync(string issue) => [.. (await fixture.Editor.GetAsync($"/issues/{issue}/checks")).Is(200).Json.GetProperty("items").EnumerateArray()];

    private static string? Kind(JsonElement finding) => finding.GetProperty("kind").GetString();

    private Task<int> ArticleAsync(string title) => fixture.Site.QueryAsync(db => db.Articles.Where(article => article.Title == title).Select(article => article.Id).FirstAsync());

    private static object QuoteFormHandler(int article) => new
    {
        title = "Citer",
        blocks = new[] { new { kind = "paragraph", spans = new object[] { new { text = "On lit «\u00A0" }, new { text = Quoted[..^1], marks = new[] { new { kind = "quote", articleId = article } } }, new { text = "\u00A0», selon " }, new { text = "La Une", mark = new { kind = "credit", articleId = article } }, new { text = "." } } } },
    };
}

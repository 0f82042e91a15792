using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>States, checks, history, comments, candidates and clips, through the API.</summary>
public sealed class EditorialTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task AnIssueGoesBackToDraftKeepingItsSlotAndSaysWhatChanged()
    {
        var id = await fixture.Desk.ApprovedAsync(await fixture.Desk.PublicationAsync());
        var at = DateTimeOffset.UtcNow.AddDays(3);
        var scheduled = (await fixture.Publisher.PostAsync($"/issues/{id}:schedule", new { at }, (await TagAsync(id)))).Is(200);
        Assert.Equal("scheduled", scheduled.Of("state"));
        (await fixture.Publisher.PostAsync($"/issues/{id}:reject", new { }, scheduled.ETag)).IsFault("note", "why");
        var draft = (await fixture.Publisher.PostAsync($"/issues/{id}:reject", new { note = "Le titre est faux." }, scheduled.ETag)).Is(200);
        Assert.Equal(("draft", scheduled.Of("slot")), (draft.Of("state"), draft.Of("slot")));

        var changed = (await fixture.Editor.PutAsync($"/issues/{id}", new { title = "La semaine d’Instagram", intro = "Ce qu’il fallait lire." }, draft.ETag)).Is(200);
        var changes = (await fixture.Editor.GetAsync($"/issues/{id}/changes")).Is(200).Json.GetProperty("items");
        Assert.Contains(changes.EnumerateArray(), change => change.GetProperty("field").GetString() == "title" && change.GetProperty("changes").ToString().Contains("Instagram", StringComparison.Ordinal));
        (await fixture.Publisher.PostAsync($"/issues/{id}:approve", match: changed.ETag)).Is(200);
        Assert.Equal(["approve", "schedule", "reject", "approve"], (await fixture.Editor.GetAsync($"/issues/{id}/transitions")).Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("verb").GetString()));
    }

    [Theory]
    // The publication's clock is that of Paris.
    [InlineData("2097-03-31T02:30", "2097-03-31T01:30:00+00:00", "It is never 02:30 on 31 March 2097 (Europe/Paris): the clocks skip that hour. It is taken as 03:30.")]
    [InlineData("2097-10-27T02:30", "2097-10-27T00:30:00+00:00", "It is 02:30 twice on 27 October 2097 (Europe/Paris): it is taken as the first of the two, 00:30 UTC.")]
    [InlineData("2097-07-14T09:00", "2097-07-14T07:00:00+00:00", null)]
    [InlineData("2097-07-14T09:00Z", "2097-07-14T09:00:00+00:00", null)]
    public async Task AMailIsDueWhenTheClockShowsThatHour(string at, string slot, string? said)
    {
        var id = await fixture.Desk.ApprovedAsync(await fixture.Desk.PublicationAsync());

        var scheduled = (await fixture.Publisher.PostAsync($"/issues/{id}:schedule", new { at }, await TagAsync(id))).Is(200);

        Assert.Equal((slot, said), (scheduled.Of("slot"), scheduled.Json.TryGetProperty("said", out var words) ? words.GetString() : null));
        Assert.False((await fixture.Publisher.GetAsync($"/issues/{id}")).Json.TryGetProperty("said", out _));
    }

    [Theory]
    [InlineData("demain", "such as")]
    [InlineData("28/03/2097 02:30", "such as")]
    [InlineData("2097-03-31", "such as")]
    [InlineData("", "such as")]
    [InlineData("2001-01-01T09:00", "still to come")]
    public async Task ATimeThatCannotBeReadIsRefusedInWords(string at, string words)
    {
        var id = await fixture.Desk.ApprovedAsync(await fixture.Desk.PublicationAsync());
        var before = (await fixture.Publisher.GetAsync($"/issues/{id}")).Is(200);

        (await fixture.Publisher.PostAsync($"/issues/{id}:schedule", new { at }, before.ETag)).IsFault("at", words);

        Assert.Equal(("approved", before.Of("slot")), (await fixture.Publisher.GetAsync($"/issues/{id}")) is var now ? (now.Of("state"), now.Of("slot")) : default);
    }

    [Fact]
    public async Task AnAlteredQuoteBlocksUntilItIsMendedOrWaived()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var article = await ArticleAsync("Mastodon dépasse quinze millions d’inscrits");
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", QuoteFormHandler("Ses serveurs bénévoles peinent à suivre les abonnements", article), draft.ETag)).Is(201);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).IsProblem(422, "is not what");
        var found = (await ChecksAsync(draft.Id)).Single(item => item.GetProperty("kind").GetString() == "quoteDiffers");
        Assert.Equal(("block", "Ses serveurs bénévoles peinent à suivre les abonnements"), (found.GetProperty("severity").GetString(), found.GetProperty("yours").GetString()));
        Assert.Contains("peinent à suivre les", found.GetProperty("theirs").GetString(), StringComparison.Ordinal);

        (await fixture.Editor.PostAsync($"/issues/{draft.Id}/checks/{found.GetProperty("key")}:waive", new { })).IsFault("reason", "why");
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/checks/{found.GetProperty("key")}:repair")).Is(200);
        Assert.DoesNotContain(await ChecksAsync(draft.Id), item => item.GetProperty("kind").GetString() == "quoteDiffers");
        var quote = (await fixture.Editor.GetAsync(section.Location!)).Json.GetProperty("blocks")[0].GetProperty("spans")[1].GetProperty("marks")[0];
        Assert.Equal("fetched", quote.GetProperty("evidence").GetProperty("kind").GetString());
        Assert.True(quote.GetProperty("evidence").GetProperty("offset").GetInt32() >= 0);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: await TagAsync(draft.Id))).Is(200);
    }

    [Fact]
    public async Task EveryWriteIsARevisionButAutosavesAreOne()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1), draft.ETag)).Is(201);
        var tag = section.ETag;
        for (var i = 0; i < 5; i++) tag = (await fixture.Contributor.PutAsync(section.Location! + "?autosave=true", ApiDesk.Section($"Un {i}", 1), tag)).Is(200).ETag;
        tag = (await fixture.Contributor.PutAsync(section.Location!, ApiDesk.Section("Fini", 1), tag)).Is(200).ETag;
        var revisions = (await fixture.Editor.GetAsync($"/issues/{draft.Id}/revisions?section={section.Id}")).Is(200).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["save", "autosave", "save"], revisions.Select(row => row.GetProperty("cause").GetString()));

        var first = revisions[^1].GetProperty("id").GetInt32();
        Assert.Equal("Un", (await fixture.Editor.GetAsync($"/revisions/{first}")).Is(200).Json.GetProperty("section").GetProperty("title").GetString());
        (await fixture.Contributor.PostAsync($"/revisions/{first}:restore", match: "\"old\"")).IsProblem(412, "current");
        Assert.Equal("Un", (await fixture.Contributor.PostAsync($"/revisions/{first}:restore", match: tag)).Is(200).Of("title"));

        (await fixture.Editor.SendAsync("DELETE", section.Location!, match: (await fixture.Editor.GetAsync(section.Location!)).ETag)).Is(204);
        (await fixture.Contributor.PostAsync($"/revisions/{first}:restore", match: await TagAsync(draft.Id))).Is(200);
        Assert.Equal("Un", (await fixture.Editor.GetAsync(section.Location!)).Is(200).Of("title"));
    }

    [Fact]
    public async Task ACommentFollowsItsWordsAndIsResolved()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1), draft.ETag)).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/comments", new { section = section.Id, words = "ces mots n’y sont pas", text = "Ah ?" })).IsFault("words", "do not stand");
        var comment = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/comments", new { section = section.Id, words = "demandent des comptes", text = "À qui ?" })).Is(201);
        (await fixture.Contributor.PutAsync(section.Location!, ApiDesk.Section("Un titre plus long", 1), section.ETag)).Is(200);
        var moved = (await fixture.Editor.GetAsync($"/issues/{draft.Id}/comments")).Json.GetProperty("items")[0];
        Assert.Equal(comment.Json.GetProperty("start").GetInt32() + " titre plus long".Length, moved.GetProperty("start").GetInt32());
        (await fixture.Editor.PostAsync($"/comments/{comment.Id}:resolve")).Is(200);
        Assert.True((await fixture.Editor.GetAsync($"/issues/{draft.Id}/comments")).Json.GetProperty("items")[0].TryGetProperty("resolvedAt", out _));
    }

    [Fact]
    public async Task AClipIsAnArticleWithANameOnIt()
    {
        var text = "La chaîne publique a montré mardi soir comment les loyers montent à Brest.\n\n« Nous payons deux fois », dit une locataire devant la caméra, et le maire ne répond pas.";
        var clip = (await fixture.Contributor.PostAsync("/articles", new { way = "television", outlet = "Canal Brest", title = "Les loyers de Brest", text, place = "20 h 12" })).Is(201);
        Assert.Contains("locataire", (await fixture.Contributor.GetAsync($"/articles/{clip.Id}")).Is(200).Of("text"), StringComparison.Ordinal);
        Assert.Equal(1, (await fixture.Contributor.GetAsync("/articles?q=locataire")).Json.GetProperty("items").GetArrayLength());
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", QuoteFormHandler("Nous payons deux fois", int.Parse(clip.Id, System.Globalization.CultureInfo.InvariantCulture)), draft.ETag)).Is(201);
        var evidence = section.Json.GetProperty("blocks")[0].GetProperty("spans")[1].GetProperty("marks")[0].GetProperty("evidence");
        Assert.Equal(("clipped", "Contributor"), (evidence.GetProperty("kind").GetString(), evidence.GetProperty("clippedBy").GetString()));

        Assert.Equal("false", (await fixture.Contributor.PostAsync("/articles", new { way = "television", outlet = "Canal Brest", title = "Les loyers de Brest", text })).Is(200).Of("isNew").ToLowerInvariant());
    }

    [Fact]
    public async Task FilesAndPagesAreReadAndOthersRefusedInWords()
    {
        var mail = "From: =?utf-8?q?La_Lettre_de_l=E2=80=99=C3=A9cran?= <lettre@ecran.example>\r\nSubject: =?utf-8?B?TGEgbGV0dHJlIG7CsDQ=?=\r\nDate: Tue, 03 Mar 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPauvre.\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>L=92=E9t=E9 des plateformes commence en mars, dit la lettre, et finit quand les annonceurs le veulent bien.</p><script>alert(1)</script>\r\n--b--\r\n";
        var read = (await fixture.Contributor.PostAsync("/articles", new { fileName = "lettre.eml", file = Convert.ToBase64String(Encoding.Latin1.GetBytes(mail)) })).Is(201);
        var article = (await fixture.Contributor.GetAsync($"/articles/{read.Id}")).Is(200);
        Assert.Equal("La lettre n°4", article.Of("title"));
        Assert.Contains("été des plateformes", article.Of("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("alert", await fixture.Site.QueryAsync(db => db.Articles.Where(row => row.Id == int.Parse(read.Id, System.Globalization.CultureInfo.InvariantCulture)).Select(row => row.Text.Html).SingleAsync()), StringComparison.Ordinal);

        (await fixture.Contributor.PostAsync("/articles", new { fileName = "a.html", file = Convert.ToBase64String("%PDF-1.7"u8) })).IsFault("file", "PDF");
        (await fixture.Contributor.PostAsync("/articles", new { fileName = "a.exe", file = Convert.ToBase64String("MZ"u8) })).IsFault("file", "program");
        (await fixture.Contributor.PostAsync("/articles", new { fileName = "a.eml", file = "***" })).IsFault("file", "base64");
        (await fixture.Contributor.PostAsync("/articles", new { way = "print", text = "x" })).IsFault("title", "title");
        (await fixture.Contributor.PostAsync("/articles", new { url = "ftp://a.example/" })).IsFault("url", "http");
        (await fixture.Contributor.PostAsync("/articles", new { url = fixture.Press.Url("/nowhere") })).Is(422);
        var page = "<html><head><title>Derrière le péage</title></head><body><article><h1>Derrière le péage</h1>" + Bench.Fixtures.Text(4711) + "</article></body></html>";
        (await fixture.Contributor.PostAsync("/articles", new { url = fixture.Press.Url("/paid/1"), html = page })).Is(201);
    }

    [Fact]
    public async Task CandidatesSayWhyAndWhereTheyWereUsed()
    {
        var publication = await fixture.Desk.PublicationAsync();
        var draft = (await fixture.Desk.DraftAsync(publication)).Is(201);
        var all = (await fixture.Contributor.GetAsync($"/issues/{draft.Id}/candidates")).Is(200).Json.GetProperty("items").EnumerateArray().ToList();
        var story = all.First(item => item.GetProperty("kind").GetString() == "story");
        Assert.NotEmpty(story.GetProperty("reasons").EnumerateArray());
        var section = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Un", 1), draft.ETag)).Is(201);
        (await fixture.Contributor.PutAsync($"{section.Location}/pad/stories/{story.GetProperty("id")}")).Is(204);
        (await fixture.Contributor.PutAsync($"/publications/{publication}/candidates/story/{story.GetProperty("id")}", new { isTaken = true })).Is(200);
        (await fixture.Editor.PutAsync($"/publications/{publication}/candidates/story/{story.GetProperty("id")}", new { isTaken = true })).IsProblem(409, "has taken it");
        var after = (await fixture.Editor.GetAsync($"/issues/{draft.Id}/candidates?kind=story")).Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetInt32() == story.GetProperty("id").GetInt32());
        Assert.True(after.TryGetProperty("takenBy", out _));
        Assert.Equal("Un", after.GetProperty("usedIn")[0].GetProperty("heading").GetString());
    }

    [Fact]
    public async Task LinksAreLookedAtWhereProgramsMayReadThem()
    {
        await using var press = await Bench.TestSite.StartAsync();
        press.Give("/robots.txt", "User-agent: *\nDisallow: /closed", "text/plain");
        press.Give("/closed", "no", "text/plain", 404);
        press.Give("/missing", "no", "text/plain", 404);
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync())).Is(201);
        var spans = new[] { "/closed", "/missing" }.Select(path => new { text = $"À lire {path} ", mark = new { kind = "link", href = press.Url(path) } });
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", new { title = "Liens", blocks = new[] { new { kind = "paragraph", spans } } }, draft.ETag)).Is(201);

        var looked = (await fixture.Editor.PostAsync($"/issues/{draft.Id}:check-links")).Is(200).Json;

        Assert.Equal(1, looked.GetProperty("visited").GetInt32());
        Assert.Contains("/missing", Assert.Single(looked.GetProperty("items").EnumerateArray()).ToString(), StringComparison.Ordinal);
        Assert.Empty(press.RequestsOf("/closed"));
    }

    private async Task<string?> TagAsync(string issue) => (await fixture.Editor.GetAsync($"/issues/{issue}")).Is(200).ETag;

    private async Task<List<JsonElement>> ChecksAsync(string issue) => [.. (await fixture.Editor.GetAsync($"/issues/{issue}/checks")).Is(200).Json.GetProperty("items").EnumerateArray()];

    private Task<int> ArticleAsync(string title) => fixture.Site.QueryAsync(db => db.Articles.Where(article => article.Title == title).Select(article => article.Id).FirstAsync());

    private static object QuoteFormHandler(string words, int article) => new
    {
        title = "Citer",
        blocks = new[] { new { kind = "paragraph", spans = new object[] { new { text = "On lit «\u00A0" }, new { text = words, marks = new[] { new { kind = "quote", articleId = article, speaker = "La source" } } }, new { text = "\u00A0», selon " }, new { text = "La Une", mark = new { kind = "credit", articleId = article } }, new { text = "." } } } },
    };
}

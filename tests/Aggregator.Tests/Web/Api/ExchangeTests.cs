using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>OPML, an article's copies and revisions, and a proof of the mail, through the API.</summary>
public sealed class ExchangeTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task SourcesGoOutAndComeBackAsOpml()
    {
        var written = (await fixture.Contributor.GetAsync("/opml")).Is(200);
        Assert.Equal("text/x-opml", written.Type);
        Assert.Contains(fixture.Press.Url("/one"), written.Text, StringComparison.Ordinal);

        var again = (await fixture.Administrator.SendAsync("POST", "/opml", written.Text, type: "text/x-opml")).Is(200);
        Assert.Equal(("0", "2"), (again.Of("added"), again.Of("known")));
        var more = """<opml version="2.0"><body><outline text="Presse"><outline type="rss" text="Un" xmlUrl="https://opml.example/feed"/><outline type="rss" text="Deux" xmlUrl="ftp://opml.example/x"/></outline></body></opml>""";
        var dry = (await fixture.Administrator.SendAsync("POST", "/opml?dryRun=true", more, type: "text/xml")).Is(200);
        Assert.Equal(1, dry.Json.GetProperty("added").GetInt32());
        Assert.False(await fixture.Site.QueryAsync(db => db.Sources.AnyAsync(source => source.Url == "https://opml.example/feed")));
        var added = (await fixture.Administrator.SendAsync("POST", "/opml", more, type: "text/xml")).Is(200);
        Assert.Contains("ftp://opml.example/x", Assert.Single(added.Json.GetProperty("problems").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);
        (await fixture.Administrator.SendAsync("POST", "/opml", "no xml at all", type: "text/xml")).IsFault("body", "Line");
        (await fixture.Administrator.SendAsync("POST", "/opml", "{}", type: "text/plain")).Is(415);
    }

    [Fact]
    public async Task AnArticleTellsItsCopiesAndRevisions()
    {
        Assert.Equal("[]", (await fixture.Contributor.GetAsync("/articles/1/copies")).Is(200).Of("items"));
        await fixture.Site.QueryAsync(async db =>
        {
            db.Add(new Aggregator.Archive.Copy { ArticleId = 6, OriginalId = 5, Score = .9 });
            db.Add(new Aggregator.Archive.ArticleRevision { ArticleId = 5, ReplacedAt = DateTimeOffset.UnixEpoch, Title = "Avant", Text = "Le texte d’avant." });
            return await db.SaveChangesAsync();
        });

        var copy = Assert.Single((await fixture.Contributor.GetAsync("/articles/5/copies")).Is(200).Json.GetProperty("items").EnumerateArray());
        Assert.Equal((6, .9), (copy.GetProperty("id").GetInt32(), copy.GetProperty("score").GetDouble()));
        Assert.True(Assert.Single((await fixture.Contributor.GetAsync("/articles/6/copies")).Json.GetProperty("items").EnumerateArray()).GetProperty("isOriginal").GetBoolean());
        Assert.Equal("Avant", Assert.Single((await fixture.Contributor.GetAsync("/articles/5/revisions")).Is(200).Json.GetProperty("items").EnumerateArray()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task AProofGoesToWhoeverAsksAndToNobodyElse()
    {
        var draft = (await fixture.Desk.DraftAsync(await fixture.Desk.PublicationAsync(), "Essai de la semaine")).Is(201);
        (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("Marseille", 1), draft.ETag)).Is(201);

        var to = (await fixture.Contributor.PostAsync($"/issues/{draft.Id}:test-send")).Is(200).Of("to");

        Assert.Equal((await fixture.Contributor.GetAsync("/me")).Of("mail"), to);
        var mail = Assert.Single(Directory.EnumerateFiles(fixture.Site.Outbox, "*.eml").Select(File.ReadAllText), text => text.Contains(to, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("List-Unsubscribe", mail, StringComparison.Ordinal);
        Assert.Contains("demandent des comptes", mail.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("draft", (await fixture.Contributor.GetAsync($"/issues/{draft.Id}")).Of("state"));
    }
}

using System.Net;
using System.Text.Json;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>The model is right when a real issue of the weekly goes in through the API, and comes out word for word.</summary>
public sealed class Issue002Tests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [SharedFact]
    public async Task ARealIssueComesOutWordForWordButForItsGluings()
    {
        var seed = Issue002.Read();
        var publication = await fixture.Desk.PublicationAsync("Social Report");
        var earlier = await EarlierAsync(publication);
        var issue = await WriteAsync(seed, publication, earlier, _ => null);

        var marks = Marks(issue).ToList();
        Assert.Equal((12, 10, 1), (Of(marks, "quote").Count, Of(marks, "credit").Count, Of(marks, "issue").Count));
        Assert.Equal(["Blog du Modérateur", "La Croix", "Le Monde", "Luxe Infinity", "L’ADN", "Viuz"], Of(marks, "credit").Select(mark => mark.GetProperty("source").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Of(marks, "quote").Concat(Of(marks, "credit")).Concat(Of(marks, "link")), mark => Assert.Equal("none", mark.GetProperty("evidence").GetProperty("kind").GetString()));
        Assert.Equal(10, Of(marks, "quote").Count(mark => mark.GetProperty("evidence").GetProperty("reason").GetString() == "Aucune source n’est nommée."));
        Assert.Equal(earlier, Assert.Single(Of(marks, "issue")).GetProperty("issueId").GetString());
        Assert.Equal("Senior International News Editor", issue.GetProperty("bylines")[0].GetProperty("role").GetString());
        AssertWords(seed, issue, words => words);

        await MendGluingsAsync(issue.GetProperty("id").GetString()!);
        var mended = (await fixture.Editor.GetAsync($"/issues/{issue.GetProperty("id")}")).Is(200).Json;
        AssertWords(seed, mended, Issue002.Parted);
        Assert.Equal((12, 10, 1), (Of([.. Marks(mended)], "quote").Count, Of([.. Marks(mended)], "credit").Count, Of([.. Marks(mended)], "issue").Count));
        await AssertTextAsync(seed, mended);
    }

    /// <summary>Two of its sections credit nobody: somebody says why that may be, and it is approved.</summary>
    [SharedFact]
    public async Task ItIsApprovedOnceAReasonIsGivenForWhatBlocks()
    {
        var publication = await fixture.Desk.PublicationAsync("Social Report, approuvé");
        var issue = (await WriteAsync(Issue002.Read(), publication, await EarlierAsync(publication), _ => null)).GetProperty("id").GetString()!;
        var checks = (await fixture.Editor.GetAsync($"/issues/{issue}/checks")).Is(200).Json;
        var blocking = checks.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("severity").GetString() == "block").ToList();
        Assert.Equal(checks.GetProperty("blocking").GetInt32(), blocking.Count);
        Assert.Contains(blocking, item => item.GetProperty("kind").GetString() == "sectionWithoutCredit");

        var refused = (await ApproveAsync(issue)).IsProblem(422, blocking[0].GetProperty("english").GetString()!);
        Assert.Equal(KeysOf(blocking), KeysOf(refused.Json.GetProperty("findings").EnumerateArray()));
        foreach (var key in KeysOf(blocking)) (await fixture.Editor.PostAsync($"/issues/{issue}/checks/{key}:waive", new { reason = "La section est un éditorial." })).Is(200);

        Assert.Equal(0, (await fixture.Editor.GetAsync($"/issues/{issue}/checks")).Json.GetProperty("blocking").GetInt32());
        Assert.Equal("approved", (await ApproveAsync(issue)).Is(200).Of("state"));
    }

    [SharedFact]
    public async Task WithArticlesOfOursAllTwelveQuotesAreBound()
    {
        var seed = Issue002.Read();
        var quotes = seed.Sections.SelectMany(section => section.Quotes).ToList();
        var articles = await StandInsAsync(quotes);
        var publication = await fixture.Desk.PublicationAsync("Social Report, vérifié");
        var issue = await WriteAsync(seed, publication, await EarlierAsync(publication), words => articles[words]);

        var bound = Of([.. Marks(issue)], "quote");
        Assert.Equal(12, bound.Count);
        Assert.All(bound, mark =>
        {
            var evidence = mark.GetProperty("evidence");
            Assert.Equal("fetched", evidence.GetProperty("kind").GetString());
            Assert.True(evidence.GetProperty("offset").GetInt32() >= 0);
            Assert.Equal(64, evidence.GetProperty("hash").GetString()!.Length);
        });
        var found = (await fixture.Editor.GetAsync($"/issues/{issue.GetProperty("id")}/checks")).Is(200).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()).ToList();
        Assert.DoesNotContain("quoteDiffers", found);
        Assert.DoesNotContain("quoteWithoutEvidence", found);
    }

    private async Task<ApiAnswer> ApproveAsync(string issue) =>
        await fixture.Publisher.PostAsync($"/issues/{issue}:approve", match: (await fixture.Publisher.GetAsync($"/issues/{issue}")).Is(200).ETag);

    private static List<string> KeysOf(IEnumerable<JsonElement> findings) => [.. findings.Select(finding => finding.GetProperty("key").GetString()!)];

    private async Task<string> EarlierAsync(string publication)
    {
        var draft = (await fixture.Editor.PostAsync($"/publications/{publication}/issues", new { title = "Social Report - 14 février 2020", intro = "Bonne lecture.", date = "2020-02-14T08:00:00Z" })).Is(201);
        (await fixture.Editor.PostAsync($"/issues/{draft.Id}/sections", ApiDesk.Section("L’Europe prépare sa stratégie", 1), draft.ETag)).Is(201);
        var whole = (await fixture.Publisher.GetAsync($"/issues/{draft.Id}")).Is(200);
        (await fixture.Publisher.PostAsync($"/issues/{draft.Id}:approve", match: whole.ETag)).Is(200);
        return draft.Id;
    }

    private async Task<JsonElement> WriteAsync(Issue002 seed, string publication, string earlier, Func<string, int?> articleOf)
    {
        var draft = (await fixture.Editor.PostAsync($"/publications/{publication}/issues", seed.Request)).Is(201);
        foreach (var section in seed.Sections)
        {
            var tag = (await fixture.Editor.GetAsync($"/issues/{draft.Id}")).Is(200).ETag;
            (await fixture.Contributor.PostAsync($"/issues/{draft.Id}/sections", section.Request(earlier, articleOf), tag)).Is(201);
        }

        return (await fixture.Editor.GetAsync($"/issues/{draft.Id}")).Is(200).Json;
    }

    /// <summary>Presses "mend" for each word that the checks say is glued, and for nothing else.</summary>
    private async Task MendGluingsAsync(string issue)
    {
        for (var round = 0; round < 20; round++)
        {
            var glued = (await fixture.Editor.GetAsync($"/issues/{issue}/checks")).Is(200).Json.GetProperty("items").EnumerateArray().FirstOrDefault(item => item.GetProperty("kind").GetString() == "gluedWords");
            if (glued.ValueKind == JsonValueKind.Undefined) return;
            (await fixture.Editor.PostAsync($"/issues/{issue}/checks/{glued.GetProperty("key")}:repair")).Is(200);
        }

        Assert.Fail("There are glued words for ever.");
    }

    private async Task AssertTextAsync(Issue002 seed, JsonElement issue)
    {
        var text = Issue002.Folded((await fixture.Editor.GetAsync($"/issues/{issue.GetProperty("id")}/renderings/text")).Is(200).Text);
        Assert.Contains(Issue002.Folded(seed.Intro), text, StringComparison.Ordinal);
        foreach (var section in seed.Sections)
            foreach (var paragraph in section.Paragraphs.Append(section.SignOff ?? "")) Assert.Contains(Issue002.Folded(Issue002.Parted(paragraph)), text, StringComparison.Ordinal);
    }

    private static void AssertWords(Issue002 seed, JsonElement issue, Func<string, string> expected)
    {
        Assert.Equal(seed.Intro, issue.GetProperty("intro").GetString());
        Assert.All(issue.GetProperty("sections").EnumerateArray().Zip(seed.Sections), pair =>
        {
            Assert.Equal(pair.Second.Heading, pair.First.GetProperty("title").GetString());
            var blocks = pair.First.GetProperty("blocks").EnumerateArray().Select(block => Words(block.GetProperty("spans")));
            Assert.Equal(Issue002.Folded(expected(pair.Second.Words)), Issue002.Folded(string.Join(' ', blocks.Append(Words(pair.First.GetProperty("signOff"))))));
        });
    }

    private static string Words(JsonElement spans) => string.Concat(spans.EnumerateArray().Select(span => span.GetProperty("text").GetString()));

    private static IEnumerable<JsonElement> Marks(JsonElement issue) => issue.GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("blocks").EnumerateArray().SelectMany(block => block.GetProperty("spans").EnumerateArray()).Concat(section.GetProperty("signOff").EnumerateArray()))
        .SelectMany(span => span.GetProperty("marks").EnumerateArray());

    private static List<JsonElement> Of(IReadOnlyList<JsonElement> marks, string kind) => [.. marks.Where(mark => mark.GetProperty("kind").GetString() == kind)];

    /// <summary>An article of ours for each quote, with the quote in it as another house would set it.</summary>
    private async Task<Dictionary<string, int>> StandInsAsync(IReadOnlyList<string> quotes)
    {
        var articles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (quote, at) in quotes.Select((quote, at) => (quote, at)))
        {
            var set = quote.Replace('’', '\'').Replace(" ;", "\u00A0;", StringComparison.Ordinal).Replace(" ?", "\u202F?", StringComparison.Ordinal);
            fixture.Press.Give($"/seed/{at}", Fixtures.Rss($"Média {at}", Fixtures.Item($"Ce qu’on en dit, {at}", fixture.Press.Url($"/seed/article/{at}"), content: $"<p>Avant cela, rien.</p><p>On a dit : « {WebUtility.HtmlEncode(set)} ».</p>{Fixtures.Text(900 + at)}")));
            (await fixture.Administrator.PostAsync("/sources", new { url = fixture.Press.Url($"/seed/{at}"), name = $"Média {at}" })).Is(201);
        }

        await Eventually.TrueAsync(() => fixture.Site.QueryAsync(async db => await db.Articles.CountAsync(article => article.Title.StartsWith("Ce qu’on en dit")) == quotes.Count), "the stand-ins");
        var stored = await fixture.Site.QueryAsync(db => db.Articles.Where(article => article.Title.StartsWith("Ce qu’on en dit")).Select(article => new { article.Id, article.Title }).ToListAsync());
        foreach (var (quote, at) in quotes.Select((quote, at) => (quote, at))) articles[quote] = stored.Single(article => article.Title.EndsWith($", {at}", StringComparison.Ordinal)).Id;
        return articles;
    }
}

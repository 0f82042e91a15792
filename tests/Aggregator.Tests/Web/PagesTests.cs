using System.Net;
using Aggregator.Tests.Bench;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

public sealed class PagesTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private DeskSite Site => fixture.Site;

    [Fact]
    public async Task TheArchiveIsOpenToAll()
    {
        using var passerBy = Site.Browse();

        var page = await passerBy.PageAsync("/");

        Assert.Equal("Social Report", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Issues will appear here", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/desk", 302)]
    [InlineData("/base.css", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/health/live", 200)]
    public async Task EveryAnswerIsGuarded(string path, int status)
    {
        using var passerBy = Site.Browse();

        using var response = await passerBy.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/sources")]
    [InlineData("/sources/add?address=a.example")]
    [InlineData("/articles/1")]
    [InlineData("/stories/1")]
    [InlineData("/issue")]
    [InlineData("/desk?q=secret&lang=fr")]
    public async Task InsideIsForSignedInPeopleOnly(string path)
    {
        using var passerBy = Site.Browse();

        using var response = await passerBy.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/sign-in?next=" + Uri.EscapeDataString(path), response.Headers.Location!.PathAndQuery());
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/sign-in", false)]
    [InlineData("/set-up?token=none", false)]
    [InlineData("/nowhere", false)]
    [InlineData("/desk", true)]
    [InlineData("/desk/articles", true)]
    [InlineData("/desk?lang=fr&topic=sport", true)]
    [InlineData("/stories/1", true)]
    [InlineData("/stories/999999", true)]
    [InlineData("/desk?q=enquete", true)]
    [InlineData("/desk?q=zzzz", true)]
    [InlineData("/sources", true)]
    [InlineData("/sources?added=1", true)]
    [InlineData("/sources/add", true)]
    [InlineData("/sources/add?address=nonsense", true)]
    [InlineData("/articles/1", true)]
    [InlineData("/articles/2", true)]
    [InlineData("/articles/999999", true)]
    public async Task EveryPageIsSoundHtmlInBothLanguages(string path, bool inside)
    {
        using var passerBy = Site.Browse();
        foreach (var language in new[] { "fr", "en" })
        {
            var browsing = inside ? fixture.Editor : passerBy;
            using (await browsing.GetAsync($"/language/{language}")) using (var response = await browsing.GetAsync(path))
            {
                var page = await Browsing.PageOf(response);
                Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
                Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
                AssertSound(page);
            }
        }

        using var reset = await fixture.Editor.GetAsync("/language/en");
    }

    [Fact]
    public async Task TheDeskListsArticlesAndFoldsCopies()
    {
        var page = await fixture.Editor.PageAsync("/desk/articles");

        var titles = page.QuerySelectorAll(".stories h2").Select(title => title.TextContent).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(3, titles.Count);
        Assert.Contains("Enquête sur les modérateurs", titles);
        Assert.Contains("Un extrait", titles);
        Assert.Contains("copy folded", page.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".stories script"));
    }

    [Theory]
    [InlineData("ELEPHANTS texte", 1)]
    [InlineData("la rédaction", 3)]
    [InlineData("\"' OR 1=1 --", 0)]
    [InlineData("<script>alert(1)</script>", 0)]
    public async Task TheDeskFindsArticlesByTheirWords(string query, int found)
    {
        var page = await fixture.Editor.PageAsync($"/desk?q={Uri.EscapeDataString(query)}");

        Assert.Equal(found, page.QuerySelectorAll(".stories > li").Length);
        Assert.Equal(query, page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Theory]
    [InlineData("lang=fr", 3)]
    [InlineData("lang=de", 0)]
    [InlineData("topic=m%C3%A9dias", 3)]
    [InlineData("topic=sport", 0)]
    public async Task TheDeskFilters(string query, int found) =>
        Assert.Equal(found, (await fixture.Editor.PageAsync($"/desk/articles?{query}")).QuerySelectorAll(".stories > li").Length);

    [Theory]
    [InlineData("/desk?before=x")]
    [InlineData("/desk?before=99999999999999999999")]
    [InlineData("/desk?q=%00%01")]
    [InlineData("/articles/x")]
    [InlineData("/articles/99999999999")]
    public async Task AnImpossibleAddressIsAPageAndNoFault(string path)
    {
        using var response = await fixture.Editor.GetAsync(path);

        Assert.InRange((int)response.StatusCode, 200, 404);
        AssertSound(await Browsing.PageOf(response));
    }

    [Fact]
    public async Task TheReaderShowsTheTextAndLoadsNothingFromElsewhere()
    {
        var id = await Site.QueryAsync(db => db.Articles.Where(article => article.Title.StartsWith("Enquête")).Select(article => article.Id).SingleAsync());

        var page = await fixture.Editor.PageAsync($"/articles/{id}");

        var reading = page.QuerySelector("article.reading")!;
        Assert.Contains("Dossier 1, point 4.", reading.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un texte net.", reading.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, iframe, video, audio, object, embed, .reading style, .reading form, .reading svg"));
        Assert.DoesNotContain("alert(", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var picture = Assert.Single(page.QuerySelectorAll("img"));
        Assert.Equal("Un graphique", picture.GetAttribute("alt"));
        Assert.StartsWith("/image/", picture.GetAttribute("src"), StringComparison.Ordinal);
        Assert.All(reading.QuerySelectorAll("a[href]"), link => Assert.Matches("^(https?://|/)", link.GetAttribute("href")!));
    }

    [Fact]
    public async Task TheReaderSaysWhyATextIsOnlyAnExcerpt()
    {
        var id = await Site.QueryAsync(db => db.Articles.Where(article => article.Title == "Un extrait").Select(article => article.Id).SingleAsync());

        var text = (await fixture.Editor.PageAsync($"/articles/{id}")).Body!.TextContent;

        Assert.Contains("Excerpt only.", text, StringComparison.Ordinal);
        Assert.Contains("The server answered 404", text, StringComparison.Ordinal);
        Assert.Contains("Open the original", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReaderNamesTheSameTextElsewhere()
    {
        var id = await Site.QueryAsync(db => db.Copies.Select(copy => copy.OriginalId).SingleAsync());

        var page = await fixture.Editor.PageAsync($"/articles/{id}");

        Assert.Contains("Same text", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSourcesPageSaysInWordsWhatIsWrong()
    {
        var rows = (await fixture.Editor.PageAsync("/sources")).QuerySelectorAll("tbody tr");

        Assert.Equal(3, rows.Length);
        var failing = rows.Single(row => row.QuerySelector("th b")!.TextContent == "Revue 2");
        Assert.Equal("new", failing.QuerySelector(".state")!.TextContent);
        Assert.Equal("The server answered 404: check that the address still opens in a browser.", failing.QuerySelector(".why")!.TextContent);
        Assert.Equal(2, rows.Count(row => row.QuerySelector(".state")!.TextContent == "healthy"));
        Assert.Matches(@"^in \d+ min$", failing.QuerySelectorAll("td").Last().TextContent.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.5", "fr")]
    [InlineData("en-GB,en;q=0.9,fr;q=0.5", "en")]
    [InlineData("de,fr;q=0.4", "fr")]
    [InlineData("de", "en")]
    public async Task TheLanguageIsTheBrowsersUntilOneIsChosen(string accepted, string expected)
    {
        using var browsing = Site.Browse(accepted);
        Assert.Equal(expected, (await browsing.PageAsync("/")).DocumentElement.GetAttribute("lang"));

        var other = expected == "fr" ? "en" : "fr";
        using var chosen = await browsing.GetAsync($"/language/{other}?next=%2Fsign-in");

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (chosen.StatusCode, chosen.Headers.Location?.ToString()));
        Assert.Equal(other, (await browsing.PageAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nLocation: https://evil.example")]
    [InlineData("evil")]
    [InlineData("")]
    public async Task TheLanguageLinkLeadsNowhereElse(string next)
    {
        using var browsing = Site.Browse();

        using var response = await browsing.GetAsync($"/language/fr?next={Uri.EscapeDataString(next)}");

        Assert.Equal((HttpStatusCode.Redirect, "/"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/language/xx")]
    [InlineData("/nowhere")]
    [InlineData("/articles/999999")]
    public async Task WhatIsNotThereIsAPageThatSaysSo(string path)
    {
        var page = await fixture.Editor.PageAsync(path, HttpStatusCode.NotFound);

        Assert.Equal("There is no such page", page.QuerySelector("h1")!.TextContent);
    }

    private static void AssertSound(IDocument page)
    {
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("h1")!.TextContent));
        Assert.EndsWith("— Social Report", page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.All(page.QuerySelectorAll("[src], link[href], use[href]"), element => Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href")!, StringComparison.Ordinal));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.QuerySelectorAll("input:not([type=hidden])"), input => Assert.NotNull(page.QuerySelector($"label[for='{input.Id}']")));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.NotNull(page.GetElementById(element.GetAttribute("aria-labelledby")!)));
        Assert.All(page.QuerySelectorAll("a, button"), element => Assert.False(string.IsNullOrWhiteSpace(element.TextContent + element.GetAttribute("aria-label"))));
    }
}

internal static class Locations
{
    /// <summary>Path and query of a redirect, whether it names the host or not.</summary>
    public static string PathAndQuery(this Uri location) => location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
}

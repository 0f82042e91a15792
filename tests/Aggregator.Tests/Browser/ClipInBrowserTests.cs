using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>The bookmarklet in a real browser: the page as it shows it goes to our window, and nothing is kept before a press.</summary>
public sealed class ClipInBrowserTests
{
    [ChromiumFact]
    public async Task ThePageAsTheBrowserShowsItIsKept()
    {
        await using var press = await TestSite.StartAsync();
        // Behind a wall: a program gets the teaser, the editor's browser has more.
        press.Give("/paid", $"""<!doctype html><html lang="fr"><head><title>Derrière le péage</title></head><body><article><h1>Derrière le péage</h1><p id="teaser">La suite est réservée.</p></article><script>document.querySelector("#teaser").outerHTML = `{Fixtures.Text(4711)}`;</script></body></html>""", "text/html; charset=utf-8");
        await using var site = await DeskSite.StartAsync();
        var mail = await site.AccountAsync(AccountRole.Contributor, "Claire Martin");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await (await browser.NewContextAsync(new() { Locale = "en-GB" })).NewPageAsync();
        await page.GotoAsync($"{site.Address}sign-in");
        await page.FillAsync("#mail", mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{site.Address}desk");
        await page.GotoAsync($"{site.Address}clip");
        var bookmarklet = (await page.GetAttributeAsync("a[href^='javascript:']", "href"))!["javascript:".Length..];

        await page.GotoAsync(press.Url("/paid"));
        var window = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync(bookmarklet));
        await Assertions.Expect(window.Locator("[role=status]")).ToHaveTextAsync("The page is here, as your browser shows it.");
        Assert.Equal(0, await site.QueryAsync(db => db.Articles.CountAsync()));
        await window.FillAsync("#outlet", "La Feuille");
        await window.ClickAsync("button[type=submit]");
        await Assertions.Expect(window).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/articles/1$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        var clip = await site.QueryAsync(db => db.Clips.SingleAsync());
        Assert.Equal((Aggregator.Archive.ClipWay.Browser, "Claire Martin"), (clip.Way, clip.ClippedBy));
        var article = await site.QueryAsync(db => db.Articles.Include(row => row.Text).SingleAsync());
        Assert.Equal(("Derrière le péage", press.Url("/paid")), (article.Title, article.Url));
        Assert.True(article.Words > 50, article.Text.Text);
    }
}

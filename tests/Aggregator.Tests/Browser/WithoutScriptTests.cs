using System.Text.RegularExpressions;
using Aggregator.Tests.Bench;
using Aggregator.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>The desk in a browser that runs no script: a story found, put aside, written about, by forms alone.</summary>
[Collection(Browsers.Name)]
public sealed class WithoutScriptTests
{
    [ChromiumFact]
    public async Task ASectionIsWrittenByFormsAlone()
    {
        await using var web = await DemoWeb.StartAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await using var site = await DeskSite.StartAsync([.. web.Sources.Select(source => source.FeedUrl)]);
        using var set = await site.SignUpAsync();
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Stories.CountAsync() >= 8 && await db.Extractions.AllAsync(row => row.DueAt == null)), "the stories");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await (await browser.NewContextAsync(new() { Locale = "fr-FR", JavaScriptEnabled = false })).NewPageAsync();

        await page.GotoAsync($"{site.Address}sign-in");
        await page.FillAsync("#mail", DeskSite.Mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await page.FillAsync("#series-title", "Le Relevé");
        await page.FillAsync("#series-sender", "La rédaction");
        await page.FillAsync("#series-mail", "redaction@releve.example");
        await page.ClickAsync(".column-form button");
        await page.FillAsync("#issue-title", "Une semaine de marée");
        await page.ClickAsync(".column-form button");
        await page.FillAsync("#new-heading", "Trêve de nuit");
        await page.PressAsync("#new-heading", "Enter");
        await page.Locator("#heading1").WaitForAsync();
        var editor = page.Url;

        await page.GotoAsync($"{site.Address}desk");
        await page.Locator(".stories .pick").Nth(1).CheckAsync();
        await page.Locator(".issue-section .add").ClickAsync();
        await page.Locator(".arrivals:has-text('carnet de la section 1')").WaitForAsync();

        await page.GotoAsync(editor);
        await page.FillAsync("#text1", "Une phrase sans aucun script.");
        await page.Locator("#s1 [data-credit]").First.ClickAsync();
        await Assertions.Expect(page.Locator("#text1")).ToHaveValueAsync(new Regex("^Une phrase sans aucun script\\..*\\S", RegexOptions.Singleline, TimeSpan.FromSeconds(1)));
        await page.Locator("#s1 .form-end button").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Une phrase sans aucun script.");
    }
}

using System.Collections.Concurrent;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Web.Api;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary><c>/docs/api</c> in a real browser: it shows the description, and a session tries a request that changes something.</summary>
public sealed class ApiBrowserTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [ChromiumFact]
    public async Task ARequestIsReadAndTried()
    {
        var mail = await fixture.Site.AccountAsync(AccountRole.Contributor, "Claire");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await (await browser.NewContextAsync(new() { Locale = "en-GB" })).NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue(message.Text);
        };
        page.PageError += (_, fault) => complaints.Enqueue(fault);
        await page.GotoAsync($"{fixture.Site.Address}sign-in");
        await page.FillAsync("#mail", mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{fixture.Site.Address}desk");

        await page.GotoAsync($"{fixture.Site.Address}docs/api");
        await page.ClickAsync("h3[data-tag=articles]");
        await page.ClickAsync(".opblock-put .opblock-summary-path[data-path='/api/v1/articles/{id}/star']");
        await page.FillAsync(".opblock.is-open input[placeholder=id]", "1");
        await page.ClickAsync(".opblock.is-open .execute");
        await Assertions.Expect(page.Locator(".opblock.is-open .live-responses-table .response-col_status").Last).ToContainTextAsync("204");
        Assert.Empty(complaints);
    }
}

using Aggregator.Tests.Bench;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>A passkey made and used in a real browser, whose authenticator is a virtual one (WebAuthn Level 3 §11).</summary>
public sealed class PasskeyTests
{
    [ChromiumFact]
    public async Task APasskeyOpensWithoutAPassword()
    {
        await using var site = await DeskSite.StartAsync();
        using var set = await site.SignUpAsync();
        // A passkey belongs to a domain name; an address is none.
        var root = $"http://localhost:{site.Address.Port}";
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await (await browser.NewContextAsync(new() { Locale = "en-GB" })).NewPageAsync();
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });

        await page.GotoAsync($"{root}/sign-in");
        await page.FillAsync("#mail", DeskSite.Mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{root}/desk");
        await page.GotoAsync($"{root}/account");
        await page.FillAsync("#passkey-name", "Bureau");
        await page.ClickAsync("[data-passkey=create] button");
        await Assertions.Expect(page.Locator("#passkeys li b")).ToHaveTextAsync("Bureau");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{root}/sign-in");
        await page.ClickAsync("[data-passkey=get] button");
        await Assertions.Expect(page).ToHaveURLAsync($"{root}/desk");
    }
}

using Aggregator.Accounts;
using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Tests.Bench;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>Two people with one issue open: each sees where the other is, hears of what was saved, and loses nothing.</summary>
public sealed class TogetherInBrowsersTests : IAsyncLifetime
{
    private DeskSite site = null!;

    public async Task InitializeAsync() => site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [ChromiumFact]
    public async Task EachSeesWhereTheOtherIsAndWhatWasSaved()
    {
        var issue = await DraftAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var claire = await OpenAsync(browser, "Claire", issue);
        var paul = await OpenAsync(browser, "Paul", issue);

        await Assertions.Expect(claire.Locator("[data-say=people]")).ToHaveTextAsync("Here too: Paul");
        await paul.FocusAsync("#text2");
        await Assertions.Expect(claire.Locator("[data-say=people]")).ToHaveTextAsync("Here too: Paul (section 2)");
        await Assertions.Expect(claire.Locator("#s2 [data-say=writing]")).ToHaveTextAsync("Writing here now: Paul");
        await Assertions.Expect(claire.Locator("#s1 [data-say=writing]")).ToBeHiddenAsync();

        await claire.FillAsync("#text2", "Un.\n\nDeux, dit Claire.");
        await paul.FillAsync("#text2", "Un, dit Paul.\n\nDeux.");
        await paul.ClickAsync("#s2 .form-end .button >> nth=0");
        await Assertions.Expect(claire.Locator("#s2 [data-say=saved]")).ToContainTextAsync("Paul has saved this section since");
        await claire.ClickAsync("#s2 .form-end .button >> nth=0");
        await Assertions.Expect(claire.Locator(".editor-bar .saved")).ToContainTextAsync("together with what somebody else had written");
        await Assertions.Expect(claire.Locator("#text2")).ToHaveValueAsync("Un, dit Paul.\n\nDeux, dit Claire.");

        await paul.CloseAsync();
        await Assertions.Expect(claire.Locator("[data-say=people]")).ToBeHiddenAsync();
    }

    private Task<Guid> DraftAsync() => site.QueryAsync(async db =>
    {
        var now = DateTimeOffset.UtcNow;
        var made = new Issue
        {
            PublicId = Guid.CreateVersion7(), Number = 1, Title = "La semaine", DatedAt = now, MadeAt = now,
            Publication = new() { PublicId = Guid.CreateVersion7(), Title = "Revue", Language = "fr", TimeZone = "Europe/Paris", SenderName = "Revue", SenderAddress = "revue@revue.example" },
        };
        db.Add(made);
        await db.SaveChangesAsync();
        foreach (var title in new[] { "Une", "Deux" })
            await EditorialWriting.AddAsync(db, made, new() { PublicId = Guid.CreateVersion7(), Title = title, Blocks = [new(BlockKind.Paragraph, [new("Un.")]), new(BlockKind.Paragraph, [new("Deux.")])] }, new(null, now), CancellationToken.None);
        return made.PublicId;
    });

    private async Task<IPage> OpenAsync(IBrowser browser, string name, Guid issue)
    {
        var mail = await site.AccountAsync(AccountRole.Editor, name);
        var page = await (await browser.NewContextAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();
        await page.GotoAsync($"{site.Address}sign-in");
        await page.FillAsync("#mail", mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{site.Address}desk");
        await page.GotoAsync($"{site.Address}issues/{issue}/edit");
        return page;
    }
}

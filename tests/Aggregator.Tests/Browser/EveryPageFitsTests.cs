using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Web;
using Aggregator.Web.Host.Api;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>
/// Every page that the demo's links lead to, as an administrator sees it: none is wider than a phone or a desk, by day or by night, none makes the browser
/// complain. Which pages there are the endpoints declare (<see cref="ProgramEndpoints"/>): one that is reached by no link is named here, with why.
/// </summary>
[Collection(Programs.Name)]
public sealed partial class EveryPageFitsTests : IDisposable
{
    /// <summary>What no link of a signed-in administrator leads to, and what is no page.</summary>
    private static readonly string[] Elsewhere =
    [
        "/feed.atom", "/searches/{token}.atom", "/image/{signature}/{address}", "/audit.csv", "/health/live", "/health/ready", "/push/{token}", "/openapi/{documentName}.json", // no pages
        "/sign-in", "/set-up", "/sign-in/code", "/forgot", "/choose-password", "/confirm/{token}", "/unsubscribe/{token}", // before one is signed in
        "/language/{language:regex(^(fr|en)$)}", "/clip/window", // leads back; opened by the bookmarklet
        "/issues/{id:guid}/send", "/sends/{id:guid}", "/sections/{id:guid}/remove", "/articles/{id:int}/revisions", "/issues/{id:guid}/correct", // what the demo's draft has not come to
    ];

    private readonly DemoRuns demos = new();

    public void Dispose() => demos.Dispose();

    [ChromiumFact]
    public async Task NoPageIsTooWideOrComplains()
    {
        var root = DemoRuns.FreeUrl();
        await using var demo = demos.Start(root);
        await DemoRuns.OpenAsync(demo);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await (await browser.NewContextAsync(new() { Locale = "fr-FR" })).NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, fault) => complaints.Enqueue($"{page.Url}: {fault}");
        await page.GotoAsync($"{root}/sign-in");
        await page.FillAsync("#mail", "demo@releve.example");
        await page.FillAsync("#password", "maree-basse-demo");
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{root}/desk");

        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/desk", "/", "/clip", "/desk/articles", "/audit", "/account", "/sources/add"]));
        while (waiting.TryDequeue(out var path))
        {
            if (RouteOf(path) is not { } route || !seen.Add(route) || Elsewhere.Contains(route)) continue;
            await page.GotoAsync(root + path);
            await AssertFitsAsync(page);
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"))
                if (link.StartsWith('/')) waiting.Enqueue(link.Split('#')[0]);
        }

        await OpenAsGuestAsync(page, root);
        seen.Add("/guest/{token}");
        var missed = ProgramEndpoints.Pages.Where(rule => rule.Method == "GET").Select(rule => rule.Path).Except(seen).Except(Elsewhere);
        Assert.Equal([], missed);
        Assert.Empty(complaints);
    }

    /// <summary>A link for a guest is made on the page of the comments, and opens the draft.</summary>
    private static async Task OpenAsGuestAsync(IPage page, string root)
    {
        await page.GotoAsync($"{root}/issue");
        await page.ClickAsync(".issue-tabs a[href$='/comments']");
        await page.FillAsync("#guest-name", "Ana Silva");
        await page.ClickAsync("form[action$='/guests'] button");
        await page.GotoAsync(await page.InnerTextAsync(".new-key"));
        await AssertFitsAsync(page);
        await Assertions.Expect(page.Locator(".guest-draft")).ToBeVisibleAsync();
        await page.FillAsync("#text", "Le deuxième paragraphe est long.");
        await page.ClickAsync("#comments button");
        await Assertions.Expect(page.Locator("#comments .said")).ToHaveTextAsync("Le deuxième paragraphe est long.");
    }

    private static async Task AssertFitsAsync(IPage page)
    {
        // The scheme changes colours alone: each width in one of them.
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Dark), (1440, ColorScheme.Light) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{page.Url} is {wide} wide at {width}");
        }
    }

    /// <summary>The route of the table that an address belongs to.</summary>
    private static string? RouteOf(string address)
    {
        var path = address.Split('?')[0];
        return ProgramEndpoints.Pages.Where(rule => rule.Method == "GET")
            .Select(rule => rule.Path).FirstOrDefault(route => Regex.IsMatch(path, PatternOf(route), RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static string PatternOf(string route) => "^" + string.Concat(Part().Split(route).Select(part => part switch
    {
        ['{', ..] when part.Contains(":int", StringComparison.Ordinal) => "[0-9]+",
        ['{', ..] when part.Contains(":guid", StringComparison.Ordinal) => "[0-9a-f-]{36}",
        ['{', ..] => "[^/]+",
        _ => Regex.Escape(part),
    })) + "$";

    [GeneratedRegex(@"(?<part>\{[^/]+\})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}

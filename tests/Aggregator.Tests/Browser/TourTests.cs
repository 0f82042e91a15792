using System.Net;
using System.Net.Sockets;
using Aggregator.Tests.Bench;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>Makes the pictures of the README from the demo: <c>TOUR=1 dotnet test --filter TourTests</c>.</summary>
[Collection(Browsers.Name)]
public sealed class TourTests
{
    [TourFact]
    public async Task ThePicturesOfTheReadme()
    {
        using var folder = new TempFolder();
        var url = FreeUrl();
        await using var demo = ProgramRun.Start(folder.Path, "demo", "--urls", url);
        await Eventually.TrueAsync(() => demo.HasEnded || demo.Errors.Contains("is open at", StringComparison.Ordinal), "the demo to open");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await (await browser.NewContextAsync(new() { Locale = "fr-FR", ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();

        await page.GotoAsync($"{url}/");
        await page.GotoAsync(url + await page.Locator("a[href^='/issues/']").First.GetAttributeAsync("href"));
        await page.Locator("article section").First.WaitForAsync();
        await PictureAsync(page, "issue");

        await page.GotoAsync($"{url}/sign-in");
        await page.FillAsync("[name=mail]", "demo@releve.example");
        await page.FillAsync("[name=password]", "maree-basse-demo");
        await page.PressAsync("[name=password]", "Enter");
        await page.Locator(".stories").WaitForAsync();
        await PictureAsync(page, "desk");

        // The issue in progress; what it shows beside the text is there without waiting.
        await page.GotoAsync($"{url}/issue");
        await page.Locator("textarea").First.WaitForAsync();
        await PictureAsync(page, "issue-form");
        await demo.SignalAsync("INT");
        Assert.Equal(0, (await demo.EndAsync()).ExitCode);
    }

    private static Task PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Shared.Repository, "docs", "pictures", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}

/// <summary>Only when somebody asks for the pictures.</summary>
internal sealed class TourFactAttribute : FactAttribute
{
    public TourFactAttribute() => Skip = Environment.GetEnvironmentVariable("TOUR") == "1" ? null : "TOUR=1 makes the pictures of the README.";
}

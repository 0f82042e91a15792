using System.Collections.Concurrent;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>The first hour of an editor in a real browser: set-up, desk, reader, sources; on a phone and on a desk, by day and by night.</summary>
[Collection(Browsers.Name)]
public sealed class FirstHourTests
{
    [ChromiumFact]
    public async Task EveryPageFitsAndAsksNobodyElse()
    {
        await using var press = await TestSite.StartAsync();
        // Asked for by the program alone, never by the browser.
        press.Give("/pixel.gif", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), "image/gif");
        press.Give("/feed", Fixtures.Rss("Revue", Enumerable.Range(1, 12).Select(number => Fixtures.Item(
            $"Anticonstitutionnellement, la rédaction publie son enquête numéro {number} sur les modérateurs", press.Url($"/a/{number}"),
            content: Fixtures.Text(number) + $"""<p><img src="{press.Url("/pixel.gif")}" alt="Un graphique"></p><pre>une-ligne-très-longue-sans-aucune-espace-qui-ne-se-coupe-nulle-part-et-qui-dépasse-tout-écran-de-téléphone</pre>"""))));
        await using var site = await DeskSite.StartAsync(press.Url("/feed"), press.Url("/missing"));
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Polls.CountAsync() >= 2), "the first visits");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        var context = await browser.NewContextAsync(new() { Locale = "fr-FR", ViewportSize = new() { Width = 390, Height = 844 } });
        var page = await context.NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, fault) => complaints.Enqueue($"{page.Url}: {fault}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != site.Address.Authority) complaints.Enqueue($"{page.Url} asks for {request.Url}");
        };

        await page.GotoAsync($"{site.Address}set-up?token={await site.SetUpTokenAsync()}");
        await AssertFitsAsync(page);
        await page.FillAsync("#name", "Claire Martin");
        await page.FillAsync("#mail", DeskSite.Mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await page.Locator("main.desk-list").WaitForAsync();
        await page.GotoAsync($"{site.Address}desk/articles");
        Assert.Equal(12, await page.Locator(".stories > li").CountAsync());

        await page.Locator(".stories a").First.ClickAsync();
        await page.Locator("article.reading").WaitForAsync();
        Assert.Contains("Dossier", await page.Locator("article.reading").InnerTextAsync(), StringComparison.Ordinal);
        var article = page.Url;

        foreach (var path in new[] { "/desk", "/desk/articles", "/desk?q=modérateurs", new Uri(article).AbsolutePath, "/sources", $"/sources/add?address={Uri.EscapeDataString(press.Url("/feed"))}", "/", "/nowhere" })
        {
            await page.GotoAsync(new Uri(site.Address, path).ToString());
            Assert.True(await page.Locator("h1").IsVisibleAsync(), path);
            await AssertFitsAsync(page);
        }

        // The one page that is not there says so in the console as well.
        Assert.All(complaints, complaint => Assert.Contains("/nowhere", complaint, StringComparison.Ordinal));
    }

    private static async Task AssertFitsAsync(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in new[] { 320, 390, 1440 })
            {
                await page.SetViewportSizeAsync(width, 900);
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{page.Url} is {wide} wide at {width}: {await WideAsync(page, width)}");
            }

            var colours = await page.EvaluateAsync<string[]>("(() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; })()");
            Assert.True(Brightness(colours[1]) > 128 == (scheme == ColorScheme.Light), $"{page.Url} in {scheme}: {string.Join(" on ", colours)}");
            Assert.True(Math.Abs(Brightness(colours[0]) - Brightness(colours[1])) > 100, $"{page.Url} in {scheme}: {string.Join(" on ", colours)}");
        }

        await page.SetViewportSizeAsync(390, 844);
    }

    /// <summary>The elements that stick out, for the message.</summary>
    private static Task<string> WideAsync(IPage page, int width) => page.EvaluateAsync<string>(
        "width => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1)"
        + ".map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 8).join(', ')",
        width);

    /// <summary>0 to 255 of "rgb(r, g, b)".</summary>
    private static double Brightness(string colour) =>
        colour.Split('(', ')')[1].Split(',').Take(3).Average(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Aggregator.Sending;
using Aggregator.Tests.Bench;
using Aggregator.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>A week's work by hand: from the ranked stories to three mails, with a mouse and a keyboard.</summary>
[Collection(Browsers.Name)]
public sealed class IssueByHandTests
{
    private static readonly string[] Headings = ["Trêve de nuit", "Valdore", "Pistache", "Le coin des lecteurs"];

    [ChromiumFact]
    public async Task AnIssueOfFourSectionsReachesItsReaders()
    {
        await using var web = await DemoWeb.StartAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await using var site = await DeskSite.StartAsync([.. web.Sources.Select(source => source.FeedUrl)]);
        await Eventually.TrueAsync(() => site.QueryAsync(async db => await db.Stories.CountAsync() >= 8 && await db.Extractions.AllAsync(row => row.DueAt == null)), "the stories");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        var page = await (await browser.NewContextAsync(new() { Locale = "fr-FR", ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, fault) => complaints.Enqueue($"{page.Url}: {fault}");
        page.Dialog += (_, dialog) =>
        {
            complaints.Enqueue($"{page.Url} asks: {dialog.Message}");
            _ = dialog.AcceptAsync();
        };

        await page.GotoAsync($"{site.Address}set-up?token={await site.SetUpTokenAsync()}");
        await page.FillAsync("#name", "Claire Martin");
        await page.FillAsync("#mail", DeskSite.Mail);
        await page.FillAsync("#password", DeskSite.Password);
        await page.PressAsync("#password", "Enter");
        await BeginAsync(page);
        var editor = page.Url;
        await PutStoriesAsideAsync(page, site);
        await QuoteAsync(page, editor);
        await WriteAsync(page, editor);
        await SubscribeAsync(site);

        await page.Locator("button:text-is('Approuver')").ClickAsync();
        await page.Locator("a:text-is('Envoyer…')").ClickAsync();
        Assert.Contains("3 abonnés confirmés le recevront", (await page.Locator("main").InnerTextAsync()).Replace('\u00A0', ' '), StringComparison.Ordinal);
        await page.Locator("button:text-is('Envoyer maintenant')").ClickAsync();
        await page.Locator("h1:has-text('est parti')").WaitForAsync();

        var mails = Directory.GetFiles(site.Outbox, "*.eml").Select(File.ReadAllText).ToList();
        Assert.Equal(3, mails.Count);
        Assert.All(["lecteur0", "lecteur1", "lecteur2"], reader => Assert.Single(mails, mail => mail.Contains($"To: {reader}@exemple.example", StringComparison.Ordinal)));
        Assert.All(mails, mail => Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("Pistache", mail, StringComparison.Ordinal));
        await page.Locator("a.link").First.ClickAsync();
        Assert.Equal(Headings, await page.Locator("article.issue section > h2").AllInnerTextsAsync());
        Assert.Empty(complaints);
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.FillAsync("#series-title", "Le Relevé");
        await page.FillAsync("#series-sender", "La rédaction");
        await page.FillAsync("#series-mail", "redaction@releve.example");
        await page.ClickAsync(".column-form button");
        await page.FillAsync("#issue-title", "Une semaine de marée");
        await page.ClickAsync(".column-form button");
        foreach (var heading in Headings)
        {
            await page.FillAsync("#new-heading", heading);
            await page.PressAsync("#new-heading", "Enter");
            await page.Locator($".section-form input[value='{heading}']").WaitForAsync();
        }

        await page.FillAsync("#intro", "Bonjour, voici la semaine.");
        await page.PressAsync("#bylines", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("saved=issue-fields", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>The first story by the keyboard, the others by their buttons.</summary>
    private static async Task PutStoriesAsideAsync(IPage page, DeskSite site)
    {
        await page.GotoAsync($"{site.Address}desk");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        var story = new Uri(site.Address, await page.Locator(".story:has(.pick:checked) h2 a").GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page).ToHaveURLAsync(story.ToString());
        await page.GotoAsync($"{site.Address}desk");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("a");
        await page.Locator(".arrivals:has-text('carnet de la section 1')").WaitForAsync();
        for (var section = 1; section < Headings.Length; section++)
        {
            await page.Keyboard.PressAsync("j");
            await page.Locator(".issue-section .add").Nth(section).ClickAsync();
            await page.Locator($".arrivals:has-text('carnet de la section {section + 1}')").WaitForAsync();
        }
    }

    /// <summary>A passage is selected in the reader and quoted in the first section.</summary>
    private static async Task QuoteAsync(IPage page, string editor)
    {
        await page.GotoAsync(editor);
        await page.Locator("#s1 .section-pad li > a").First.ClickAsync();
        await page.Locator(".article-body p:not(:has(img))").First.ClickAsync(new() { ClickCount = 3, Delay = 20 });
        await page.Locator("#quote.is-filled").WaitForAsync();
        Assert.NotEmpty(await page.InputValueAsync("#quote-words"));
        await page.ClickAsync("#quote button");
        await page.Locator("#quote [role=status]").WaitForAsync();
    }

    /// <summary>Each section gets a sentence and a credit, and the preview follows.</summary>
    private static async Task WriteAsync(IPage page, string editor)
    {
        await page.GotoAsync(editor);
        for (var section = 1; section <= Headings.Length; section++)
        {
            var text = page.Locator($"#text{section}");
            await text.FocusAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.TypeAsync($"\n\nUne phrase sur le point {section}, selon ");
            await page.Locator($"#s{section} [data-credit]").First.ClickAsync();
            await page.Locator($"#preview:has-text('sur le point {section}, selon')").WaitForAsync();
            await page.Locator($"#s{section} .form-end button").First.ClickAsync();
            var place = $"saved=s{section}";
            await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(place), RegexOptions.None, TimeSpan.FromSeconds(1)));
            // The address changes before the script of the page is there. The page itself is asked: the event may be over before anybody waits for it.
            await page.WaitForFunctionAsync("document.readyState === 'complete'");
        }

        // Remarks that block nothing may be left; what blocks has an icon.
        Assert.Equal(0, await page.Locator(".issue-checks li .icon").CountAsync());
    }

    private static Task SubscribeAsync(DeskSite site) => site.QueryAsync(async db =>
    {
        var series = await db.Publications.SingleAsync();
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < 3; i++)
        {
            var reader = new Subscriber { PublicId = Guid.CreateVersion7(), Address = $"lecteur{i}@exemple.example", AddressKey = $"lecteur{i}@exemple.example", MadeAt = now };
            reader.Subscriptions.Add(new() { PublicationId = series.Id, State = SubscriptionState.Confirmed, UnsubscribeToken = $"jeton-{i}-0123456789abcdef", AskedAt = now, ConfirmedAt = now });
            db.Add(reader);
        }

        return await db.SaveChangesAsync();
    });
}

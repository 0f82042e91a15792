using Aggregator.Publishing;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Service.Publishing;
using Microsoft.Playwright;

namespace Aggregator.Tests.Browser;

/// <summary>The mail of an issue as a small phone shows it whose mail program loads no pictures.</summary>
public sealed class MailOnAPhoneTests
{
    private const string Address = "https://mail.example/issue";
    private const int Width = 320;

    /// <summary>What is wider than the screen, or not to be seen; each with its words.</summary>
    private const string Misplaced =
        """
        () => [...document.querySelectorAll('h1, h2, p, li, figure, figcaption, img, a')]
            .filter(e => { const box = e.getBoundingClientRect(), style = getComputedStyle(e);
                return box.left < 0 || box.right > innerWidth || box.width === 0 || box.height === 0 || style.visibility !== 'visible' || style.opacity === '0'; })
            .map(e => `${e.tagName} ${Math.round(e.getBoundingClientRect().right)}: ${(e.textContent || e.alt).slice(0, 60)}`)
        """;

    [ChromiumFact]
    public async Task AllOfItIsReadWithoutScrollingAsideAndWithoutPictures()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        foreach (var (edition, scheme) in new[] { (Edition("fr"), ColorScheme.Light), (Edition("en"), ColorScheme.Dark) })
        {
            var page = await (await browser.NewContextAsync(new() { ViewportSize = new() { Width = Width, Height = 640 }, ColorScheme = scheme })).NewPageAsync();
            var pictures = 0;
            await page.RouteAsync("**/*", route =>
            {
                if (route.Request.Url == Address) return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = FrozenEdition.Of(edition).Html });
                pictures++;
                return route.AbortAsync();
            });
            await page.GotoAsync(Address);

            Assert.True(pictures > 0, "the mail has a picture to block");
            Assert.Equal(Width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            Assert.Empty(await page.EvaluateAsync<string[]>(Misplaced));
            var seen = Plain(await page.Locator("body").InnerTextAsync());
            foreach (var section in edition.Sections)
            {
                Assert.Contains(Plain(section.Title), seen, StringComparison.Ordinal);
                Assert.All(section.Blocks, block => Assert.Contains(Plain(block.Text), seen, StringComparison.Ordinal));
                Assert.All(section.Blocks.SelectMany(block => block.Items ?? []), item => Assert.Contains(Plain(EditionSpan.TextOf(item)), seen, StringComparison.Ordinal));
                Assert.All(section.Reading, article => Assert.Contains(Plain(article.Title), seen, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Six long sections, and one with what likes to stand out: a picture, a list, an address and a hashtag that nothing parts.</summary>
    private static Edition Edition(string language)
    {
        var edition = FormsTests.Long(language);
        const string Unparted = "https://press.example/2025/03/07/une-adresse-que-rien-ne-coupe-et-qui-est-plus-large-que-le-plus-petit-des-ecrans.html";
        return edition with
        {
            Publication = "Antikonstitutionnellement",
            Sections =
            [
                .. edition.Sections,
                new("#LeReseauSocialQueToutLeMondeQuitteraitSansSeRetourner",
                [
                    new(IsQuote: false, [new("Voyez "), new(Unparted, Unparted), new(" et "), new(Unparted) { IsStrong = true }]),
                    new(IsQuote: true, [new("#LeReseauSocialQueToutLeMondeQuitteraitSansSeRetourner")]),
                    new(IsQuote: false, []) { Items = [[new("court")], [new(Unparted)]] },
                    new(IsQuote: false, []) { Image = new("https://press.example/large.jpg", "Une place vide devant un écran géant", Caption: "La place, vendredi.", Credit: "Photo: Revue") },
                ],
                [new(Unparted, "Revue", Unparted, "fr")]),
            ],
        };
    }

    /// <summary>Words with one space between them, whatever spaces keep them together.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split([' ', '\u00A0', '\u202F', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

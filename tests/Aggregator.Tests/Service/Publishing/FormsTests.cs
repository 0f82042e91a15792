using System.Text;
using System.Xml.Linq;
using Aggregator.Curation;
using Aggregator.Publishing;
using AngleSharp.Html.Parser;

namespace Aggregator.Tests.Service.Publishing;

/// <summary>The forms of an issue, from hostile words to long ones.</summary>
public sealed class FormsTests
{
    private const string Evil = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp; {{unsubscribe}} [x](javascript:alert(3)) \u0001";

    private static readonly Edition Hostile = new(
        Evil, "fr", 7, Evil, new(2025, 3, 7, 8, 0, 0, TimeSpan.Zero), [Evil, "- une liste ?", "1. un"], [new(Evil)],
        [
            new(Evil,
            [
                new(IsQuote: false, [new(Evil, "javascript:alert(4)", IsCredit: true), new("mot", "https://press.example/\"onclick=\"x()"), new("lien", "data:text/html,x")]),
                new(IsQuote: true, [new(Evil)]),
            ],
            [new(Evil, Evil, "javascript:alert(5)", "\"><b>"), new("Deux", "Revue", "https://press.example/a?b=1&c=(2)", "fr")]),
        ],
        "https://revue.example/issues/1", Evil);

    [Fact]
    public void HostileWordsAreWordsInThePageAndTheMail()
    {
        foreach (var html in new[] { PageForm.Write(Hostile), MailForm.Html(Hostile) })
        {
            var page = new HtmlParser().ParseDocument(html);
            Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, form, b:not(.bylines b)"));
            Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), html));
            Assert.All(page.QuerySelectorAll("a[href]"), link =>
                Assert.True(link.GetAttribute("href") is "{{unsubscribe}}" or ['#', ..] || link.GetAttribute("href")!.StartsWith("https://", StringComparison.Ordinal), link.OuterHtml));
            Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void MarkdownKeepsWordsApartFromSigns()
    {
        var markdown = MarkdownForm.Write(Hostile);

        Assert.DoesNotMatch(@"[^\\]\]\(javascript:", markdown);
        Assert.DoesNotContain("\n<", markdown, StringComparison.Ordinal);
        Assert.Contains("\\<script\\>", markdown, StringComparison.Ordinal);
        Assert.Contains("\\- une liste ?", markdown, StringComparison.Ordinal);
        Assert.Contains("\n1\\. un", markdown, StringComparison.Ordinal);
        Assert.Contains("[Deux](https://press.example/a?b=1&c=%282%29), Revue", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTextHasNoLongLinesButLongWords()
    {
        foreach (var edition in new[] { Hostile, Long("fr"), Long("en") })
            Assert.All(TextForm.Write(edition).Split('\n'), line => Assert.True(line.Length <= 72 || !line.TrimStart('>', '-', ' ').Contains(' ', StringComparison.Ordinal), line));
        Assert.DoesNotContain("javascript:alert(5)", TextForm.Write(Hostile), StringComparison.Ordinal);
    }

    [Fact]
    public void TheTextTellsEveryWordOfTheIssue()
    {
        var edition = Long("fr");
        var text = Plain(TextForm.Write(edition));

        foreach (var section in edition.Sections)
        {
            Assert.Contains(section.Title, text, StringComparison.Ordinal);
            Assert.All(section.Blocks, block => Assert.Contains(block.Text, text, StringComparison.Ordinal));
            Assert.All(section.Reading, article => Assert.Contains(article.Url, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AMailOfSixLongSectionsStaysSmall()
    {
        var size = Encoding.UTF8.GetByteCount(MailForm.Html(Long("fr")));

        Assert.True(size < 60_000, $"{size} bytes");
    }

    [Fact]
    public void FrenchSignsKeepTheirSpaces()
    {
        var edition = Long("fr") with { Title = "Où va «\u00A0le réseau\u00A0»\u00A0?" };

        Assert.Equal("La revue n°\u00A07\u00A0: Où va «\u00A0le réseau\u00A0»\u00A0?", edition.Subject);
        foreach (var form in new[] { PageForm.Write(edition), MailForm.Html(edition), MarkdownForm.Write(edition) })
            Assert.Contains("«\u00A0le réseau\u00A0»\u00A0?", System.Net.WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        var text = TextForm.Write(edition);
        Assert.Contains("«\u00A0LE RÉSEAU\u00A0»\u00A0?", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" :", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" ?", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasApprovedHasOneHash()
    {
        var hash = FrozenEdition.Of(Long("fr")).Hash;

        Assert.Equal(hash, FrozenEdition.Of(Long("fr")).Hash);
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.NotEqual(hash, FrozenEdition.Of(Long("fr") with { Title = "Autre" }).Hash);
    }

    [Fact]
    public void TheFeedIsXmlWhateverTheWords()
    {
        var entry = new FeedEntry(Guid.Empty, Evil + "\uD800 😀", "https://revue.example/issues/1", DateTimeOffset.UnixEpoch, Evil, PageForm.Write(Hostile));

        var feed = XDocument.Parse(IssueFeed.Write(Evil, "https://revue.example/", "https://revue.example/feed.atom", "fr", [entry]));

        var title = feed.Descendants("{http://www.w3.org/2005/Atom}entry").Single().Element("{http://www.w3.org/2005/Atom}title")!.Value;
        Assert.Equal(Evil.Replace("\u0001", "", StringComparison.Ordinal) + " 😀", title);
    }

    /// <summary>An issue of six long sections.</summary>
    internal static Edition Long(string language) => new(
        "La revue", language, 7, "Six histoires de la semaine", new(2025, 3, 7, 8, 0, 0, TimeSpan.Zero), [.. Bench.Fixtures.Paragraphs(0).Take(2)], [new("Claire Martin"), new("Paul Durand")],
        [.. Enumerable.Range(1, 6).Select(section => new EditionSection(
            $"Section {section}",
            [.. Bench.Fixtures.Paragraphs(section).Concat(Bench.Fixtures.Paragraphs(section + 10)).Select((text, at) => new EditionBlock(at == 4, [new(text), new($"Revue {at}", $"https://press.example/{section}/{at}", IsCredit: true)]))],
            [.. Enumerable.Range(0, 6).Select(at => new CitedArticle($"Un titre d’article assez long pour être vrai, numéro {at}", $"Revue {at}", $"https://press.example/{section}/{at}?x=une-adresse-un-peu-longue", "fr"))]))],
        "https://revue.example/issues/1", "La rédaction");

    /// <summary>Without line ends and the signs of quotes.</summary>
    private static string Plain(string text) => text.Replace("\n> ", " ", StringComparison.Ordinal).Replace('\n', ' ');
}

using System.Text;
using System.Xml.Linq;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Reading.Text;
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
        foreach (var html in new[] { PageForm.Write(Hostile), MailForm.Write(Hostile) })
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
    public void TheTextListsWhereEveryWordLeadsOnce()
    {
        const string Study = "https://etude.example/rapport?annee=2026&p=1", Form = "https://releve.example/inscription", Earlier = "https://revue.example/issues/0", Credited = "https://press.example/a";
        var edition = Long("fr") with
        {
            Sections =
            [
                new(
                    "Un",
                    [
                        new(IsQuote: false, [new("Selon "), new("l’étude ", Study), new("complète", Study) { IsStrong = true }, new(", "), new("La Revue", Credited, IsCredit: true), new(" et "), new("rien", "javascript:alert(1)"), new(".")]),
                        new(IsQuote: false, []) { Items = [[new("On s’inscrit "), new("ici", Form)], [new(Form, Form)]] },
                    ],
                    [new("Un titre", "La Revue", Credited, "fr")])
                { SignOff = [new("Voir "), new("le numéro 0", Earlier), new(".")] },
                new("Deux", [new(IsQuote: true, [new("Encore "), new("l’étude", Study), new(" et "), new("le site", "https://site.example/"), new(".")])], []),
            ],
        };

        var text = TextForm.Write(edition);

        Assert.Contains(
            $"À lire\u00A0:\n- Un titre (La Revue)\n  {Credited}\n- l’étude complète\n  {Study}\n- ici\n  {Form}\n- le numéro 0\n  {Earlier}\n\n", text, StringComparison.Ordinal);
        Assert.Contains("À lire\u00A0:\n- le site\n  https://site.example/\n\n", text, StringComparison.Ordinal);
        foreach (var address in new[] { Study, Credited, Earlier, "https://site.example/" }) Assert.Equal(2, text.Split(address).Length);
        Assert.Contains("Selon l’étude complète, La Revue et rien.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkOfItsOwnAddressSaysItOnce()
    {
        var edition = Long("en") with { Sections = [new("One", [new(IsQuote: false, [new("See "), new("https://site.example/a", "https://site.example/a"), new(".")])], [])] };

        Assert.Contains("Read:\n- https://site.example/a\n\n", TextForm.Write(edition), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("قال التقرير إن التكلفة ارتفعت")]
    [InlineData("הדוח קובע שהעלות עלתה")]
    public void EachBlockRunsItsOwnWay(string words)
    {
        var edition = Long("fr") with
        {
            Title = words, Intro = [words, "En français."], Closing = [words], Bylines = [new("משה כהן")],
            Sections =
            [
                new(words, [new(IsQuote: false, [new(words)]), new(IsQuote: true, [new(words)]), new(IsQuote: true, [new("En français.")]), new(IsQuote: false, []) { Items = [[new(words)], [new("En français.")]] }], [new(words, "الجريدة", "https://press.example/a", "ar")])
                { SignOff = [new(words)] },
            ],
        };

        foreach (var html in new[] { PageForm.Write(edition), MailForm.Write(edition) })
        {
            var page = new HtmlParser().ParseDocument(html);
            var foreign = page.QuerySelectorAll("h1, h2, h3, p, li, span, blockquote, figcaption").Where(element => element.ChildNodes.OfType<AngleSharp.Dom.IText>().Any(text => TextDirection.IsRightToLeft(text.Data))).ToList();
            Assert.True(foreign.Count >= 7, html);
            Assert.All(foreign, element => Assert.True(element.Closest("[dir=auto]") is { } block && (block == element || TextDirection.IsRightToLeft(block.TextContent)), element.OuterHtml));
            Assert.All(page.QuerySelectorAll("ul, ol").Where(list => list.TextContent.Contains(words, StringComparison.Ordinal) && list.Closest("nav, .read") is null), list => Assert.Equal("auto", list.GetAttribute("dir")));
        }

        var mail = new HtmlParser().ParseDocument(MailForm.Write(edition));
        Assert.Equal([true, false], mail.QuerySelectorAll("p.bar").Select(quote => quote.GetAttribute("style")!.Contains("border-right:3px", StringComparison.Ordinal)));
    }

    [Fact]
    public void AMailOfSixLongSectionsStaysSmall()
    {
        var size = Encoding.UTF8.GetByteCount(MailForm.Write(Long("fr")));

        Assert.True(size < 60_000, $"{size} bytes");
    }

    [Fact]
    public void FrenchSignsKeepTheirSpaces()
    {
        var edition = Long("fr") with { Title = "Où va «\u00A0le réseau\u00A0»\u00A0?" };

        Assert.Equal("La revue n°\u00A07\u00A0: Où va «\u00A0le réseau\u00A0»\u00A0?", edition.Subject);
        foreach (var form in new[] { PageForm.Write(edition), MailForm.Write(edition), MarkdownForm.Write(edition) })
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

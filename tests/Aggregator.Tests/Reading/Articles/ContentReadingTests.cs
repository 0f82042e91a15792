using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Content;
using Aggregator.Reading.Feeds;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Reading.Articles;

/// <summary>The one-pass reading of content gives what the whole parser gives, or leaves it to it.</summary>
public sealed class ContentReadingTests
{
    private static readonly Uri Address = new("https://press.example/feed");

    [Theory]
    [InlineData("Un mot", "Un mot")]
    [InlineData("<p>Un</p><p>Deux</p>", "Un\n\nDeux")]
    [InlineData("<p>Un<p>Deux", "Un\n\nDeux")]
    [InlineData("Un<br>deux<br /><br>trois", "Un\ndeux\n\ntrois")]
    [InlineData("Un<br> \u00A0 <br>deux", "Un\n\ndeux")]
    [InlineData("<b>Un<br><br>deux</b>", "Un\ndeux")]
    [InlineData("<p>A &amp; B &#8217; &eacute;&nbsp;! a & b &</p>", "A & B ’ é\u00A0! a & b &")]
    [InlineData("<blockquote><p>Un</p><p>Deux</p></blockquote>trois", "Un\nDeux\n\ntrois")]
    [InlineData("<ul><li>Un<li>Deux<ol><li>Trois</li></ol></ul>", "Un\nDeux\nTrois")]
    [InlineData("<h2>Titre</h2>  texte <a href=\"/x\">lien</a>.<img src=x>légende", "Titre\n\ntexte lien.\n\nlégende")]
    [InlineData("<div>Un<div>Deux</div>trois</div><!-- rien --><hr>quatre", "Un\n\nDeux\n\ntrois\n\nquatre")]
    [InlineData("so\u00ADcial\u200B <span title='a>b'>net</span>", "social net")]
    [InlineData("Un<figure><img src=x><figcaption>Légende<br>suite</figcaption></figure>deux", "Un\n\nLégende\nsuite\n\ndeux")]
    [InlineData("", "")]
    [InlineData(" <p> </p><p>\u00A0</p>", "")]
    public void SimpleContentIsReadInOnePassAsTheParserReadsIt(string html, string text)
    {
        Assert.True(ContentText.TryRead(html, out var read));
        Assert.Equal(text, read);
        Assert.Equal(ArticleExtractor.ReadFragment(html, Address).Text, read);
    }

    [Theory]
    [InlineData("<p>Un</b>")]
    [InlineData("<b><p>Un</p></b>")]
    [InlineData("a < b")]
    [InlineData("<table><tr><td>Un</table>")]
    [InlineData("<script>var a = '<p>';</script>")]
    [InlineData("&eacute sans fin")]
    [InlineData("&#150;")]
    [InlineData("&nix;")]
    [InlineData("<p title=a\"b>Un</p>")]
    [InlineData("<a href=x")]
    [InlineData("<!-- offen")]
    [InlineData("<!DOCTYPE html>x")]
    [InlineData("Un</p>")]
    [InlineData("<li>Un</li>")]
    [InlineData("<ul><p>Un</p></ul>")]
    [InlineData("<h1>Un<h2>Deux</h2>")]
    [InlineData("a\0b")]
    public void WhatAParserRepairsIsLeftToIt(string html)
    {
        Assert.False(ContentText.TryRead(html, out _));
        Assert.Equal(ArticleExtractor.ReadFragment(html, Address).Text, ContentReading.Of(html, Address).Text);
    }

    [Fact]
    public void WhateverTheMixTheTextIsTheParsers()
    {
        string[] parts =
        [
            "<p>", "</p>", "<br>", "<b>", "</b>", "<div>", "</div>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<blockquote>", "</blockquote>",
            "<h2>", "</h2>", "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<img src=a.png>", "<hr>", "<a href='x'>", "</a>", "mot ", " ", "\n", "&nbsp;", "&amp;", "é", "\u00A0", "\u200B", "<!--c-->", "fin.",
        ];
        var read = 0;
        Gen.OneOf(parts).Array[2, 13].Select(string.Concat).Holds(30_000, html =>
        {
            if (!ContentText.TryRead(html, out var text)) return;
            read++;
            Assert.True(ArticleExtractor.ReadFragment(html, Address).Text == text, $"{html}\n→ {text}\nnot {ArticleExtractor.ReadFragment(html, Address).Text}");
        });

        Assert.True(read > 1_000, $"{read}");
    }

    [SharedFact]
    public void RealFeedsAreNearlyAllSimpleAndReadAlike()
    {
        var (simple, all) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(Shared.Path("corpus", "feeds", "real")))
        {
            foreach (var html in FeedParser.Parse(File.ReadAllBytes(file), Address).Items.SelectMany(item => new[] { item.ContentHtml, item.SummaryHtml }).OfType<string>())
            {
                all++;
                if (!ContentText.TryRead(html, out var text)) continue;
                simple++;
                Assert.Equal(ArticleExtractor.ReadFragment(html, Address).Text, text);
            }
        }

        Assert.True(simple > all * 0.7, $"{simple} of {all}");
    }
}

using System.Text.Json;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;
using Aggregator.Tests.Reading.Html;

namespace Aggregator.Tests.Reading.Articles;

/// <summary>
/// Pages of the kinds that people report: captions, late pictures, consent walls, comments, offers, bylines, what stands around the text
/// in eight languages.
/// </summary>
public sealed class FieldArticleTests
{
    public static TheoryData<string> Names => [.. ExpectedArticle.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_of_the_field_gives_its_article_alone(string name)
    {
        var page = ExpectedArticle.Open(name);

        var reading = page.Read();

        Assert.Empty(page.Faults(reading));
        Active.AssertNone(reading.Html, name);
    }

    /// <summary>The shared cases: the headline's first words, and what must be there or not.</summary>
    [SharedTheory]
    [InlineData("articles/author-glued-role", "author", "Mira Holt")]
    [InlineData("articles/author-prefix", "author", "Mira Holt, Tom Veld")]
    [InlineData("articles/author-commenter", "author", "Mira Holt")]
    [InlineData("articles/author-role-account", "author", "")]
    [InlineData("articles/related-in-next-article", "not", "Mensagem")]
    [InlineData("articles/tail-boxes-pt", "not", "Tags|ATENÇÃO|Voltar|Publicado por")]
    [InlineData("articles/tail-linkbacks", "not", "Related|Tag:|Top Rated")]
    [InlineData("articles/double-encoded", "not", "â€™")]
    [InlineData("field/wpdiv", "html", "<figcaption>Le pont vu d’aval, en mars</figcaption>")]
    [InlineData("field/caption", "html", "<figcaption>Le pont en mars. Photo Zoé Dupont</figcaption>")]
    [InlineData("field/srcdesc", "html", "s-1200.jpg")]
    [InlineData("field/blur", "html", "w-1600.jpg")]
    [InlineData("field/noscriptimg", "html", "ns.jpg")]
    [InlineData("field/ckbreve", "not", "partenaires|traceur")]
    [InlineData("field/ckbreve_tac", "not", "partenaires|cookies")]
    [InlineData("field/cmbreve", "not", "Franchement|grand-père")]
    [InlineData("field/offer", "not", "abonnés")]
    [InlineData("field/shadow2", "has", "Le conseil municipal|chaque phase du chantier.")]
    [InlineData("field/mathml", "has", "On pose x=42 pour la suite")]
    [InlineData("field/video", "html", "AbCdEfGhIjk\" rel=\"noopener nofollow\">Le pont vu du ciel</a>")]
    [InlineData("field/zhbr", "title", "老桥将修复")]
    public void A_shared_case_is_read(string name, string what, string wanted)
    {
        var html = SafeHtml.Decode(File.ReadAllBytes(Shared.Path(["cases", .. $"{name}.html".Split('/')])), null);
        var reading = ArticleExtractor.Read(html, new Uri("https://case.example/a"));

        switch (what)
        {
            case "author": Assert.Equal(wanted, string.Join(", ", reading.Authors)); break;
            case "title": Assert.Equal((wanted, "zh"), (reading.Title, reading.Language)); break;
            case "html": Assert.Contains(wanted, reading.Html, StringComparison.Ordinal); break;
            default:
                Assert.True(reading.Text.Length > 100, name);
                foreach (var words in wanted.Split('|')) Assert.Equal(what == "has",
                    reading.Text.Contains(words, StringComparison.Ordinal));
                break;
        }
    }
}

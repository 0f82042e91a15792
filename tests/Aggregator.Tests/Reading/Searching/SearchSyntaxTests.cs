using System.Text;
using Aggregator.Reading.Searching;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Reading.Searching;

/// <summary>Whatever is typed is a query or a sentence.</summary>
public sealed class SearchSyntaxTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" … ! ", "")]
    [InlineData("Impôts LOCAUX", "impots & locaux")]
    [InlineData("l’impôt", "l_impot")]
    [InlineData("\"réforme des retraites\" grève", "reforme_des_retraites & greve")]
    [InlineData("« réforme des retraites »", "reforme_des_retraites")]
    [InlineData("“one phrase” two", "one_phrase & two")]
    [InlineData("grève OR manifestation OU blocage Paris", "greve|manifestation|blocage & paris")]
    [InlineData("a | b", "a|b")]
    [InlineData("grève -SNCF -\"gare de Lyon\"", "greve !sncf !gare_de_lyon")]
    [InlineData("climat - prix", "climat & prix")]
    [InlineData("arc-en-ciel", "arc_en_ciel")]
    [InlineData("lang:FR source:\"Le Monde\" -has:image tag:Santé", " Lang=fr Source=Le Monde !Has=image Tag=sante")]
    [InlineData("langue:fr-CA depuis:2026 avant:31/3/2026 histoire:7", " Lang=fr After=2026-01-01 Before=2026-03-31 Story=7")]
    [InlineData("after:2026-02", " After=2026-02-01")]
    [InlineData("https://a.example/x", "https_a_example_x")]
    [InlineData("12:30", "12_30")]
    [InlineData("x\u0000y\uD800 z", "x_y & z")]
    public void IsRead(string text, string expected)
    {
        var reading = SearchSyntax.Read(text);

        Assert.Null(reading.Fault);
        Assert.Equal(expected, Say(reading.Query!));
    }

    [Theory]
    [InlineData("\"réforme", 0, "guillemet", "quotation mark")]
    [InlineData("a OR", 2, "OR se place", "OR stands")]
    [InlineData("OR a", 0, "OR se place", "OR stands")]
    [InlineData("a OR OR b", 5, "OR se place", "OR stands")]
    [InlineData("a OR -b", 5, "OR se place", "OR stands")]
    [InlineData("a OR lang:fr", 5, "OR se place", "OR stands")]
    [InlineData("auteur:x", 0, "auteur:", "auteur:")]
    [InlineData("a source:", 2, "valeur", "value")]
    [InlineData("after:demain", 0, "date", "date")]
    [InlineData("before:2026-13-01", 0, "date", "date")]
    [InlineData("lang:f1", 0, "langue", "language")]
    [InlineData("story:-1", 0, "numéro", "number")]
    [InlineData("has:video", 0, "has:image", "has:image")]
    [InlineData("tag:!!", 0, "mot", "word")]
    public void OrExplained(string text, int at, string french, string english)
    {
        var reading = SearchSyntax.Read(text);

        Assert.Null(reading.Query);
        Assert.Equal(at, reading.Fault!.At);
        Assert.Contains(french, reading.Fault.French, StringComparison.Ordinal);
        Assert.Contains(english, reading.Fault.English, StringComparison.Ordinal);
    }

    [Fact]
    public void TooMuchIsRefused()
    {
        Assert.NotNull(SearchSyntax.Read(new string('a', 100_000)).Fault);
        Assert.NotNull(SearchSyntax.Read(string.Join(' ', Enumerable.Range(0, SearchQuery.MostTerms + 1))).Fault);
        Assert.NotNull(SearchSyntax.Read('"' + string.Join(' ', Enumerable.Range(0, SearchQuery.MostTerms + 1)) + '"').Fault);
        Assert.Null(SearchSyntax.Read(string.Join(' ', Enumerable.Range(0, SearchQuery.MostTerms))).Fault);
    }

    [Fact]
    public void NothingThrows()
    {
        Gen.Char["ab \"«»-:()*^~ORlangsource after\u0000\uD800é|\\'"].Array[0, 29].Select(signs => new string(signs)).Holds(20_000, text =>
        {
            var reading = SearchSyntax.Read(text);
            Assert.True(reading.Query is null != reading.Fault is null);
        });
    }

    private static string Say(SearchQuery query) => string.Join(" & ", query.All.Select(group => string.Join('|', group.Select(Say))))
        + string.Concat(query.None.Select(phrase => $" !{Say(phrase)}"))
        + string.Concat(query.Filters.Select(filter => $" {(filter.IsExcluded ? "!" : "")}{filter.Name}={filter.Value}"));

    private static string Say(SearchPhrase phrase) => string.Join('_', phrase.Words);
}

using Aggregator.Reading.Pages;

namespace Aggregator.Tests.Reading.Pages;

/// <summary>Selectors of a person who knows better.</summary>
public sealed class PageRulesTests
{
    private const string Html = """
        <html lang="fr"><body><div class="pub"><h2><a href="/pub">Une réclame qui se prend pour un article</a></h2><p>Achetez.</p></div>
        <div class="x"><span class="t">Le premier billet</span><a href="/un" class="go">voir</a><span class="d">2026-03-12</span><div class="txt"><p>Le texte du premier billet.</p></div><div class="bas">Bas</div></div>
        <div class="x"><span class="t">Le second billet</span><a href="/deux" class="go">voir</a><span class="d">2026-03-11</span><div class="txt"><p>Le texte du second billet.</p></div><div class="bas">Bas</div></div>
        </body></html>
        """;

    private static readonly Uri Address = new("https://site.example/");

    [Fact]
    public void Each_rule_says_where_its_part_stands()
    {
        var reading = PageReader.Read(Html, Address, new() { List = "div.x", Title = ".t", Link = "a.go", Date = ".d", Body = ".txt" });

        Assert.Equal(["Le premier billet", "Le second billet"], reading.Entries.Select(entry => entry.Title));
        Assert.Equal(["https://site.example/un", "https://site.example/deux"], reading.Entries.Select(entry => entry.Url));
        Assert.Equal([12, 11], reading.Entries.Select(entry => entry.Published!.Value.Day));
        Assert.Equal(["Le texte du premier billet.", "Le texte du second billet."], reading.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void What_is_to_be_removed_is_not_there()
    {
        var reading = PageReader.Read(Html, Address, new() { List = "div", Remove = ".pub, .bas, body" });

        Assert.DoesNotContain(reading.Entries, entry => entry.Title.Contains("réclame", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_matches_nothing_is_said_in_a_sentence() =>
        Assert.Contains("matches nothing", PageReader.Read(Html, Address, new() { List = "article.none" }).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("div > ", "list")]
    [InlineData("p:[", "list")]
    [InlineData("a:hover, li:nth-child(2n+1) > b", null)]
    public void What_is_no_selector_is_named_and_passed_over(string selector, string? faulty)
    {
        var rules = new PageRules { List = selector };

        Assert.Equal(faulty is null ? [] : [faulty], rules.Faulty);
        Assert.NotNull(PageReader.Read(Html, Address, rules));
    }
}

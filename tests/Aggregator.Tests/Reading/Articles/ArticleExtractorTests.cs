using Aggregator.Reading.Articles;

namespace Aggregator.Tests.Reading.Articles;

public sealed class ArticleExtractorTests
{
    private static readonly Uri Address = new("https://www.gazette.example/2026/03/14/pont-ferme");
    private static readonly ArticleReading French = ArticleExtractor.Read(Fixture("french.html"), Address);
    private static readonly ArticleReading English = ArticleExtractor.Read(Fixture("english.html"), new Uri("https://herald.example/story"));

    internal static string Fixture(string name) =>
        File.ReadAllText(Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Articles", "Fixtures", name));

    [Fact]
    public void A_French_page_tells_who_when_and_where()
    {
        Assert.Equal("Le pont de la Cluse fermé jusqu’à l’été", French.Title);
        Assert.Equal(["Marie Lefèvre", "Jean-Paul Aubry"], French.Authors);
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 0, 0, 0, TimeSpan.Zero), French.Published);
        Assert.Equal("La Gazette du Jura", French.SiteName);
        Assert.Equal("fr", French.Language);
        Assert.Equal("https://www.gazette.example/img/pont.jpg", French.Image);
        Assert.Equal("https://www.gazette.example/2026/03/14/pont-ferme", French.Canonical);
        Assert.Null(French.Problem);
    }

    [Fact]
    public void Of_a_French_page_only_the_article_stays()
    {
        Assert.StartsWith("La préfecture a annoncé", French.Text, StringComparison.Ordinal);
        Assert.EndsWith("rouvrira le 21 juin.", French.Text, StringComparison.Ordinal);
        foreach (var noise in new[] { "Lire aussi", "Partager", "Abonnez-vous", "Mentions légales", "Photo :", "Par Marie", "commentaire", "À la une" })
            Assert.DoesNotContain(noise, French.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Blocks_know_what_they_are()
    {
        BlockKind[] expected = [BlockKind.Paragraph, BlockKind.Figure, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Quote, BlockKind.List, BlockKind.Paragraph];
        Assert.Equal(expected, French.Blocks.Select(block => block.Kind));
        Assert.Equal("<h2>Un chantier de cinq mois</h2>", French.Blocks.Single(block => block.Kind == BlockKind.Heading).Html);
        Assert.Contains("href=\"https://www.gazette.example/prefecture\"", French.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", French.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_English_page_tells_who_when_and_where()
    {
        Assert.Equal("Council votes to close the old bridge", English.Title);
        Assert.Equal(["Ann O’Neill", "Rui Costa"], English.Authors);
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 9, 30, 0, TimeSpan.FromHours(-5)), English.Published);
        Assert.Equal(new DateTimeOffset(2026, 3, 15, 8, 0, 0, TimeSpan.FromHours(-5)), English.Modified);
        Assert.Equal("en", English.Language);
        Assert.Equal("The council will close the bridge.", English.Excerpt);
    }

    [Fact]
    public void Of_an_English_page_only_the_article_stays()
    {
        Assert.StartsWith("The city council voted", English.Text, StringComparison.Ordinal);
        Assert.EndsWith("said the mayor.", English.Text, StringComparison.Ordinal);
        foreach (var noise in new[] { "Read more", "Subscribe", "cookies", "Related", "All rights reserved", "lives in Dover", "Sign up" })
            Assert.DoesNotContain(noise, English.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(English.Blocks, block => block.Kind == BlockKind.Table && block.Text.Contains("412", StringComparison.Ordinal));
    }

    [Fact]
    public void The_content_of_a_feed_is_taken_whole()
    {
        var reading = ArticleExtractor.ReadFragment("Un début.<br><br>Une <b>suite</b> <script>x</script><ul><li>un<li>deux</ul><p class=share>Partager</p>", Address, "Titre");
        Assert.Equal("Titre", reading.Title);
        Assert.Equal("Un début.\n\nUne suite\n\nun\ndeux\n\nPartager", reading.Text);
        Assert.Equal("<p>Un début.</p><p>Une <b>suite</b></p><ul><li>un</li><li>deux</li></ul><p>Partager</p>", reading.Html);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><nav><a href=/>Accueil</a></nav></body></html>")]
    [InlineData("<frameset><frame src=x></frameset>")]
    public void A_page_without_text_says_so(string html)
    {
        var reading = ArticleExtractor.Read(html, Address);
        Assert.Equal("This page holds no article text.", reading.Problem);
        Assert.Empty(reading.Blocks);
    }

    [Fact]
    public void A_page_that_asks_for_too_much_says_so() =>
        Assert.Equal("The elements of this page are nested too deeply.", ArticleExtractor.Read(string.Concat(Enumerable.Repeat("<div>", 50_000)), Address).Problem);

    [Fact]
    public void Text_that_is_only_in_the_structured_data_is_used()
    {
        var body = string.Join("\\n", Enumerable.Repeat("Une phrase de l’article qui n’est que dans les données de la page.", 6));
        var reading = ArticleExtractor.Read($$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Titre","articleBody":"{{body}}"}</script><div id=app></div>""", Address);
        Assert.Equal(6, reading.Blocks.Count);
        Assert.Equal("Titre", reading.Title);
    }
}

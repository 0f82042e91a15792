using System.Text;
using Aggregator.Intake;

namespace Aggregator.Tests.Service.Intake;

/// <summary>The languages of the items of a feed: what it declares, what its titles tell together, and what an item says of itself.</summary>
public sealed class FeedLanguageTests
{
    private const string French =
        "Agenda culturel|Le conseil vote le budget des écoles|La piscine ferme pour trois mois|Portrait : Nina Varel|Les bus de nuit reviennent dans la vallée|Brèves";

    private const string English = "Van Damme in Amsterdam|La Dolce Vita at sixty|Council votes to close the bridge|Why the river rises|The ferry is late again";

    [Theory]
    [InlineData("fr-FR", null, French, "fr")]
    [InlineData("en", null, French, "fr")]
    [InlineData(null, null, French, "fr")]
    [InlineData("en-US", "fr", French, "fr")]
    [InlineData("en", null, English, "en")]
    [InlineData("fr", "en", English, "en")]
    [InlineData("af-ZA", null, "Nuwe skool in die dorp|Kragonderbrekings in Kaapstad|Die rugbyspan wen weer in Durban", "af")]
    [InlineData("sv", null, "Bron stängs i Lund|Regeringen vill ha fler poliser|Därför dröjer tågen", "sv")]
    public void BareHeadlinesAreInTheLanguageOfTheirFeed(string? declared, string? configured, string titles, string language) =>
        Assert.All(LanguagesOf(declared, configured, titles.Split('|').Select(title => $"<title>{title}</title>")), told => Assert.Equal(language, told));

    [Fact]
    public void AnItemThatSaysItsLanguageIsInIt() =>
        Assert.Equal(["en", "it"], LanguagesOf("en", null, ["<title>Radio news</title>", "<title xml:lang=\"it\">Radio notte</title><dc:language>it</dc:language>"]));

    [Fact]
    public void AnItemThatTellsAnotherLanguageIsInThat() =>
        Assert.Equal(
            ["en", "de"],
            LanguagesOf("en", null, ["<title>Radio news</title>", "<title>Radio</title><description>Der Sender ist seit gestern nicht mehr auf der alten Welle zu hören, und die Hörer sind verärgert.</description>"]));

    private static IReadOnlyList<string?> LanguagesOf(string? declared, string? configured, IEnumerable<string> items)
    {
        var feed = $"""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed</title><link>https://a.example/</link>
            {(declared is null ? "" : $"<language>{declared}</language>")}
            {string.Concat(items.Select((item, number) => $"<item>{item}<link>https://a.example/{number}</link></item>"))}
            </channel></rss>
            """;
        var response = new Aggregator.Fetching.FetchResponse { FinalUrl = "https://a.example/feed", Status = 200, ContentType = "application/rss+xml", Body = Encoding.UTF8.GetBytes(feed) };
        return [.. SourceReader.Read(response, configured).Arrivals.Select(arrival => arrival.Text.Language)];
    }
}

using System.Globalization;
using System.Net;
using System.Text;

namespace Aggregator.Tests.Bench;

/// <summary>Feeds and pages in the words of the tests.</summary>
internal static class Fixtures
{
    private static readonly string[] Words =
    [
        "la", "rédaction", "a", "publié", "son", "enquête", "sur", "les", "réseaux", "sociaux", "et", "leurs", "modérateurs", "dans", "une", "ville",
        "du", "nord", "où", "chaque", "plateforme", "cherche", "encore", "un", "modèle", "durable", "pour", "financer", "des", "contenus", "de", "qualité",
    ];

    private static readonly string[] Syllables = ["bar", "do", "lin", "mé", "nou", "pra", "ri", "sol", "ta", "ver"];

    /// <summary>A French text of its own for each number, several paragraphs, a thousand characters and more.</summary>
    public static IReadOnlyList<string> Paragraphs(int number)
    {
        var random = new Random(number);
        return [.. Enumerable.Range(0, 5).Select(paragraph => Sentence(random, 45) + string.Create(CultureInfo.InvariantCulture, $" Dossier {number}, point {paragraph}."))];
    }

    public static string Text(int number) => string.Concat(Paragraphs(number).Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"));

    public static string Page(int number, string title) => $"""
        <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body><header><a href="/">Accueil</a></header><main><article><h1>{WebUtility.HtmlEncode(title)}</h1>{Text(number)}</article></main>
        <footer>Mentions légales</footer></body></html>
        """;

    public static string Item(string title, string? link, string? description = null, string? content = null, string? guid = null) => $"""
        <item><title>{WebUtility.HtmlEncode(title)}</title>{Element("link", link)}{Element("guid", guid ?? link)}
        <pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate>{Element("description", description)}{Element("content:encoded", content)}</item>
        """;

    public static string Rss(string title, params IEnumerable<string> items) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>{WebUtility.HtmlEncode(title)}</title><link>https://press.example/</link><description>Essai</description><language>fr</language>
        {string.Concat(items)}
        </channel></rss>
        """;

    /// <summary>A feed of articles with their whole texts.</summary>
    public static string WholeFeed(TestSite site, string title, params IEnumerable<int> numbers) =>
        Rss(title, numbers.Select(number => Item($"Article {number}", site.Url($"/article/{number}"), "Un résumé.", Text(number))));

    private static string Element(string name, string? value) => value is null ? "" : $"<{name}>{WebUtility.HtmlEncode(value)}</{name}>";

    private static string Sentence(Random random, int words)
    {
        var text = new StringBuilder("Selon nos sources,");
        // Every third word is invented: texts of few words would be alike by chance.
        for (var i = 0; i < words; i++) text.Append(' ').Append(i % 3 == 2 ? Invented(random) : Words[random.Next(Words.Length)]);
        return text.Append('.').ToString();
    }

    private static string Invented(Random random) => string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));
}

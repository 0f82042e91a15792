using System.Text.Json;
using System.Text.RegularExpressions;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;

namespace Aggregator.Tests.Reading.Articles;

/// <summary>
/// A page of the field with what must come out of it, stated in a remark in its first line. What it does not state is not asked.
/// </summary>
internal sealed partial record ExpectedArticle(string Name, string Html, JsonElement Wanted)
{
    private static readonly string Folder = Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Articles", "Fixtures",
        "Field");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static ExpectedArticle Open(string name)
    {
        var html = File.ReadAllText(Path.Combine(Folder, name + ".html"));
        return new(name, html, JsonDocument.Parse(html[4..html.IndexOf("-->", StringComparison.Ordinal)]).RootElement);
    }

    public ArticleReading Read() => ArticleExtractor.Read(Html, new Uri(Wanted.GetProperty("url").GetString()!));

    /// <summary>Everything that came out otherwise, in words.</summary>
    public List<string> Faults(ArticleReading reading)
    {
        var faults = new List<string>();
        var text = Fold(reading.Text);
        foreach (var wanted in Wanted.EnumerateObject())
        {
            switch (wanted.Name)
            {
                case "url": break;
                case "starts": Check(text.StartsWith(Fold(wanted.Value), StringComparison.Ordinal),
                    text[..Math.Min(60, text.Length)]); break;
                case "ends": Check(text.EndsWith(Fold(wanted.Value), StringComparison.Ordinal), text[^Math.Min(60, text.Length)..]); break;
                case "title": Check(reading.Title == wanted.Value.GetString(), reading.Title); break;
                case "language": Check(reading.Language == wanted.Value.GetString(), reading.Language); break;
                case "authors": Check(List(wanted.Value).SequenceEqual(reading.Authors), string.Join(", ", reading.Authors)); break;
                case "has": foreach (var words in List(wanted.Value)) Check(text.Contains(words, StringComparison.Ordinal), words); break;
                case "avoid" or "absentText": foreach (var words in List(wanted.Value)) Check(!text.Contains(words,
                    StringComparison.Ordinal), words); break;
                case "absentHtml": foreach (var words in List(wanted.Value)) Check(!reading.Html.Contains(words, StringComparison.Ordinal),
                    words); break;
                case "images": Check(List(wanted.Value).SequenceEqual(Sources().Matches(reading.Html)
                    .Select(match => match.Groups["src"].Value)), reading.Html); break;
                case "figures": foreach (var figure in wanted.Value.EnumerateArray()) Check(HasFigure(reading, figure),
                    figure.ToString()); break;
                case "links": foreach (var link in wanted.Value.EnumerateArray()) Check(HasLink(reading, link), link.ToString()); break;
                default: faults.Add($"{wanted.Name} is not known"); break;
            }

            void Check(bool holds, string? got)
            {
                if (!holds) faults.Add($"{wanted.Name}: {got}");
            }
        }

        return faults;
    }

    private static bool HasFigure(ArticleReading reading, JsonElement figure) => reading.Blocks.Any(block => block.Kind == BlockKind.Figure
        && block.Html.Contains($"src=\"{figure.GetProperty("src").GetString()}\"", StringComparison.Ordinal)
        && block.Html.Contains("<figcaption>", StringComparison.Ordinal) && Fold(block.Text) == Fold(figure.GetProperty("caption")));

    private static bool HasLink(ArticleReading reading, JsonElement link) =>
        SafeHtml.ParseFragment(reading.Html, null).Document!.QuerySelectorAll("a[href]")
        .Any(shown => shown.GetAttribute("href") == link.GetProperty("href").GetString()
            && shown.TextContent == link.GetProperty("text").GetString());

    private static IEnumerable<string> List(JsonElement texts) => texts.EnumerateArray().Select(text => text.GetString()!);

    private static string Fold(JsonElement text) => Fold(text.GetString()!);

    private static string Fold(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\u00A0\u202F]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("<img src=\"(?<src>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Sources();
}

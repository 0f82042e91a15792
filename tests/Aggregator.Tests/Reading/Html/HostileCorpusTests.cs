using System.Text.Json;
using Aggregator.Reading.Html;
using AngleSharp.Html.Parser;

namespace Aggregator.Tests.Reading.Html;

/// <summary>The shared payloads of seven sanitisers and our own; the browser oracle reads the same files.</summary>
public sealed class HostileCorpusTests
{
    private static readonly Uri Page = new("https://journal.example/a");

    [SharedFact]
    public void No_payload_keeps_anything_active()
    {
        var lines = Lines("xss_fetched.jsonl").Concat(Lines("xss_own.jsonl")).ToList();
        Assert.True(lines.Count > 2_000);
        foreach (var (id, html) in lines)
        {
            var safe = HtmlSanitizer.Sanitize(html, Page);
            Active.AssertNone(safe, id);
            Assert.True(safe == HtmlSanitizer.Sanitize(safe, Page), id);
        }
    }

    [SharedFact]
    public void Harmless_content_keeps_its_text()
    {
        foreach (var (id, html) in Lines("benign_html.jsonl"))
            Assert.True(TextOf(html) == TextOf(HtmlSanitizer.Sanitize(html, Page)), id);
    }

    private static string TextOf(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!.TextContent.ReplaceLineEndings("\n");

    internal static IEnumerable<(string Id, string Html)> Lines(string file)
    {
        foreach (var line in File.ReadLines(Shared.Path("corpus", "hostile", file)).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            yield return (document.RootElement.GetProperty("id").ToString(), TextOrRaw(document.RootElement.GetProperty("html")));
        }
    }

    // A lone surrogate cannot be read as a string; the payload is as good with its escape left standing.
    private static string TextOrRaw(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}

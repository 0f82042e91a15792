using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Quotes;
using Aggregator.Reading.Html;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>One line of <c>inspect quotes --jsonl</c>: the quotes of a text, with their speakers.</summary>
internal static class QuotesAnswer
{
    public static JsonObject Answer(JsonElement line)
    {
        var text = JsonLines.Text(line, "text") ?? TextOf(JsonLines.Required(line, "path"));
        var quotes = QuoteFinder.Find(text, JsonLines.Text(line, "language"));
        return new JsonObject { ["id"] = JsonLines.IdOf(line), ["quotes"] = new JsonArray([.. quotes.Select(Shape)]) };
    }

    private static JsonNode Shape(FoundQuote quote) => new JsonObject
    {
        ["start"] = quote.Start,
        ["length"] = quote.Length,
        ["text"] = quote.Text,
        ["kind"] = quote.Kind == QuoteKind.Direct ? "direct" : "fragment",
        ["speaker"] = quote.Speaker,
        ["role"] = quote.Role,
        ["via"] = quote.Via,
    };

    private static string TextOf(string path)
    {
        var content = SafeHtml.Decode(File.ReadAllBytes(path), contentType: null);
        return content.TrimStart().StartsWith('<') ? ArticleExtractor.Read(content, new Uri("https://localhost/")).Text : content;
    }
}

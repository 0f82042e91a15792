using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;
using Aggregator.Web.Features.Articles;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>One line of <c>inspect article --jsonl</c>: the page in a file, read as an article.</summary>
internal static class ArticleAnswer
{
    public static JsonObject Answer(JsonElement line)
    {
        var address = Uri.TryCreate(JsonLines.Required(line, "url"), UriKind.Absolute, out var found)
            ? found : throw new UnusableLineException("\"url\" must be an absolute address.");
        var html = SafeHtml.Decode(File.ReadAllBytes(JsonLines.Required(line, "path")), contentType: null);
        var reading = ArticleExtractor.Read(html, address);
        return new JsonObject
        {
            ["id"] = JsonLines.IdOf(line),
            ["title"] = reading.Title,
            ["author"] = new JsonArray([.. reading.Authors.Select(name => (JsonNode)name)]),
            ["published"] = Time(reading.Published),
            ["modified"] = Time(reading.Modified),
            ["siteName"] = reading.SiteName,
            ["language"] = reading.Language,
            ["image"] = reading.Image,
            ["canonical"] = reading.Canonical,
            ["excerpt"] = reading.Excerpt,
            ["articleBody"] = reading.Text,
            ["html"] = reading.Html,
            ["problem"] = reading.Problem,
        };
    }

    // The offset of the page stays: the day as written is what people cite.
    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

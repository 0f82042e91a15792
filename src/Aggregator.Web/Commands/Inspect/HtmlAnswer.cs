using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Html;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>One line of <c>inspect html --jsonl</c>: <c>{id, html, url?}</c> → <c>{id, html}</c>, sanitised.</summary>
internal static class HtmlAnswer
{
    public static JsonObject Answer(JsonElement line)
    {
        var address = Uri.TryCreate(JsonLines.Text(line, "url"), UriKind.Absolute, out var found) ? found : null;
        var html = HtmlSanitizer.Sanitize(JsonLines.Required(line, "html"), address);
        return new JsonObject { ["id"] = JsonLines.IdOf(line), ["html"] = html };
    }
}

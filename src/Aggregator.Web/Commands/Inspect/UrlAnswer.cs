using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Urls;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Commands.Inspect;

/// <summary><c>inspect url</c>: <c>{id, url}</c> → <c>{id, canonical, key}</c>; canonical is null where the address is unusable.</summary>
internal static class UrlAnswer
{
    public static JsonObject Answer(JsonElement line)
    {
        var url = JsonLines.Required(line, "url");
        return new JsonObject
        {
            ["id"] = JsonLines.IdOf(line),
            ["canonical"] = CanonicalUrl.TryParse(url, out var canonical) ? canonical : null,
            ["key"] = UrlKey.Of(url),
        };
    }
}

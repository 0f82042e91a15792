using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Curation;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;

namespace Aggregator.Web.Features.Issues;

/// <summary>The forms an issue can be had in: the frozen ones once it is approved, else as it would be now.</summary>
internal static class IssueForms
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Names { get; } = ["html", "email", "text", "markdown", "json"];

    /// <returns>The form and its media type, or null for a name that is none.</returns>
    public static (string Text, string Type)? Write(Edition edition, Rendition? frozen, string format) => format switch
    {
        "html" => (frozen?.Page ?? PageForm.Write(edition), "text/html; charset=utf-8"),
        "email" => (frozen?.Html ?? MailForm.Html(edition), "text/html; charset=utf-8"),
        "text" => (frozen?.Text ?? TextForm.Write(edition), "text/plain; charset=utf-8"),
        "markdown" => (MarkdownForm.Write(edition), "text/markdown; charset=utf-8"),
        "json" => (JsonSerializer.Serialize(edition, Json), "application/json; charset=utf-8"),
        _ => null,
    };
}

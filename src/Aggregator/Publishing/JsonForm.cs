using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregator.Publishing;

/// <summary>An issue for programs: everything an edition knows. Pure.</summary>
public static class JsonForm
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Rendering Rendering { get; } = new("json", "application/json", Write);

    public static string Write(Edition edition) => JsonSerializer.Serialize(edition, Json);
}

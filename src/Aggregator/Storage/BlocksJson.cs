using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Curation;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Aggregator.Storage;

/// <summary>The body of a section as JSON in one column: it is read and written whole.</summary>
internal sealed class BlocksJson() : ValueConverter<List<Block>, string>(blocks => Write(blocks), json => Read(json))
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(List<Block> blocks) => JsonSerializer.Serialize(blocks, Form);

    private static List<Block> Read(string json) => JsonSerializer.Deserialize<List<Block>>(json, Form) ?? [];
}

/// <summary>Bodies are the same when their JSON is.</summary>
internal sealed class BlocksComparer() : ValueComparer<List<Block>>((a, b) => Same(a, b), blocks => blocks.Count, blocks => Copy(blocks))
{
    private static bool Same(List<Block>? a, List<Block>? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && BlocksJson.Write(a) == BlocksJson.Write(b));

    private static List<Block> Copy(List<Block> blocks) => [.. blocks];
}

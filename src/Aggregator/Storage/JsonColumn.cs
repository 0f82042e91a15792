using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Aggregator.Storage;

/// <summary>A value that is read and written whole, as JSON in one column.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(value => ColumnJson.Write(value), json => ColumnJson.Read<T>(json))
    where T : new();

/// <summary>Values are the same when their JSON is.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>((a, b) => ColumnJson.Same(a, b), value => ColumnJson.Write(value).GetHashCode(StringComparison.Ordinal), value => ColumnJson.Read<T>(ColumnJson.Write(value)))
    where T : new();

/// <summary>How such columns are written.</summary>
internal static class ColumnJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Form);

    public static T Read<T>(string json)
        where T : new() => JsonSerializer.Deserialize<T>(json, Form) ?? new();

    public static bool Same<T>(T? a, T? b) => ReferenceEquals(a, b) || (a is not null && b is not null && Write(a) == Write(b));
}

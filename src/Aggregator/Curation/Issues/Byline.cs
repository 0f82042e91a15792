using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Curation.Issues;

/// <summary>Somebody who wrote an issue, as what they were at that time.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Role">"Senior International News Editor"; null when none is printed.</param>
/// <param name="Division">"Division Media"; null when none is printed.</param>
/// <param name="AccountId">Their account, whatever they are called later; null for somebody without one.</param>
[JsonConverter(typeof(BylineJson))]
public sealed record Byline(string Name, string? Role = null, string? Division = null, int? AccountId = null)
{
    /// <summary>"Ambre Limousi, Senior International News Editor, Division Media".</summary>
    [JsonIgnore]
    public string Line => string.Join(", ", new[] { Name, Role, Division }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>A byline may also be written as its name alone.</summary>
internal sealed class BylineJson : JsonConverter<Byline>
{
    public override Byline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            if (reader.TokenType == JsonTokenType.String) return new(JsonSerializer.Deserialize<string>(ref reader, options)!);
            var fields = JsonSerializer.Deserialize<Fields>(ref reader, options);
            return new(fields?.Name!, fields?.Role, fields?.Division, fields?.AccountId);
        }
        catch (JsonException e)
        {
            // Without its path, which begins here: the outer reader knows the whole one.
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Byline value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Fields(value.Name, value.Role, value.Division, value.AccountId), options);

    private sealed record Fields(
        string? Name,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Division,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AccountId);
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aggregator.Tests.Web.Api;

/// <summary>
/// JSON Schema (2020-12) as far as our description uses it. A keyword that it does not know fails, so nothing that the description says
/// goes unlooked at.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What is wrong with a value, each fault with its place; nothing when the schema allows it.</summary>
    public IEnumerable<string> FaultsOf(JsonElement schema, JsonElement value, string at = "$") =>
        schema.EnumerateObject().SelectMany(keyword => Apply(keyword, schema, value, at));

    private IEnumerable<string> Apply(JsonProperty keyword, JsonElement schema, JsonElement value, string at) => keyword.Name switch
    {
        "$ref" => FaultsOf(Resolve(keyword.Value.GetString()!), value, at),
        "type" => IsOfType(keyword.Value, value) ? [] : [$"{at} is {value.ValueKind}, not {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)) ? [] : [$"{at} is {value}, none of {keyword.Value}"],
        "oneOf" => Alternatives(keyword.Value, value) == 1 ? [] : [$"{at} fits {Alternatives(keyword.Value, value)} of {keyword.Value}"],
        "required" when value.ValueKind == JsonValueKind.Object => keyword.Value.EnumerateArray()
            .Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"),
        "properties" when value.ValueKind == JsonValueKind.Object => keyword.Value.EnumerateObject()
            .SelectMany(property => value.TryGetProperty(property.Name, out var held) ? FaultsOf(property.Value, held, $"{at}.{property.Name}") : []),
        "additionalProperties" when value.ValueKind == JsonValueKind.Object => Others(schema, value).SelectMany(other => Other(keyword.Value, other, at)),
        "items" when value.ValueKind == JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => FaultsOf(keyword.Value, item, $"{at}[{index}]")),
        "pattern" when value.ValueKind == JsonValueKind.String => Matches(keyword.Value.GetString()!, value.GetString()!) ? [] : [$"{at} does not match {keyword.Value}"],
        "format" => IsOfFormat(keyword.Value.GetString()!, value) ? [] : [$"{at} is {value}, no {keyword.Value}"],
        // They bind other kinds of values than this one.
        "required" or "properties" or "additionalProperties" or "items" or "pattern" => [],
        // They are for people.
        "description" or "title" or "default" or "example" => [],
        _ => throw new InvalidOperationException($"The check does not know the keyword {keyword.Name}: teach it."),
    };

    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private int Alternatives(JsonElement schemas, JsonElement value) => schemas.EnumerateArray().Count(schema => !FaultsOf(schema, value).Any());

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (place, name) => place.GetProperty(name));

    private static IEnumerable<JsonProperty> Others(JsonElement schema, JsonElement value) =>
        value.EnumerateObject().Where(held => !schema.TryGetProperty("properties", out var named) || !named.TryGetProperty(held.Name, out _));

    private IEnumerable<string> Other(JsonElement rule, JsonProperty other, string at) => rule.ValueKind switch
    {
        JsonValueKind.True => [],
        JsonValueKind.False => [$"{at}.{other.Name} is not described"],
        _ => FaultsOf(rule, other.Value, $"{at}.{other.Name}"),
    };

    private static bool IsOfType(JsonElement type, JsonElement value) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => IsOfType(one, value)) : type.GetString() switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            var other => throw new InvalidOperationException($"There is no type {other}."),
        };

    private static bool IsOfFormat(string format, JsonElement value) => (format, value.ValueKind) switch
    {
        ("date-time", JsonValueKind.String) => value.TryGetDateTimeOffset(out _),
        ("uuid", JsonValueKind.String) => value.TryGetGuid(out _),
        ("int32", JsonValueKind.Number) => value.TryGetInt32(out _),
        ("int64", JsonValueKind.Number) => value.TryGetInt64(out _),
        // double, and time, whose form the pattern says.
        _ => true,
    };
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Reading.Pages;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Aggregator.Storage;

/// <summary>The selectors of a source as JSON in one column.</summary>
internal sealed class PageRulesJson() : ValueConverter<PageRules, string>(rules => Write(rules), json => Read(json))
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true };

    public static string Write(PageRules rules) => JsonSerializer.Serialize(rules, Form);

    public static PageRules Read(string json) => JsonSerializer.Deserialize<PageRules>(json, Form) ?? new();
}

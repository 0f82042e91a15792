using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aggregator.Web.Host.Api;

/// <summary>A request of an endpoint and its answer, as they went over the wire in a test.</summary>
/// <param name="Request">The body that was sent; null for none.</param>
/// <param name="Answer">The body that came; null for none.</param>
/// <param name="Others">Bodies of other media types that the endpoint answers; null for none.</param>
internal sealed record ApiExample(JsonNode? Request, JsonNode? Answer, IReadOnlyDictionary<string, JsonNode>? Others = null);

/// <summary>Examples for the description: real ones, recorded by the tests (docs/api.md says how).</summary>
internal static class ApiExamples
{
    private static readonly Lazy<IReadOnlyDictionary<string, ApiExample>> Recorded = new(Read);

    public static ApiExample? Of(ApiRule rule) => Recorded.Value.GetValueOrDefault(rule.Name);

    private static Dictionary<string, ApiExample> Read()
    {
        using var file = typeof(ApiExamples).Assembly.GetManifestResourceStream("api/examples.json") ?? throw new InvalidOperationException("The examples are missing in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, ApiExample>>(file, JsonSerializerOptions.Web)!;
    }
}

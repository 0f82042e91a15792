using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host.Api;

namespace Aggregator.Tests.Web.Api;

/// <summary>
/// Writes down what went over the wire, for the examples of the description: with <c>API_EXAMPLES=FILE</c> the tests of the API leave the
/// fullest short answer of each endpoint there, without keys, tokens and addresses of machines.
/// </summary>
internal static partial class ApiExampleRecorder
{
    private const int Fullest = 1800, LongestText = 200, MostItems = 2;

    private static readonly string? File = Environment.GetEnvironmentVariable("API_EXAMPLES");
    private static readonly SortedDictionary<string, (JsonNode? Request, JsonNode? Answer, int Size)> Best = new(StringComparer.Ordinal);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Record(string method, string address, string? body, int status, string? type, string text)
    {
        if (File is null || status is < 200 or >= 300 || RuleOf(method, address) is not { } found) return;
        var request = Clean(NodeOf(body, "application/json"));
        var answer = Clean(NodeOf(text, type));
        var size = (answer?.ToJsonString().Length ?? 0) + (request?.ToJsonString().Length ?? 0);
        lock (Best)
        {
            var known = Best.GetValueOrDefault(found.Name);
            if (Best.ContainsKey(found.Name) && (size > Fullest || (size <= known.Size && known.Size <= Fullest))) return;
            Best[found.Name] = (request, answer, size);
            System.IO.File.WriteAllText(File, JsonSerializer.Serialize(Best.ToDictionary(pair => pair.Key, pair => new { pair.Value.Request, pair.Value.Answer }), new JsonSerializerOptions(Indented) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }) + "\n");
        }
    }

    /// <summary>The endpoint that an address leads to; null for one of another program.</summary>
    public static ApiRule? RuleOf(string method, string address)
    {
        if (!address.StartsWith(ApiHost.Root, StringComparison.Ordinal)) return null;
        var path = address[ApiHost.Root.Length..].Split('?')[0];
        return ProgramEndpoints.Api.FirstOrDefault(rule => rule.Method == method && Regex.IsMatch(path, PatternOf(rule.Path), RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static JsonNode? NodeOf(string? text, string? type)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var clean = Address().Replace(Key().Replace(Token().Replace(Mail().Replace(text, "claire@revue.example"), "/${what}/…"), "sr_…"), "https://revue.example");
        if (type?.Contains("json", StringComparison.Ordinal) != true) return JsonValue.Create(clean);
        try
        {
            return JsonNode.Parse(clean);
        }
        catch (JsonException)
        {
            return JsonValue.Create(clean);
        }
    }

    /// <summary>Shorter lists and texts: an example is to be read.</summary>
    private static JsonNode? Clean(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList()) fields[name] = Clean(value?.DeepClone());
                return fields;
            case JsonArray items:
                return new JsonArray([.. items.Take(MostItems).Select(item => Clean(item?.DeepClone()))]);
            case JsonValue value when value.TryGetValue<string>(out var text) && text.Length > LongestText:
                return JsonValue.Create(text[..LongestText] + "…");
            default:
                return node;
        }
    }

    private static string PatternOf(string route) => "^" + string.Concat(Part().Split(route).Select(part => part switch
    {
        ['{', ..] when part.Contains(":int", StringComparison.Ordinal) => "[0-9]+",
        ['{', ..] when part.Contains(":guid", StringComparison.Ordinal) => "[0-9a-fA-F-]{36}",
        ['{', ..] => "[^/:]+",
        _ => Regex.Escape(part),
    })) + "$";

    [GeneratedRegex(@"(?<part>\{[^/{}]+\})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"http://(127\.[0-9.]+|localhost|\[::1\])(:[0-9]+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("sr_[A-Za-z0-9_-]{20,}", RegexOptions.None, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"/(?<what>guest|searches|choose-password)[/?][A-Za-z0-9_=&%.-]{20,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"[a-z]+-[0-9a-f]{32}@revue\.example", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mail();
}

using System.Globalization;
using System.Text.Json;
using Aggregator.Web.Host.Api;

namespace Aggregator.Tests.Web.Api;

/// <summary>The description of the API, to hold examples and answers against.</summary>
internal sealed class SchemaBook(JsonElement document)
{
    private static volatile SchemaBook? known;

    private readonly SchemaCheck check = new(document);

    /// <summary>The program's own description. It says the same wherever it runs, so it is fetched once.</summary>
    public static async Task<SchemaBook> AtAsync(HttpClient client)
    {
        if (known is { } read) return read;
        using var text = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        return known = new(text.RootElement.Clone());
    }

    /// <summary>Fails when an answer is not what the description says of its endpoint and status.</summary>
    public void Check(ApiRule rule, int status, string? type, string text)
    {
        var name = $"{rule.Name} {status}";
        Assert.True(Operation(rule).GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var described), $"{name} is not described: {text}");
        var isEmpty = text.Length == 0;
        Assert.True(isEmpty != described.TryGetProperty("content", out var content), $"{name}: {(isEmpty ? "no body, and one is described" : "a body, and none is described")}: {text}");
        if (isEmpty) return;
        Assert.True(content.TryGetProperty(type ?? "", out var media), $"{name}: {type} is not described.");
        var value = IsJson(type) ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(text);
        AssertSound(name, media.GetProperty("schema"), value);
    }

    /// <summary>Every example of the description that its own schema does not allow.</summary>
    public IEnumerable<string> WrongExamples() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        from body in Bodies(operation.Value)
        from media in body.Content.EnumerateObject()
        where media.Value.TryGetProperty("example", out _)
        from fault in check.FaultsOf(media.Value.GetProperty("schema"), media.Value.GetProperty("example"))
        select $"{operation.Name} {path.Name} {body.Name}: {fault}";

    /// <summary>The events of a stream are JSON as well: what is described is the data of one.</summary>
    private static bool IsJson(string? type) => type is "text/event-stream" || type?.EndsWith("json", StringComparison.Ordinal) == true;

    private JsonElement Operation(ApiRule rule) => document.GetProperty("paths")
        .GetProperty(ApiHost.Root + rule.Path.Replace(":int}", "}", StringComparison.Ordinal).Replace(":guid}", "}", StringComparison.Ordinal)).GetProperty(rule.Method.ToLowerInvariant());

    private static IEnumerable<(string Name, JsonElement Content)> Bodies(JsonElement operation)
    {
        if (operation.TryGetProperty("requestBody", out var request)) yield return ("request", request.GetProperty("content"));
        foreach (var answer in operation.GetProperty("responses").EnumerateObject())
            if (answer.Value.TryGetProperty("content", out var content)) yield return (answer.Name, content);
    }

    private void AssertSound(string name, JsonElement schema, JsonElement value)
    {
        var faults = check.FaultsOf(schema, value).ToList();
        Assert.True(faults.Count == 0, $"{name}: {string.Join("; ", faults.Take(5))} in {value}");
    }
}

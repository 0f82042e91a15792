using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>A stream of JSON objects: one on each line in, one on each line out, in the same order, flushed a line at a time.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Answers each line. A line that cannot be used gives <c>{"id","error"}</c>, one that is not JSON <c>{"line","error"}</c>;
    /// the stream goes on either way.
    /// </summary>
    /// <param name="answer">Makes the answer to one object; null keeps it back for <paramref name="atEnd"/>.</param>
    /// <param name="atEnd">Gives what can only be said once the input has ended.</param>
    public static async Task RunAsync(
        TextReader input, TextWriter output, Func<JsonElement, JsonObject?> answer, Func<IEnumerable<JsonObject>>? atEnd = null)
    {
        for (var number = 1; await input.ReadLineAsync() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (AnswerOf(line, number, answer) is { } found) await WriteAsync(output, found);
        }

        foreach (var rest in atEnd?.Invoke() ?? []) await WriteAsync(output, rest);
    }

    private static JsonObject? AnswerOf(string line, int number, Func<JsonElement, JsonObject?> answer)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            return new JsonObject { ["line"] = number, ["error"] = $"This line is not JSON: {e.Message}" };
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new JsonObject { ["line"] = number, ["error"] = "This line is not a JSON object." };
            try
            {
                return answer(document.RootElement);
            }
            catch (RegexMatchTimeoutException)
            {
                return new JsonObject { ["id"] = IdOf(document.RootElement), ["error"] = "Reading this took too long and was given up." };
            }
            catch (Exception e) when (e is UnusableLineException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or NotSupportedException)
            {
                // InvalidOperationException: System.Text.Json throws it for a lone surrogate in a string.
                return new JsonObject { ["id"] = IdOf(document.RootElement), ["error"] = e.Message };
            }
        }
    }

    /// <summary>The line's own id, whatever JSON value it is, to be given back as it came.</summary>
    public static JsonNode? IdOf(JsonElement line) =>
        line.TryGetProperty("id", out var id) ? JsonNode.Parse(id.GetRawText()) : null;

    /// <summary>A string field of the line, or null when it is absent or null.</summary>
    /// <exception cref="UnusableLineException">The field is there and is not a string.</exception>
    public static string? Text(JsonElement line, string name) =>
        !line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new UnusableLineException($"\"{name}\" must be a string.");

    /// <summary>A string field that must be there.</summary>
    /// <exception cref="UnusableLineException">The field is absent, null or not a string.</exception>
    public static string Required(JsonElement line, string name) =>
        Text(line, name) ?? throw new UnusableLineException($"\"{name}\" is missing.");

    private static string TextOf(JsonObject answer)
    {
        try
        {
            return answer.ToJsonString(Compact);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // An id with a lone surrogate can be read as JSON and not written back.
            return new JsonObject { ["error"] = $"This answer cannot be written: {e.Message}" }.ToJsonString(Compact);
        }
    }

    private static async Task WriteAsync(TextWriter output, JsonObject answer)
    {
        await output.WriteLineAsync(TextOf(answer));
        await output.FlushAsync();
    }
}

/// <summary>An input line that lacks what its answer needs; the message says what.</summary>
internal sealed class UnusableLineException(string message) : Exception(message);

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregator.Sources;

/// <summary>Writes <c>feeds.json</c> as people keep it: a source a line, what is usual left out. What it writes, <see cref="SourceFile"/> reads.</summary>
public static class SourceFileWriter
{
    // A file people read: accents stay letters. It is no web page, so nothing needs to be hidden from one.
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<Source> sources)
    {
        var lines = sources.Select(source => $"    {Line(source)}");
        return $"{{\n  \"$schema\": \"docs/feeds.schema.json\",\n  \"sources\": [\n{string.Join(",\n", lines)}{(sources.Count > 0 ? "\n" : "")}  ]\n}}\n";
    }

    private static string Line(Source source)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteString("url", source.Url);
            json.WriteString("name", source.Name);
            if (source.Language is not null) json.WriteString("language", source.Language);
            if (source.Topics.Count > 0)
            {
                json.WriteStartArray("topics");
                foreach (var topic in source.Topics) json.WriteStringValue(topic);
                json.WriteEndArray();
            }

            if (source.Kind != SourceKind.Auto) json.WriteString("kind", source.Kind.ToString().ToLowerInvariant());
            if (!source.Weight.Equals(1)) json.WriteNumber("weight", source.Weight);
            if (source.Interval is { } interval) json.WriteString("interval", Shown(interval));
            if (source.KeepDays is { } days) json.WriteNumber("keepDays", days);
            if (source.KeepArticles is { } articles) json.WriteNumber("keepArticles", articles);
            if (source.Rules is { IsEmpty: false } rules) PageRulesText.Write(json, rules);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>"24:00:00" as docs/sources.md has it, not "1.00:00:00".</summary>
    private static string Shown(TimeSpan interval) => $"{(int)interval.TotalHours:00}:{interval.Minutes:00}:{interval.Seconds:00}";
}

using System.Text;
using System.Text.Json;

namespace Aggregator.Sources;

/// <summary>Reads <c>feeds.json</c>, the list of sources that an operator keeps by hand (docs/sources.md).</summary>
public static class SourceFile
{
    /// <summary>The keys an entry may have, in the order of docs/sources.md. "url" and "name" are required.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. SourceEntryDraft.Keys];

    /// <summary>
    /// Takes the sources out of the text of the file. One wrong entry costs that entry and no other; JSON that breaks off costs
    /// what follows the break. Comments, trailing commas and a byte order mark are accepted. Never throws for what the text holds.
    /// </summary>
    /// <param name="json">The whole text of the file.</param>
    public static SourceFileReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var walk = new SourceFileWalk(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')));
        try
        {
            walk.ReadFile();
        }
        catch (JsonException fault)
        {
            walk.StopAt(fault);
        }

        return walk.Reading;
    }
}

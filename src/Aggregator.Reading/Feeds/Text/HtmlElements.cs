using System.Collections.Frozen;
using System.Reflection;

namespace Aggregator.Reading.Feeds.Text;

/// <summary>The names that are elements of HTML, and which of them part words (html-elements.txt).</summary>
internal static class HtmlElements
{
    private static readonly FrozenDictionary<string, bool> PartsWords = Read();

    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> ByName =
        PartsWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is an element. One with a prefix is, too: office programs write such, and no text has a colon in a name.</summary>
    public static bool IsKnown(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out _) || name.IndexOf(':') > 0;

    /// <summary>Whether what stands before it and what stands in it are apart: a paragraph, a line break, a cell.</summary>
    public static bool IsBlock(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var parts) && parts;

    private static FrozenDictionary<string, bool> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("html-elements.txt")!);
        var names = new Dictionary<string, bool>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is ["block" or "inline", var name]) names[name] = line.StartsWith("block", StringComparison.Ordinal);
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

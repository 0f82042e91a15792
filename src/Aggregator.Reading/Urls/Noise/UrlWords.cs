using System.Collections.Frozen;
using System.Reflection;

namespace Aggregator.Reading.Urls.Noise;

/// <summary>The words by which parameters are told apart: <c>url-words.txt</c> has them, their kinds and where they come from.</summary>
internal static class UrlWords
{
    private static readonly ILookup<string, string> Words = Read();

    /// <summary>What chooses the text.</summary>
    public static FrozenSet<string> Content { get; } = Set("content");

    /// <summary>The same, of four letters and more: they are seen within longer names, too.</summary>
    public static IReadOnlyList<string> LongContent { get; } = [.. Content.Where(word => word.Length >= 4)];

    public static IReadOnlyList<string> Source { get; } = [.. Words["source"]];

    public static FrozenSet<string> Channels { get; } = Set("channel");

    public static FrozenSet<string> Platforms { get; } = Set("platform");

    public static IReadOnlyList<string> Back { get; } = [.. Words["back"]];

    public static IReadOnlyList<string> Share { get; } = [.. Words["share"]];

    public static FrozenSet<string> Views { get; } = Set("view");

    public static FrozenSet<string> ViewNames { get; } = Set("viewname");

    public static IReadOnlyList<string> Marks { get; } = [.. Words["mark"]];

    public static IReadOnlyList<string> Traces { get; } = [.. Words["trace"]];

    private static FrozenSet<string> Set(string kind) => Words[kind].ToFrozenSet(StringComparer.Ordinal);

    private static ILookup<string, string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("url-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#').Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .ToLookup(line => line[0], line => line[1], StringComparer.Ordinal);
    }
}

using System.Collections.Frozen;
using System.Reflection;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>The lists beside this code, which are part of the assembly: one word a line, lines with # say where they come from.</summary>
internal static class QuoteLists
{
    /// <param name="name">The file's name.</param>
    public static FrozenSet<string> Words(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The list {name} is missing in the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Where(line => !line.StartsWith('#')).ToFrozenSet(StringComparer.Ordinal);
    }
}

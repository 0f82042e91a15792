using System.Reflection;

namespace Aggregator.Curation.Facts;

/// <summary>The lists beside this code, which are part of the assembly: one entry a line, lines with # say where they come from.</summary>
internal static class FactLists
{
    /// <param name="name">The file's name.</param>
    /// <returns>The entries, in order.</returns>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("facts/" + name)
            ?? throw new InvalidOperationException($"The list {name} is missing in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#'))];
    }
}

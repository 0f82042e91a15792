namespace Aggregator.Curation.Facts;

/// <summary>Words that begin sentences or stand before names and are none.</summary>
internal static class CommonWords
{
    private static readonly HashSet<string> Known = [.. FactLists.Lines("common-words.txt").SelectMany(line => line.Split(' '))];

    /// <param name="form">Folded.</param>
    public static bool Has(string form) => Known.Contains(form);
}

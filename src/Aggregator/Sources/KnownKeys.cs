namespace Aggregator.Sources;

/// <summary>Under which keys sources are known: their own, and those of addresses they moved away from.</summary>
public static class KnownKeys
{
    /// <summary>What each key leads to.</summary>
    /// <param name="sources">All of them.</param>
    /// <param name="value">What is wanted of a source.</param>
    public static Dictionary<string, T> Of<T>(IReadOnlyCollection<Source> sources, Func<Source, T> value)
    {
        var known = sources.ToDictionary(source => source.UrlKey, value, StringComparer.Ordinal);
        // A source that stands at the address now comes before one that once did.
        foreach (var source in sources)
            foreach (var key in source.FormerKeys) known.TryAdd(key, value(source));
        return known;
    }
}

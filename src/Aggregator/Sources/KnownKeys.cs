using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sources;

/// <summary>Under which keys sources are known: their own, and those of addresses they moved away from.</summary>
public static class KnownKeys
{
    /// <summary>Of all sources those that one of these keys may lead to: they stand there, or have moved at some time, which few have.</summary>
    public static async Task<List<Source>> ReadAsync(IQueryable<Source> sources, IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        List<string> none = [];
        var there = await sources.Where(source => keys.Contains(source.UrlKey)).ToListAsync(stop);
        var moved = await sources.Where(source => source.FormerKeys != none).ToListAsync(stop);
        return [.. there.UnionBy(moved, source => source.Id)];
    }

    /// <summary>What each key leads to.</summary>
    /// <param name="sources">All of them, or all that the keys in question may lead to.</param>
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

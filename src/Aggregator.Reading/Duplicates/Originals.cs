namespace Aggregator.Reading.Duplicates;

/// <summary>The originals of a stream of articles that is small enough for memory: about 150 bytes an article.</summary>
public sealed class Originals
{
    private readonly Dictionary<string, int> byUrlKey = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> byTextHash = [];

    /// <summary>Takes in the next article of the stream.</summary>
    /// <param name="position">Its number, greater than that of any article before.</param>
    /// <returns>
    /// The number of the earliest article it is a copy of, never itself a copy, or its own. Where address and text point to two
    /// originals it is the earlier one; those two are not joined for it.
    /// </returns>
    public int Add(int position, DuplicateMarks marks)
    {
        var original = position;
        if (marks.UrlKey is { } key && byUrlKey.TryGetValue(key, out var sameUrl)) original = sameUrl;
        if (marks.TextHash is { } hash && byTextHash.TryGetValue(hash, out var sameText)) original = Math.Min(original, sameText);
        if (marks.UrlKey is not null) byUrlKey.TryAdd(marks.UrlKey, original);
        if (marks.TextHash is not null) byTextHash.TryAdd(marks.TextHash.Value, original);
        return original;
    }
}

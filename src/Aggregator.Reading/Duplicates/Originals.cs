namespace Aggregator.Reading.Duplicates;

/// <summary>
/// The originals of a stream of articles that is small enough for memory: about 5 kB an article within the window, 150 bytes after it.
/// Only originals are compared with, so that a chain of copies, each a little different from the last, cannot drift away.
/// </summary>
/// <param name="window">How long an article can be recognised in changed copies; null: for ever. By address and equal text it always is.</param>
public sealed class Originals(TimeSpan? window = null)
{
    private readonly Dictionary<string, int> byUrlKey = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> byTextHash = [];
    private readonly BandIndex bands = new();
    private readonly Dictionary<int, Kept> kept = [];
    private readonly PriorityQueue<int, long> byTime = new();
    private readonly SiteTexts sites = new();
    private long newest = long.MinValue;

    /// <summary>Takes in the next article of the stream.</summary>
    /// <param name="position">Its number, greater than that of any article before.</param>
    /// <returns>
    /// Null for an original. Where address and text point to two originals it is a copy of the earlier one; those two are not
    /// joined for it.
    /// </returns>
    public FoundCopy? Add(int position, ArrivingText article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Forget(article.Time);
        var marks = DuplicateRule.MarksOf(article.Url, article.Text);
        var found = ByMarks(position, marks) ?? ByText(position, article);
        var original = found?.Original ?? position;
        if (marks.UrlKey is not null) byUrlKey.TryAdd(marks.UrlKey, original);
        if (marks.TextHash is not null) byTextHash.TryAdd(marks.TextHash.Value, original);
        return found;
    }

    private FoundCopy? ByMarks(int position, DuplicateMarks marks)
    {
        var original = position;
        if (marks.UrlKey is { } key && byUrlKey.TryGetValue(key, out var sameUrl)) original = sameUrl;
        if (marks.TextHash is { } hash && byTextHash.TryGetValue(hash, out var sameText)) original = Math.Min(original, sameText);
        return original == position ? null : new(original, 1);
    }

    private FoundCopy? ByText(int position, ArrivingText article)
    {
        if (TextFingerprint.Of(article.Text) is not { } fingerprint) return null;
        var text = ComparedText.Of(article.Text);
        FoundCopy? found = null;
        foreach (var candidate in bands.Candidates(fingerprint).Where(candidate => !(candidate >= found?.Original)))
        {
            var other = kept[candidate];
            if (DuplicateRule.CopyScore(text, other.Text, sites.Around(text, article.Site, other.Text, other.Site)) is { } score)
                found = new(candidate, score);
        }

        sites.Add(article.Site, text);
        if (found is null) Keep(position, new(fingerprint, text, article.Site));
        return found;
    }

    private void Keep(int position, Kept original)
    {
        kept.Add(position, original);
        bands.Add(position, original.Fingerprint);
        if (window is not null) byTime.Enqueue(position, newest);
    }

    private void Forget(DateTimeOffset? now)
    {
        newest = Math.Max(newest, now?.UtcTicks ?? newest);
        while (byTime.TryPeek(out var position, out var ticks) && newest - ticks > window!.Value.Ticks)
        {
            byTime.Dequeue();
            kept.Remove(position, out var old);
            bands.Remove(position, old!.Fingerprint);
        }
    }

    private sealed record Kept(TextFingerprint Fingerprint, ComparedText Text, string? Site);
}

using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sources;

/// <summary>
/// Adds the sources of a list that are not known yet, as an editor would by hand: nothing known is changed or retired, and
/// <c>feeds.json</c>, which does not name them, does not retire them at the next start.
/// </summary>
public sealed class SourceAdding(Func<AggregatorDb> databases, TimeProvider clock)
{
    /// <param name="entries">What the list names.</param>
    /// <param name="isDryRun">Only counts.</param>
    public async Task<SourceAdded> RunAsync(IReadOnlyList<SourceEntry> entries, bool isDryRun, CancellationToken stop)
    {
        await using var db = databases();
        return await db.WriteAsync(
            async inner =>
            {
                var known = await db.Sources.Select(source => source.UrlKey).ToHashSetAsync(StringComparer.Ordinal, inner);
                var added = entries.Where(entry => known.Add(UrlKey.Of(entry.Url))).ToList();
                if (isDryRun) return new(added, entries.Count - added.Count);
                var now = clock.GetUtcNow();
                db.AddRange(added.Select(entry => SourceSync.NewSource(entry, UrlKey.Of(entry.Url), isFromFile: false, now)));
                await db.SaveChangesAsync(inner);
                return new SourceAdded(added, entries.Count - added.Count);
            },
            stop);
    }
}

/// <summary>What came of adding.</summary>
/// <param name="Added">The new ones.</param>
/// <param name="Known">How many were followed, or retired, before.</param>
public sealed record SourceAdded(IReadOnlyList<SourceEntry> Added, int Known);

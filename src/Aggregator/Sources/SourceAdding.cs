using Aggregator.Reading.Urls;
using Aggregator.Storage;

namespace Aggregator.Sources;

/// <summary>
/// Adds the sources of a list that are not known yet, as an editor would by hand: nothing known is changed or retired, and
/// <c>feeds.json</c>, which does not name them, does not retire them at the next start.
/// </summary>
public sealed class SourceAdding(SqlStore store, TimeProvider clock)
{
    /// <param name="entries">What the list names.</param>
    /// <param name="isDryRun">Only counts.</param>
    public async Task<SourceAdded> RunAsync(IReadOnlyList<SourceEntry> entries, bool isDryRun, CancellationToken stop)
    {
        var added = await store.ReadAsync((session, inner) => UnknownAsync(session, entries, inner), stop);
        // What was unknown a moment ago is looked up again where nobody else can add it meanwhile.
        if (added.Count > 0 && !isDryRun) added = await store.WriteAsync((session, inner) => AddAsync(session, added, inner), stop);
        return new(added, entries.Count - added.Count);
    }

    private async Task<List<SourceEntry>> AddAsync(SqlSession session, List<SourceEntry> entries, CancellationToken stop)
    {
        await session.WaitForTurnAsync(Turn.Editing, stop);
        var added = await UnknownAsync(session, entries, stop);
        var ids = await session.TakeIdsAsync("source", added.Count, stop);
        var now = clock.GetUtcNow();
        await SourceRows.InsertAsync(session, [.. added.Zip(ids, (entry, id) => SourceSync.NewSource(entry, UrlKey.Of(entry.Url), isFromFile: false, now, id))], stop);
        return added;
    }

    private static async Task<List<SourceEntry>> UnknownAsync(SqlSession session, IReadOnlyList<SourceEntry> entries, CancellationToken stop)
    {
        var known = (await session.QueryAsync("SELECT url_key FROM source", [], row => row.GetString(0), stop)).ToHashSet(StringComparer.Ordinal);
        return [.. entries.Where(entry => known.Add(UrlKey.Of(entry.Url)))];
    }
}

/// <summary>What came of adding.</summary>
/// <param name="Added">The new ones.</param>
/// <param name="Known">How many were followed, or retired, before.</param>
public sealed record SourceAdded(IReadOnlyList<SourceEntry> Added, int Known);

using Aggregator.Archive;
using Aggregator.Curation;
using Aggregator.Storage;
using Microsoft.Extensions.Options;

namespace Aggregator.Scheduling;

/// <summary>Removes articles that are past their time, a few at a time, so that nobody waits for it.</summary>
public sealed class Retention(SqlStore store, Func<AggregatorDb> databases, IOptions<RetentionSettings> settings, TimeProvider clock)
{
    /// <summary>Articles of one write: about 10 ms of it.</summary>
    private const int BatchSize = 50;

    /// <returns>How many articles were removed.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var removed = await RemoveAsync((session, kept, inner) => RetentionRows.OldAsync(session, clock.GetUtcNow(), settings.Value.Days, kept, BatchSize, inner), stop);
        foreach (var (source, keeps) in await store.ReadAsync((session, inner) => RetentionRows.FullAsync(session, settings.Value.Articles, inner), stop))
            removed += await RemoveAsync((session, kept, inner) => RetentionRows.SurplusAsync(session, source, keeps, kept, BatchSize, inner), stop);
        return removed;
    }

    private async Task<int> RemoveAsync(Func<SqlSession, IReadOnlyCollection<int>, CancellationToken, Task<List<int>>> find, CancellationToken stop)
    {
        var removed = 0;
        while (!stop.IsCancellationRequested)
        {
            var batch = await BatchAsync(find, stop);
            removed += batch;
            if (batch < BatchSize) break;
        }

        return removed;
    }

    /// <summary>What editors use is read in the same write that removes the rest: nothing can be put into a pad between the two.</summary>
    private async Task<int> BatchAsync(Func<SqlSession, IReadOnlyCollection<int>, CancellationToken, Task<List<int>>> find, CancellationToken stop)
    {
        await using var db = databases();
        return await db.WriteAsync(
            async inner =>
            {
                var session = await db.SessionAsync(inner);
                var first = await find(session, [], inner);
                if (first.Count == 0) return 0;
                var kept = await KeptArticles.FindAsync(db, inner);
                return await ArticleRemoval.RunAsync(session, await find(session, [.. kept], inner), clock.GetUtcNow(), inner);
            },
            stop);
    }
}

using Aggregator.Archive;
using Aggregator.Curation.Editing;
using Aggregator.Intake;
using Aggregator.Storage;
using Microsoft.Extensions.Options;

namespace Aggregator.Scheduling;

/// <summary>Removes articles that are past their time, a few at a time, so that nobody waits for it.</summary>
public sealed class Retention(SqlStore store, Func<AggregatorDb> databases, KeptPages pages, IOptions<RetentionSettings> settings, TimeProvider clock)
{
    /// <summary>Articles of one write: about 10 ms of it.</summary>
    private const int BatchSize = 50;

    /// <summary>The clocks of two nodes differ by less.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <returns>How many articles were removed.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var sweep = new Sweep(clock.GetUtcNow());
        var removed = await RemoveAsync(sweep, (session, kept, inner) => RetentionRows.OldAsync(session, clock.GetUtcNow(), settings.Value.Days, kept, BatchSize, inner), stop);
        foreach (var (source, keeps) in await store.ReadAsync((session, inner) => RetentionRows.FullAsync(session, settings.Value.Articles, inner), stop))
            removed += await RemoveAsync(sweep, (session, kept, inner) => RetentionRows.SurplusAsync(session, source, keeps, kept, BatchSize, inner), stop);
        await ForgetPagesAsync(stop);
        return removed;
    }

    /// <summary>A page goes with its article, whoever removed it.</summary>
    private async Task ForgetPagesAsync(CancellationToken stop)
    {
        foreach (var part in pages.Articles.Chunk(5_000))
        {
            var there = await store.ReadAsync(
                (session, inner) => session.QueryAsync($"SELECT a.id FROM article a WHERE {session.Among("a.id", "ids")}", [("ids", session.Keys(part))], row => row.GetInt32(0), inner), stop);
            pages.Forget(part.Except(there));
        }
    }

    private async Task<int> RemoveAsync(Sweep sweep, Func<SqlSession, IReadOnlyCollection<int>, CancellationToken, Task<List<int>>> find, CancellationToken stop)
    {
        if ((await store.ReadAsync((session, inner) => find(session, [], inner), stop)).Count == 0) return 0;
        sweep.Cited ??= await HistoryAsync(stop);
        var removed = 0;
        while (!stop.IsCancellationRequested)
        {
            var batch = await BatchAsync(sweep, find, stop);
            removed += batch;
            if (batch < BatchSize) break;
        }

        return removed;
    }

    /// <summary>The whole history is long: it is read once a run, and while nobody waits.</summary>
    private async Task<IReadOnlySet<int>> HistoryAsync(CancellationToken stop)
    {
        await using var db = databases();
        db.IsBulk = true;
        return await KeptArticles.CitedSinceAsync(db, DateTimeOffset.MinValue, stop);
    }

    /// <summary>What editors use is read in the same write that removes the rest: nothing can be put into a pad between the two.</summary>
    private async Task<int> BatchAsync(Sweep sweep, Func<SqlSession, IReadOnlyCollection<int>, CancellationToken, Task<List<int>>> find, CancellationToken stop)
    {
        await using var db = databases();
        db.IsBulk = true;
        return await db.WriteAsync(
            async inner =>
            {
                var session = await db.SessionAsync(inner);
                var kept = (await KeptArticles.InUseAsync(db, inner)).Union(sweep.Cited!).Union(await KeptArticles.CitedSinceAsync(db, sweep.Begun - Overlap, inner));
                return await ArticleRemoval.RunAsync(session, await find(session, [.. kept], inner), clock.GetUtcNow(), inner);
            },
            stop);
    }

    /// <summary>One run, and what earlier versions of issues cite, once it was asked for.</summary>
    private sealed record Sweep(DateTimeOffset Begun)
    {
        public IReadOnlySet<int>? Cited { get; set; }
    }
}

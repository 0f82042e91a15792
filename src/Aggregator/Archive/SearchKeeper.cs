using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>Makes the search entries of articles that wait for one, as after a new version has changed their form.</summary>
public sealed class SearchKeeper(SqlStore store) : IDisposable
{
    private const int BatchSize = 100;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Takes in what is waiting.</summary>
    /// <returns>How many articles it were.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var done = 0;
            while (await TakeAsync(stop) is > 0 and var more) done += more;
            return done;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<int> TakeAsync(CancellationToken stop)
    {
        var waiting = await store.ReadAsync(
            (session, inner) => session.QueryAsync("SELECT article_id FROM search_check ORDER BY article_id DESC LIMIT @most", [("most", BatchSize)], row => row.GetInt32(0), inner), stop);
        if (waiting.Count == 0) return 0;
        var entries = await store.ReadAsync((session, inner) => SearchEntries.ReadAsync(session, waiting, inner), stop);
        return await store.WriteAsync(
            async (session, inner) =>
            {
                await session.IndexAsync(entries, replace: true, inner);
                return await session.RunAsync($"DELETE FROM search_check WHERE {session.Among("article_id", "ids")}", [("ids", session.Keys(waiting))], inner);
            },
            stop);
    }
}

namespace Aggregator.Storage;

/// <summary>
/// One writer at a time. SQLite has a single writer anyway; waiting here in turn costs an editor 46–85 ms during intake,
/// waiting in SQLite's own busy retry 1–2 s (measured). Bulk writers hold it for 20 ms at the most and collect outside it.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the turn; disposing what it returns gives the turn on.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}

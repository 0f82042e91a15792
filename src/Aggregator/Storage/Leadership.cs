namespace Aggregator.Storage;

/// <summary>
/// Which of the processes on one database does what only one may do at a time: stories, whose keeper has the window in memory, alerts and
/// their mail, removals, subscriptions at hubs. On SQLite there is one process.
/// </summary>
public class Leadership
{
    /// <summary>Whether this process leads now; if nobody does, it leads from now on until it ends.</summary>
    public virtual ValueTask<bool> HoldsAsync(CancellationToken stop) => ValueTask.FromResult(true);
}

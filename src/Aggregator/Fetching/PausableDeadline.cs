namespace Aggregator.Fetching;

/// <summary>One deadline over several stretches of work: what passes while it is paused does not count.</summary>
internal sealed class PausableDeadline : IDisposable
{
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource deadline;
    private readonly CancellationTokenSource either;
    private TimeSpan left;
    private long? since;

    public PausableDeadline(TimeSpan time, TimeProvider clock, CancellationToken stop)
    {
        this.clock = clock;
        left = time;
        deadline = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stop);
    }

    /// <summary>Cancelled when the time is used up, or when the caller stops.</summary>
    public CancellationToken Token => either.Token;

    public void Pause()
    {
        if (since is not { } start) return;
        left -= clock.GetElapsedTime(start);
        since = null;
        deadline.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Resume()
    {
        since = clock.GetTimestamp();
        deadline.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public void Dispose()
    {
        either.Dispose();
        deadline.Dispose();
    }
}

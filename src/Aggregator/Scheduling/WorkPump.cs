using Aggregator.Storage;
using Microsoft.Extensions.Logging;

namespace Aggregator.Scheduling;

/// <summary>
/// Claims due rows and works on them with bounded concurrency; rows of one lane (a host) one after the other. The rows are the queue: what is claimed and not finished when the
/// process dies is due again as soon as its owner is known to be dead, or its lease has run out.
/// </summary>
public abstract class WorkPump<TWork>(int concurrency, ILogger log) : IAsyncDisposable
    where TWork : notnull
{
    /// <summary>Between two claims of a tick.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim pumping = new(1, 1);
    private readonly SemaphoreSlim places = new(concurrency, concurrency);
    private readonly SemaphoreSlim finished = new(0, 1);
    private readonly CancellationTokenSource ending = new();
    private bool hasEnded;
    private int faults;

    /// <summary>Lanes that are worked on now.</summary>
    public int InFlight => concurrency - places.CurrentCount;

    /// <summary>Pieces of work that could not be stored: the disk is full, the database locked, or the mistake is ours.</summary>
    public int Faults => Volatile.Read(ref faults);

    /// <summary>Why the last of them could not.</summary>
    public Exception? LastFault { get; private set; }

    /// <summary>Starts what is due now, waiting for room where there is none, and returns without waiting for the last of it.</summary>
    /// <returns>How many pieces were started.</returns>
    public async Task<int> PumpAsync(CancellationToken stop)
    {
        // One pump at a time: another tick would find the same rows.
        if (ending.IsCancellationRequested || !await pumping.WaitAsync(TimeSpan.Zero, stop)) return 0;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ending.Token);
        try
        {
            var started = 0;
            while (await StartAsync(either.Token) is > 0 and var more) started += more;
            return started;
        }
        finally
        {
            pumping.Release();
        }
    }

    /// <summary>
    /// What the schedule calls every second. Where hosts rest for less than that between two requests, it looks again as soon as work has ended, until
    /// nothing goes on.
    /// </summary>
    public async Task TickAsync(CancellationToken stop)
    {
        var started = await PumpAsync(stop);
        if (ShortestPause >= Second) return;
        var pause = ShortestPause > LeastPause ? ShortestPause : LeastPause;
        while (!ending.IsCancellationRequested && (started > 0 || InFlight > 0))
        {
            if (InFlight > 0) await finished.WaitAsync(Second, stop);
            await Task.Delay(pause, stop);
            started = await PumpAsync(stop);
        }
    }

    /// <summary>Works until nothing is due and nothing is going on, waiting for hosts that rest between two requests.</summary>
    public async Task DrainAsync(CancellationToken stop)
    {
        while (true)
        {
            // Asked before the claim: work that ends while it runs frees its host for rows that this claim could not take.
            var wasBusy = InFlight > 0;
            var started = await PumpAsync(stop);
            if (InFlight > 0) await finished.WaitAsync(TimeSpan.FromMilliseconds(100), stop);
            else if (started == 0 && !wasBusy && !await IsRestingAsync(stop)) return;
            else if (!wasBusy) await Task.Delay(50, stop);
        }
    }

    /// <summary>Starts nothing more. What is going on is given up and its rows left to the next start, unless it <see cref="EndsItsWork"/>.</summary>
    public void Stop() => ending.Cancel();

    /// <summary><see cref="Stop"/>, and waits for what is going on, a minute at the most.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary><see cref="Stop"/>, and waits for what is going on, a minute at the most. Again it does nothing.</summary>
    public async Task EndAsync()
    {
        await ending.CancelAsync();
        if (Interlocked.Exchange(ref hasEnded, true)) return;
        var end = Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => places.WaitAsync()));
        await Task.WhenAny(end, Task.Delay(TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    /// <summary>Whether work that was claimed is done to its end even when the program is being stopped: for what cannot simply be done again.</summary>
    protected virtual bool EndsItsWork => false;

    /// <summary>How soon a row can become free that could not be claimed a moment ago, at the earliest.</summary>
    protected virtual TimeSpan ShortestPause => Second;

    /// <summary>What work of the same lane shares: it is done one piece after the other. Null: it is a lane of its own.</summary>
    protected virtual string? LaneOf(TWork work) => null;

    /// <summary>Leases due rows for up to so many lanes.</summary>
    protected abstract Task<IReadOnlyList<TWork>> ClaimAsync(int most, CancellationToken stop);

    /// <summary>Does one piece of work and stores what came of it.</summary>
    /// <returns>Whether its lane goes on; if not, the rest of the lane is given back.</returns>
    protected abstract Task<bool> WorkAsync(TWork work, CancellationToken stop);

    /// <summary>Ends the leases of work that was not done.</summary>
    protected virtual Task GiveBackAsync(IReadOnlyList<TWork> works, CancellationToken stop) => Task.CompletedTask;

    /// <summary>
    /// Whether rows are due that nobody holds and whose hosts rest, if at all, only for the usual pause between two requests: the pause may
    /// have ended between the claim and this question, so a row that could be taken by now counts.
    /// </summary>
    protected abstract Task<bool> IsRestingAsync(CancellationToken stop);

    private async Task<int> StartAsync(CancellationToken stop)
    {
        await places.WaitAsync(stop);
        var room = 1;
        while (places.Wait(0, CancellationToken.None)) room++;
        List<List<TWork>> lanes = [];
        try
        {
            lanes = Lanes(await ClaimAsync(room, stop));
        }
        finally
        {
            if (room > lanes.Count) places.Release(room - lanes.Count);
        }

        // A claim may fill more lanes than there were places for: those wait here, and the next claim with them.
        foreach (var (lane, number) in lanes.Select((lane, number) => (lane, number)))
        {
            if (number >= room) await places.WaitAsync(stop);
            _ = Task.Run(() => LaneAsync(lane), CancellationToken.None);
        }

        return lanes.Sum(lane => lane.Count);
    }

    private List<List<TWork>> Lanes(IReadOnlyList<TWork> claimed)
    {
        var lanes = new List<List<TWork>>();
        var byName = new Dictionary<string, List<TWork>>(StringComparer.Ordinal);
        foreach (var work in claimed)
        {
            if (LaneOf(work) is { } name && byName.TryGetValue(name, out var lane))
            {
                lane.Add(work);
                continue;
            }

            lanes.Add([work]);
            if (LaneOf(work) is { } first) byName.Add(first, lanes[^1]);
        }

        return lanes;
    }

    private async Task LaneAsync(List<TWork> lane)
    {
        try
        {
            for (var at = 0; at < lane.Count; at++)
            {
                if (await GuardedAsync(lane[at], stop => WorkAsync(lane[at], stop))) continue;
                if (at + 1 < lane.Count) await GuardedAsync(lane[at], stop => GiveBackAsync(lane, at + 1, stop));
                break;
            }
        }
        finally
        {
            places.Release();
            if (finished.CurrentCount == 0) Signal();
        }
    }

    private async Task<bool> GiveBackAsync(List<TWork> lane, int from, CancellationToken stop)
    {
        await GiveBackAsync(lane[from..], stop);
        return false;
    }

    /// <returns>Whether the lane goes on: also after a mistake of ours, never when we are shutting down.</returns>
    private async Task<bool> GuardedAsync(TWork work, Func<CancellationToken, Task<bool>> act)
    {
        if (ending.IsCancellationRequested && !EndsItsWork) return false;
        try
        {
            return await act(EndsItsWork ? CancellationToken.None : ending.Token);
        }
        catch (Exception e) when (ending.IsCancellationRequested && !EndsItsWork && e is OperationCanceledException or ObjectDisposedException)
        {
            // Shutting down: the row stays leased by a process that will be dead.
            return false;
        }
        catch (Exception e)
        {
            Interlocked.Increment(ref faults);
            LastFault = e;
            WorkPumpLog.Failed(log, e, work);
            return true;
        }
    }

    private void Signal()
    {
        try
        {
            finished.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another worker signalled at the same moment: one signal is enough.
        }
    }
}

internal static partial class WorkPumpLog
{
    [LoggerMessage(1, LogLevel.Error, "{Work} failed; it is tried again when its lease has run out.")]
    public static partial void Failed(ILogger log, Exception fault, object work);
}

namespace Aggregator.Storage;

/// <summary>
/// One writer at a time. SQLite has a single writer anyway; waiting here in turn costs an editor 46–85 ms during intake,
/// waiting in SQLite's own busy retry 1–2 s (measured). Bulk writers hold it for 20 ms at the most and collect outside it; of those
/// who wait, people go before them.
/// </summary>
public sealed class WriteGate
{
    private readonly Lock door = new();
    private readonly LinkedList<TaskCompletionSource> people = new(), bulk = new();
    private bool isHeld;

    /// <summary>Waits for the turn; disposing what it returns gives the turn on.</summary>
    /// <param name="isBulk">It may wait for whoever is not bulk.</param>
    public async Task<IDisposable> EnterAsync(CancellationToken stop, bool isBulk = false)
    {
        stop.ThrowIfCancellationRequested();
        var (line, waiting) = (isBulk ? bulk : people, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        LinkedListNode<TaskCompletionSource> place;
        lock (door)
        {
            if (!isHeld)
            {
                isHeld = true;
                return new Turn(this);
            }

            place = line.AddLast(waiting);
        }

        await using (stop.Register(() => GiveUp(place, stop))) await waiting.Task;
        return new Turn(this);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken stop)
    {
        lock (door)
        {
            // Given the turn already: then it is not given up.
            if (place.List is null) return;
            place.List.Remove(place);
        }

        place.Value.TrySetCanceled(stop);
    }

    private void Leave()
    {
        TaskCompletionSource? next;
        lock (door)
        {
            var line = people.Count > 0 ? people : bulk;
            next = line.First?.Value;
            if (next is null) isHeld = false;
            else line.RemoveFirst();
        }

        next?.SetResult();
    }

    private sealed class Turn(WriteGate gate) : IDisposable
    {
        private WriteGate? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Leave();
    }
}

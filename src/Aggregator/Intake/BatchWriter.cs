using System.Threading.Channels;

namespace Aggregator.Intake;

/// <summary>
/// Collects what many workers want written and commits it together: one transaction for many, never one for each.
/// A caller gets its answer when its part is committed, so what is answered is stored.
/// </summary>
public abstract class BatchWriter<TRecord, TResult>(int most, TimeSpan longest) : IAsyncDisposable
    where TRecord : class
{
    private readonly Channel<Pending> waiting = Channel.CreateBounded<Pending>(new BoundedChannelOptions(4 * most) { SingleReader = true });
    private readonly Lock starting = new();
    private Task? pump;

    /// <summary>Hands a record over.</summary>
    /// <returns>What was stored, once it is committed.</returns>
    public async Task<TResult> WriteAsync(TRecord record, CancellationToken stop)
    {
        lock (starting) pump ??= Task.Run(PumpAsync, CancellationToken.None);
        var pending = new Pending(record);
        await waiting.Writer.WriteAsync(pending, stop);
        return await pending.Answer.Task;
    }

    /// <summary>Writes what was handed over and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        if (pump is not null) await pump;
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the records in one transaction; the results are in their order.</summary>
    protected abstract Task<IReadOnlyList<TResult>> CommitAsync(IReadOnlyList<TRecord> records);

    /// <summary>How much a record weighs in a batch; 1 is the usual.</summary>
    protected virtual int Weight(TRecord record) => 1;

    private async Task PumpAsync()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            var batch = await CollectAsync();
            await AnswerAsync(batch);
        }
    }

    /// <summary>Takes what is there; waits for more only while workers keep bringing it.</summary>
    private async Task<List<Pending>> CollectAsync()
    {
        var batch = new List<Pending>();
        var weight = 0;
        using var patience = new CancellationTokenSource(longest);
        while (weight < most)
        {
            if (waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
                weight += Weight(next.Record);
                continue;
            }

            if (!await MoreAsync(patience.Token)) break;
        }

        return batch;
    }

    private async Task<bool> MoreAsync(CancellationToken patience)
    {
        try
        {
            return await waiting.Reader.WaitToReadAsync(patience);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task AnswerAsync(IReadOnlyList<Pending> batch)
    {
        IReadOnlyList<TResult> results;
        try
        {
            results = await CommitAsync([.. batch.Select(pending => pending.Record)]);
        }
        catch (Exception) when (batch.Count > 1)
        {
            // Nothing of the batch is stored. One record may be at fault: alone, it cannot keep the others out.
            foreach (var pending in batch) await AnswerAsync([pending]);
            return;
        }
        catch (Exception e)
        {
            // The worker learns it; the row stays leased and is taken up again when the lease has run out.
            batch[0].Answer.TrySetException(e);
            return;
        }

        foreach (var (pending, result) in batch.Zip(results)) pending.Answer.TrySetResult(result);
    }

    private sealed record Pending(TRecord Record)
    {
        public TaskCompletionSource<TResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

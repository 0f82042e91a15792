using Aggregator.Fetching;
using Aggregator.Sources;
using Microsoft.Extensions.Logging;

namespace Aggregator.Intake;

/// <summary>
/// Readers do not throw for what they read. If one does all the same the mistake is ours: it goes into the log whole, and onto the
/// row in short, so that the source is seen to fail and waits longer each time, like any other.
/// </summary>
public sealed partial class ReadingGuard(ILogger<ReadingGuard> log) : IDisposable
{
    /// <summary>
    /// Hundreds of answers may come in at a time. As many are read as there are processors: what an editor does then waits for one reading
    /// and not for all of them.
    /// </summary>
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount, Environment.ProcessorCount);

    /// <param name="url">What was read, for the log.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="failed">Makes the answer when that failed.</param>
    /// <param name="stop">Gives up the wait.</param>
    public async Task<T> ReadAsync<T>(string url, Func<T> read, Func<FetchProblem, T> failed, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            return read();
        }
        catch (Exception e)
        {
            Failed(log, e, url);
            return failed(new(PollError.Unreadable, e.GetType().Name));
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    [LoggerMessage(1, LogLevel.Error, "Reading {Url} failed: this is a mistake of ours.")]
    private static partial void Failed(ILogger log, Exception fault, string url);
}

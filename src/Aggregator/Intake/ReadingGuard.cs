using Aggregator.Fetching;
using Aggregator.Sources;
using Microsoft.Extensions.Logging;

namespace Aggregator.Intake;

/// <summary>
/// Readers do not throw for what they read. If one does all the same the mistake is ours: it goes into the log whole, and onto the
/// row in short, so that the source is seen to fail and waits longer each time, like any other.
/// </summary>
public sealed partial class ReadingGuard(ILogger<ReadingGuard> log)
{
    /// <param name="url">What was read, for the log.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="failed">Makes the answer when that failed.</param>
    public T Read<T>(string url, Func<T> read, Func<FetchProblem, T> failed)
    {
        try
        {
            return read();
        }
        catch (Exception e)
        {
            Failed(log, e, url);
            return failed(new(PollError.Unreadable, e.GetType().Name));
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Reading {Url} failed: this is a mistake of ours.")]
    private static partial void Failed(ILogger log, Exception fault, string url);
}

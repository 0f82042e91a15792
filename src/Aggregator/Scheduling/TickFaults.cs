using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aggregator.Scheduling;

/// <summary>A tick that fails is tried again in a second. What keeps it from working is said once, until it changes or is over.</summary>
public sealed partial class TickFaults(ILogger<TickFaults> log)
{
    private readonly ConcurrentDictionary<string, string> said = new(StringComparer.Ordinal);

    /// <param name="what">What the tick does, for the log.</param>
    /// <param name="tick">One tick.</param>
    public async ValueTask GuardAsync(string what, Func<Task> tick)
    {
        try
        {
            await tick();
            if (said.TryRemove(what, out _)) GoesOn(log, what);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var message = e.InnerException?.Message ?? e.Message;
            if (said.TryGetValue(what, out var before) && before == message) return;
            said[what] = message;
            Waits(log, what, message);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{What} wait: {Message} We try again each second.")]
    private static partial void Waits(ILogger log, string what, string message);

    [LoggerMessage(2, LogLevel.Information, "{What} go on.")]
    private static partial void GoesOn(ILogger log, string what);
}

using System.Collections.Concurrent;
using Aggregator.Storage;
using Microsoft.Extensions.Logging;

namespace Aggregator.Scheduling;

/// <summary>A tick that fails is tried again in a second. What keeps it from working is said once, until it changes or is over.</summary>
public sealed partial class TickFaults(Leadership leadership, ILogger<TickFaults> log)
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

    /// <summary>A tick of what one process does for all on its database.</summary>
    /// <param name="what">What the tick does, for the log.</param>
    /// <param name="tick">One tick.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="other">What is done instead where another process leads.</param>
    public ValueTask GuardLeadingAsync(string what, Func<Task> tick, CancellationToken stop, Action? other = null) => GuardAsync(what, async () =>
    {
        if (await leadership.HoldsAsync(stop)) await tick();
        else other?.Invoke();
    });

    [LoggerMessage(1, LogLevel.Error, "{What} wait: {Message} We try again each second.")]
    private static partial void Waits(ILogger log, string what, string message);

    [LoggerMessage(2, LogLevel.Information, "{What} go on.")]
    private static partial void GoesOn(ILogger log, string what);
}

using System.Diagnostics;

namespace Aggregator.Tests.Bench;

/// <summary>Waits for a condition, with an end.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"Waited {Patience.TotalSeconds} s in vain: {what}");
            await Task.Delay(20);
        }
    }

    /// <summary>The result of a task that must end soon.</summary>
    public static Task<T> EndsAsync<T>(Task<T> task) => task.WaitAsync(Patience);

    /// <inheritdoc cref="EndsAsync{T}"/>
    public static Task EndsAsync(Task task) => task.WaitAsync(Patience);
}

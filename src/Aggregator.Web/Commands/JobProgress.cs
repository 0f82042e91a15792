using System.Globalization;
using Spectre.Console;

namespace Aggregator.Web.Commands;

/// <summary>How far a long job is: a bar on a terminal, a line each five seconds elsewhere; always on stderr.</summary>
internal sealed class JobProgress : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly Task showing;

    private JobProgress(Func<CancellationToken, Task> show) => showing = show(ended.Token);

    /// <param name="what">What is counted.</param>
    /// <param name="total">How many there are; 0 shows nothing.</param>
    /// <param name="done">How many are done now.</param>
    public static JobProgress Start(string what, int total, Func<int> done) => new(
        total == 0 ? _ => Task.CompletedTask
        : Console.IsErrorRedirected ? ended => LinesAsync(what, total, done, ended)
        : ended => BarAsync(what, total, done, ended));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await showing;
        ended.Dispose();
    }

    private static async Task LinesAsync(string what, int total, Func<int> done, CancellationToken ended)
    {
        while (await Pause(TimeSpan.FromSeconds(5), ended))
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {done()} of {total}"));
    }

    private static async Task BarAsync(string what, int total, Func<int> done, CancellationToken ended)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(what, maxValue: total);
                while (await Pause(TimeSpan.FromMilliseconds(100), ended)) task.Value = done();
                task.Value = done();
            });
    }

    private static async Task<bool> Pause(TimeSpan time, CancellationToken ended)
    {
        await Task.Delay(time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ended.IsCancellationRequested;
    }
}

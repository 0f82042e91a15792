using Aggregator.Intake.Addresses;
using Aggregator.Storage;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>
/// Compares what has come in with earlier texts, ties copies to their originals, and lets their addresses be learnt from. Who waits is a row, and so is what was decided: a
/// restart goes on where it stopped. Looks up and compares outside the write; if another process has decided meanwhile
/// (<c>copy_turn</c>), its own decision is thrown away and made anew.
/// </summary>
public sealed class CopyKeeper(SqlStore store, IOptions<CopySettings> settings, ParameterKeeper parameters, TimeProvider clock) : IDisposable
{
    /// <summary>About 10 ms of writing.</summary>
    private const int BatchSize = 200;

    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ComparedTexts compared = new();
    private DateTimeOffset forgotAt;

    /// <summary>Takes in what is waiting.</summary>
    /// <returns>How many copies it found.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var copies = 0;
            while (await TakeAsync(stop) is { } found) copies += found;
            await parameters.PartAsync(stop);
            await ForgetOldAsync(stop);
            return copies;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<int?> TakeAsync(CancellationToken stop)
    {
        var decision = await store.ReadAsync((session, inner) => CopyDecision.MakeAsync(session, BatchSize, compared, inner), stop);
        if (decision is null) return null;
        // First, for whoever is written down as compared does not come again.
        await parameters.LearnAsync(decision.Waiting, stop);
        return await store.WriteAsync(decision.StoreAsync, stop);
    }

    /// <summary>Numbers are given in the order of arrival: all up to the last before the window are too old.</summary>
    private async Task ForgetOldAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - forgotAt < BetweenForgetting) return;
        var upTo = await store.ReadAsync((session, inner) => session.QueryAsync(
            "SELECT id FROM article WHERE arrived_at < @oldest ORDER BY arrived_at DESC, id DESC LIMIT 1",
            [("oldest", (now - settings.Value.Window).UtcTicks)], row => row.GetInt32(0), inner), stop);
        while (upTo.Count > 0 && await store.WriteAsync((session, inner) => session.ForgetBandsAsync(upTo[0], BatchSize, inner), stop) > 0)
        {
        }

        forgotAt = now;
    }
}

using Aggregator.Fetching;
using Aggregator.Sending;
using Aggregator.Storage;
using Microsoft.Extensions.Logging;

namespace Aggregator.Scheduling;

/// <summary>Sends the mails that wait in the ledger, and closes sends that are through.</summary>
public sealed class SendPump(Func<AggregatorDb> databases, Deliver deliver, TimeProvider clock, ILogger<SendPump> log)
    : WorkPump<DueDelivery>(Concurrency, log)
{
    private const int Concurrency = 16;

    /// <summary>Handing a mail over takes far less; a row held for longer is in doubt.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Finds what is in doubt and closes what is done.</summary>
    public async Task TidyAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        await SendLedger.FindInDoubtAsync(db, now, stop);
        await SendLedger.CloseAsync(db, now, stop);
    }

    /// <summary>A mail that is given up half-way is in doubt, and somebody has to decide about it: an orderly stop leaves none.</summary>
    protected override bool EndsItsWork => true;

    protected override async Task<IReadOnlyList<DueDelivery>> ClaimAsync(int most, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        await using var db = databases();
        var now = clock.GetUtcNow();
        // Not given up once begun: a claim that is committed and not known here would be in doubt.
        return await SendLedger.ClaimAsync(db, new(LeaseOwner.Current, now, now + Lease, most, TimeSpan.Zero), CancellationToken.None);
    }

    protected override async Task<bool> WorkAsync(DueDelivery work, CancellationToken stop)
    {
        await deliver.RunAsync(work, stop);
        return true;
    }

    protected override Task<bool> IsRestingAsync(CancellationToken stop) => Task.FromResult(false);
}

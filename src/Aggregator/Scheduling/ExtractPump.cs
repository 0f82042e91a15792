using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Scheduling;

/// <summary>Reads the pages of articles that are only excerpts.</summary>
public sealed class ExtractPump(
    SqlStore store, ExtractArticle extract, IOptions<FetchingSettings> settings, TimeProvider clock, ILogger<ExtractPump> log, Action<bool>? report = null)
    : WorkPump<DueExtraction>(settings.Value.Concurrency, log)
{
    /// <summary>How many pages are due.</summary>
    public Task<int> CountAsync(CancellationToken stop) => store.ReadAsync(
        (session, inner) => session.CountAsync("SELECT count(*) FROM extraction WHERE due_at <= @now", [("now", clock.GetUtcNow().UtcTicks)], inner), stop);

    protected override Task<IReadOnlyList<DueExtraction>> ClaimAsync(int most, CancellationToken stop) => store.WriteAsync<IReadOnlyList<DueExtraction>>(
        async (session, inner) =>
        {
            var claimed = await session.ClaimExtractionsAsync(Claim(most), inner);
            return claimed.Count == 0 ? [] : await session.QueryAsync(
                $"SELECT id, url FROM article WHERE {session.Among("id", "ids")} ORDER BY id DESC", [("ids", session.Keys(claimed))],
                row => new DueExtraction(row.GetInt32(0), row.GetString(1)), inner);
        },
        stop);

    protected override async Task WorkAsync(DueExtraction work, CancellationToken stop)
    {
        var whole = await extract.RunAsync(work, stop);
        report?.Invoke(whole);
    }

    protected override Task<bool> IsRestingAsync(CancellationToken stop) => store.ReadAsync(
        (session, inner) => session.IsDueSoonAsync(Claim(limit: 0), clock.GetUtcNow() + 2 * settings.Value.HostDelay, inner), stop);

    private Claim Claim(int limit)
    {
        var now = clock.GetUtcNow();
        return new(LeaseOwner.Current, now, now + settings.Value.Lease, limit, settings.Value.HostDelay, settings.Value.PerHost);
    }
}

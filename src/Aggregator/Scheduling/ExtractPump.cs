using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Scheduling;

/// <summary>Reads the pages of articles that are only excerpts.</summary>
public sealed class ExtractPump(
    Func<AggregatorDb> databases, ExtractArticle extract, IOptions<FetchingSettings> settings, TimeProvider clock, ILogger<ExtractPump> log, Action<bool>? report = null)
    : WorkPump<DueExtraction>(settings.Value.Concurrency, log)
{
    /// <summary>How many pages are due.</summary>
    public async Task<int> CountAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        return await db.Extractions.CountAsync(row => row.DueAt <= now, stop);
    }

    protected override async Task<IReadOnlyList<DueExtraction>> ClaimAsync(int most, CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        var claimed = await db.ClaimExtractionsAsync(
            new(LeaseOwner.Current, now, now + settings.Value.Lease, most, settings.Value.HostDelay, settings.Value.PerHost), stop);
        return claimed.Count == 0 ? [] : await db.Articles.Where(article => claimed.Contains(article.Id))
            .Select(article => new DueExtraction(article.Id, article.Url)).ToListAsync(stop);
    }

    protected override async Task WorkAsync(DueExtraction work, CancellationToken stop)
    {
        var whole = await extract.RunAsync(work, stop);
        report?.Invoke(whole);
    }

    protected override async Task<bool> IsRestingAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        var soon = now + 2 * settings.Value.HostDelay;
        return await db.Extractions.AnyAsync(
            row => row.DueAt <= now && !db.HostRests.Any(rest => rest.Host == row.Host && rest.Until > soon)
                && !db.Extractions.Any(held => held.Host == row.Host && held.LeaseUntil > now), stop);
    }
}

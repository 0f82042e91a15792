using System.Data.Common;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Reading.Pages;
using Aggregator.Reading.Urls;
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

    protected override TimeSpan ShortestPause => settings.Value.ShortestDelay;

    protected override Task<IReadOnlyList<DueExtraction>> ClaimAsync(int most, CancellationToken stop) => store.WriteAsync<IReadOnlyList<DueExtraction>>(
        async (session, inner) =>
        {
            var claimed = await session.ClaimExtractionsAsync(Claim(most), inner);
            return claimed.Count == 0 ? [] : await session.QueryAsync(
                $"SELECT a.id, a.url, s.url, s.rules, e.is_from_kept FROM article a JOIN source s ON s.id = a.source_id JOIN extraction e ON e.article_id = a.id WHERE {session.Among("a.id", "ids")} ORDER BY a.id DESC", [("ids", session.Keys(claimed))],
                DueOf, inner);
        },
        stop);

    private static DueExtraction DueOf(DbDataReader row)
    {
        var (article, source, rules) = (row.GetString(1), row.GetString(2), row.Text(3));
        var isOwn = RegistrableHost.Of(article) == RegistrableHost.Of(source);
        // A link log's rules say nothing about the sites it links to.
        return new(row.GetInt32(0), article) { IsOwn = isOwn, Rules = isOwn && rules is not null ? PageRulesJson.Read(rules) : null, IsFromKept = row.GetBoolean(4) };
    }

    protected override async Task<bool> WorkAsync(DueExtraction work, CancellationToken stop)
    {
        var whole = await extract.RunAsync(work, stop);
        report?.Invoke(whole);
        return true;
    }

    protected override Task<bool> IsRestingAsync(CancellationToken stop) => store.ReadAsync(
        (session, inner) => session.IsDueSoonAsync(Claim(limit: 0), clock.GetUtcNow() + 2 * settings.Value.LongestDelay, inner), stop);

    private Claim Claim(int limit)
    {
        var now = clock.GetUtcNow();
        return new(LeaseOwner.Current, now, now + settings.Value.Lease, limit, settings.Value.HostDelay, settings.Value.PerHost) { Paces = settings.Value.Paces };
    }
}

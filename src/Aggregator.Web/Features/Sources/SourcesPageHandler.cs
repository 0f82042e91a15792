using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/sources</c>: every source with its state, what is wrong with it, its rhythm and its next visit.</summary>
internal static class SourcesPageHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/sources", ShowAsync).For(Contributor);

    private static async Task<IResult> ShowAsync(AggregatorDb db, TimeProvider clock, int? added, int? known, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var days = await ArticleDays.ReadAsync(db, now, sourceId: null, stop);
        var sources = await db.Sources.AsNoTracking().Include(source => source.Poll).ToListAsync(stop);
        var outage = await NetworkOutage.FindAsync(db, stop);
        var rows = sources.Select(source => SourceRow.Of(source, days.GetValueOrDefault(source.Id) ?? ArticleDays.None, outage, now))
            .OrderBy(row => row.Urgency).ThenBy(row => row.Source.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        return Page.Of<SourcesPage>(("Rows", rows), ("Added", NameOf(rows, added)), ("Known", NameOf(rows, known)), ("Outage", outage));
    }

    private static string? NameOf(List<SourceRow> rows, int? id) => rows.Find(row => row.Source.Id == id)?.Source.Name;
}

/// <summary>A source and how it does.</summary>
/// <param name="Source">The source with its moving part.</param>
/// <param name="Health">How it does.</param>
/// <param name="Days">Articles a day of the last fourteen, the oldest first.</param>
public sealed record SourceRow(Source Source, SourceHealth Health, IReadOnlyList<int> Days)
{
    /// <summary>The network is away, so nothing can be said of it now.</summary>
    public bool IsCutOff { get; init; }

    public static SourceRow Of(Source source, IReadOnlyList<int> days, NetworkOutage? outage, DateTimeOffset now) =>
        new(source, SourceHealth.Of(source, now, outage), days)
        {
            IsCutOff = source.RetiredAt is null && outage?.Explains(source.Poll) == true,
        };

    /// <summary>The state in a word.</summary>
    public string State(string language) => IsCutOff ? NetworkWords.State(language) : HealthWords.Name(Health.State, language);

    public int ArticlesThisWeek => Days.Skip(7).Sum();

    /// <summary>The next visit: when it is due, or when the server allows it.</summary>
    public DateTimeOffset NextVisit => Source.Poll.NotBefore > Source.Poll.DueAt ? Source.Poll.NotBefore.Value : Source.Poll.DueAt;

    /// <summary>What asks for a decision comes first.</summary>
    public int Urgency => Health.State switch
    {
        HealthState.Dead when Source.RetiredAt is null => 0, HealthState.Failing => 1, HealthState.Quiet => 2, HealthState.New => 3, HealthState.Healthy => 4, _ => 5,
    };
}

/// <summary>Articles of the last fourteen days, by source and day.</summary>
internal static class ArticleDays
{
    public const int Count = 14;

    public static IReadOnlyList<int> None { get; } = new int[Count];

    /// <param name="now">The end of the last day.</param>
    /// <param name="sourceId">Only this source.</param>
    public static async Task<Dictionary<int, IReadOnlyList<int>>> ReadAsync(AggregatorDb db, DateTimeOffset now, int? sourceId, CancellationToken stop)
    {
        var begin = now.AddDays(-Count);
        var counts = new Dictionary<int, IReadOnlyList<int>>();
        // The column holds ticks, so a day is a division; counted one day at a time, because that is what every database can say.
        for (var day = 0; day < Count; day++)
        {
            var (from, to) = (begin.AddDays(day), begin.AddDays(day + 1));
            var groups = await db.Articles.Where(article => article.ArrivedAt >= from && article.ArrivedAt < to && (sourceId == null || article.SourceId == sourceId))
                .GroupBy(article => article.SourceId).Select(group => new { group.Key, Articles = group.Count() }).ToListAsync(stop);
            foreach (var group in groups)
            {
                if (!counts.TryGetValue(group.Key, out var days)) counts.Add(group.Key, days = new int[Count]);
                ((int[])days)[day] = group.Articles;
            }
        }

        return counts;
    }
}

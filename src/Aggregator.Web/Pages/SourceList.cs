using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Pages;

/// <summary><c>/sources</c>: every source with its state, what is wrong with it, and its next visit.</summary>
internal static class SourceList
{
    public static void MapSources(this IEndpointRouteBuilder app) => app.MapGet("/sources", ShowAsync).RequireAuthorization();

    private static async Task<RazorComponentResult<SourcesPage>> ShowAsync(AggregatorDb db, TimeProvider clock, int? added, int? known, CancellationToken stop)
    {
        var week = clock.GetUtcNow().AddDays(-7);
        var counts = await db.Articles.Where(article => article.ArrivedAt >= week)
            .GroupBy(article => article.SourceId).Select(group => new { group.Key, Articles = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Articles, stop);
        var sources = await db.Sources.AsNoTracking().Include(source => source.Poll).ToListAsync(stop);
        var rows = sources.Select(source => new SourceRow(source, counts.GetValueOrDefault(source.Id)))
            .OrderBy(row => row.Urgency).ThenBy(row => row.Source.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        return new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Rows"] = rows, ["Added"] = NameOf(rows, added), ["Known"] = NameOf(rows, known) });
    }

    private static string? NameOf(List<SourceRow> rows, int? id) => rows.Find(row => row.Source.Id == id)?.Source.Name;
}

/// <summary>A source and how it does.</summary>
public sealed record SourceRow(Source Source, int ArticlesThisWeek)
{
    /// <summary>Failures in a row after which a source counts as broken; before that it is only watched.</summary>
    private const int Broken = 3;

    public SourceState State =>
        Source.RetiredAt is not null ? SourceState.Retired
        : Source.Poll.VisitedAt is null ? SourceState.New
        : Source.Poll.ErrorCount >= Broken ? SourceState.Broken
        : Source.Poll.ErrorCount > 0 ? SourceState.Late
        : SourceState.Well;

    /// <summary>What asks for a decision comes first.</summary>
    public int Urgency => State switch
    {
        SourceState.Broken => 0, SourceState.Late => 1, SourceState.New => 2, SourceState.Well => 3, _ => 4,
    };
}

/// <summary>How a source does, in a word.</summary>
public enum SourceState
{
    Well,
    New,
    Late,
    Broken,
    Retired,
}

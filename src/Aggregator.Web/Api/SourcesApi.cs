using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/sources</c>.</summary>
internal static class SourcesApi
{
    public static void MapSourcesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sources", async (AggregatorDb db, int? after, int? limit, CancellationToken stop) =>
        {
            var size = Cursor.Size(limit);
            var rows = await db.Sources.AsNoTracking().Include(source => source.Poll).Where(source => source.Id > (after ?? 0))
                .OrderBy(source => source.Id).Take(size + 1).ToListAsync(stop);
            return Cursor.Take([.. rows.Select(SourceAnswer.Of)], size, source => source.Id);
        });
        api.MapGet("/sources/{id:int}", async (int id, AggregatorDb db, CancellationToken stop) =>
            await db.Sources.AsNoTracking().Include(source => source.Poll).FirstOrDefaultAsync(source => source.Id == id, stop) is { } source
                ? Results.Ok(SourceAnswer.Of(source)) : ApiProblem.NotFound($"There is no source {id}."));
        api.MapGet("/sources/{id:int}/polls", async (int id, AggregatorDb db, CancellationToken stop) =>
            await db.Polls.AsNoTracking().Where(poll => poll.SourceId == id).OrderByDescending(poll => poll.Id).Take(50).ToListAsync(stop));
    }
}

/// <summary>A source as the API shows it.</summary>
internal sealed record SourceAnswer(
    int Id, string Url, string Name, string? Language, IReadOnlyList<string> Topics, double Weight, bool IsRetired,
    DateTimeOffset? VisitedAt, DateTimeOffset NextVisit, int Failures, string? Problem)
{
    public static SourceAnswer Of(Source source) => new(
        source.Id, source.Url, source.Name, source.Language, source.Topics, source.Weight, source.RetiredAt is not null,
        source.Poll.VisitedAt, source.Poll.DueAt, source.Poll.ErrorCount,
        source.Poll.Error == PollError.None ? null : PollErrorWords.Say(source.Poll.Error, source.Poll.ErrorDetail, "en"));
}

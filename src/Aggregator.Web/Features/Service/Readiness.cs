using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Service;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work, and how its sources do, in figures without names. A
/// source that fails is no reason to take the program out of service: only a database that does not answer is.
/// </summary>
internal static class Readiness
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("ok\n")).ForEveryone();
        app.MapGet("/health/ready", ReadyAsync).ForEveryone();
    }

    private static async Task<IResult> ReadyAsync(AggregatorDb db, CancellationToken stop)
    {
        try
        {
            var alerts = await db.Alerts.AsNoTracking().Where(alert => alert.ClosedAt == null).GroupBy(alert => alert.State)
                .Select(group => new { group.Key, Sources = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Sources, stop);
            var followed = await db.Sources.CountAsync(source => source.RetiredAt == null, stop);
            int Of(HealthState state) => alerts.GetValueOrDefault(state);
            return Results.Json(new
            {
                Status = "ready",
                Sources = new { Followed = followed, Quiet = Of(HealthState.Quiet), Failing = Of(HealthState.Failing), Dead = Of(HealthState.Dead) },
            });
        }
        catch (Exception e) when (e is System.Data.Common.DbException or UnusableStorageException or InvalidOperationException)
        {
            return Results.Json(new { Status = "not ready", Reason = "The database does not answer." }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

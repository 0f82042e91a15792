using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Team;

/// <summary><c>/audit</c>: who changed what and when.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audit", AuditAsync)
            .For(Administrator, "Who changed what and when, the latest first; by who, what, from, to.", Answer.List<AuditAnswer>());

    /// <summary>The latest first.</summary>
    private static async Task<IResult> AuditAsync([AsParameters] AuditFilter filter, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var rows = await filter.Apply(db.AuditEntries.AsNoTracking()).Where(entry => after == null || entry.Id < after).OrderByDescending(entry => entry.Id).Take(size + 1).ToListAsync(stop);
        return Results.Ok(Cursor.Take([.. rows.Select(entry => new AuditAnswer(entry.Id, entry.At, entry.AccountId, entry.Who, entry.Via, entry.Action, entry.Subject))], size, entry => entry.Id));
    }
}

/// <param name="Via">browser, key or command.</param>
/// <param name="Action">Method and route, or the verb of a command.</param>
/// <param name="Subject">The address as it was asked for.</param>
internal sealed record AuditAnswer(int Id, DateTimeOffset At, int? Account, string Who, string Via, string Action, string Subject);

using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Intake.Addresses;
using Aggregator.Reading.Urls;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/sources/N</c>: one source, how it does, its last visits, and what can be done about it.</summary>
internal static class SourcePageHandler
{
    private const int Shown = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sources/{id:int}", ShowAsync).For(Contributor);
        app.MapPost("/sources/{id:int}/visit", VisitAsync).For(Editor);
        app.MapPost("/sources/{id:int}/adopt", AdoptAsync).For(Administrator);
        app.MapPost("/sources/{id:int}/retire", (int id, [FromForm] string? go, HttpContext http, AggregatorDb db, TimeProvider clock, CancellationToken stop) =>
            FollowAsync(id, follow: false, http, db, clock, stop)).For(Administrator);
        app.MapPost("/sources/{id:int}/follow", (int id, [FromForm] string? go, HttpContext http, AggregatorDb db, TimeProvider clock, CancellationToken stop) =>
            FollowAsync(id, follow: true, http, db, clock, stop)).For(Administrator);
    }

    /// <summary>Sources are set up by administrators; editors may ask for a visit.</summary>
    internal static bool MaySetUp(ClaimsPrincipal user) => AccountClaims.RoleOf(user) >= AccountRole.Administrator;

    internal static bool MayVisit(ClaimsPrincipal user) => AccountClaims.RoleOf(user) >= AccountRole.Editor;

    private static async Task<IResult> ShowAsync(int id, HttpContext http, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(db, id, stop) is not { } source) return Results.NotFound();
        var now = clock.GetUtcNow();
        var polls = await db.Polls.AsNoTracking().Where(poll => poll.SourceId == id).OrderByDescending(poll => poll.Id).Take(Shown).ToListAsync(stop);
        var push = await db.Pushes.AsNoTracking().FirstOrDefaultAsync(push => push.SourceId == id, stop);
        var days = (await ArticleDays.ReadAsync(db, now, id, stop)).GetValueOrDefault(id) ?? ArticleDays.None;
        var learnt = await LearntParameter.OfSourceAsync(await db.SessionAsync(stop), id, stop);
        var outage = await NetworkOutage.FindAsync(db, stop);
        return Page.Of<SourcePage>(
            ("Learnt", learnt), ("Row", SourceRow.Of(source, days, outage, now)), ("Outage", outage), ("Polls", polls), ("Push", push),
            ("MaySetUp", MaySetUp(http.User)), ("MayVisit", MayVisit(http.User)));
    }

    /// <summary>Due now; a server that asked for time (Retry-After) gets it all the same.</summary>
    private static async Task<IResult> VisitAsync(int id, [FromForm] string? go, HttpContext http, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!MayVisit(http.User)) return Results.Forbid();
        if (await FindAsync(db, id, stop) is not { RetiredAt: null } source) return Results.NotFound();
        source.Poll.DueAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect($"/sources/{id}");
    }

    /// <summary>Follows the feed that the page at the source's address names.</summary>
    private static async Task<IResult> AdoptAsync(int id, [FromForm] string? go, HttpContext http, AggregatorDb db, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        if (!MaySetUp(http.User)) return Results.Forbid();
        if (await FindAsync(db, id, stop) is not { Poll: { Error: PollError.PageNamesFeed, ErrorDetail: { } feed } } source) return Results.NotFound();
        var key = UrlKey.Of(feed);
        if (await db.Sources.AnyAsync(other => other.UrlKey == key && other.Id != id, stop))
            return Page.Of<RefusalPage>(StatusCodes.Status409Conflict, ("Reason", visit.Say($"L’adresse {feed} est déjà suivie : retirez cette source-ci.", $"{feed} is followed already: retire this source.")), ("Back", $"/sources/{id}"), ("BackWords", source.Name));
        SourceMoves.Rewrite(source, feed, key);
        Begin(source, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect($"/sources/{id}");
    }

    private static async Task<IResult> FollowAsync(int id, bool follow, HttpContext http, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!MaySetUp(http.User)) return Results.Forbid();
        if (await FindAsync(db, id, stop) is not { } source) return Results.NotFound();
        source.RetiredAt = follow ? null : source.RetiredAt ?? clock.GetUtcNow();
        source.EditedFields |= SourceFields.Retired;
        if (follow) Begin(source, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect($"/sources/{id}");
    }

    /// <summary>Due now, and what failed before is forgotten.</summary>
    private static void Begin(Source source, DateTimeOffset now) =>
        (source.Poll.DueAt, source.Poll.Error, source.Poll.ErrorDetail, source.Poll.ErrorCount, source.Poll.FailingSince) = (now, PollError.None, null, 0, null);

    private static Task<Source?> FindAsync(AggregatorDb db, int id, CancellationToken stop) =>
        db.Sources.Include(source => source.Poll).FirstOrDefaultAsync(source => source.Id == id, stop);
}

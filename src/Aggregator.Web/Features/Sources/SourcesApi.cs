using System.Globalization;
using Aggregator.Reading.Urls;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/sources</c>: what is followed. A source is never deleted, only retired: its articles are cited.</summary>
internal static class SourcesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sources", ListAsync)
            .For(Contributor, "Sources, in the order they were added.", Answer.List<SourceAnswer>());
        api.MapPost("/sources", AddAsync)
            .For(Administrator, "Follows an address.", Answer.Created<SourceAnswer>());
        api.MapGet("/sources/{id:int}", async (int id, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop) =>
            await FindAsync(db, id, stop) is { } source ? Shown(source, clock, http) : Missing(id))
            .For(Contributor, "One source and how it does.", Answer.Ok<SourceAnswer>());
        api.MapPut("/sources/{id:int}", ChangeAsync)
            .For(
                Administrator, "Changes a source; feeds.json no longer changes these fields.",
                Answer.Ok<SourceAnswer>(), needsMatch: true);
        api.MapDelete("/sources/{id:int}", RetireAsync)
            .For(Administrator, "Retires a source: no more visits, its articles stay.", Answer.NoContent, needsMatch: true);
        api.MapPost("/sources/{id:int}:refresh", RefreshAsync)
            .For(Editor, "Visits a source now.", Answer.Accepted<SourceAnswer>());
        api.MapGet("/sources/{id:int}/polls", PollsAsync)
            .For(Contributor, "Visits of a source, the latest first.", Answer.List<PollAnswer>());
    }

    private static IResult Missing(int id) => ApiProblem.NotFound($"There is no source {id}.");

    private static Task<Source?> FindAsync(AggregatorDb db, int id, CancellationToken stop) =>
        db.Sources.Include(source => source.Poll).FirstOrDefaultAsync(source => source.Id == id, stop);

    private static string TagOf(Source source) => ETags.OfContent(SourceRequest.Of(source));

    private static IResult Shown(Source source, TimeProvider clock, HttpContext http)
    {
        ETags.Put(http, TagOf(source));
        return Results.Ok(SourceAnswer.Of(source, clock.GetUtcNow()));
    }

    private static async Task<Part<SourceAnswer>> ListAsync(AggregatorDb db, TimeProvider clock, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var rows = await db.Sources.AsNoTracking().Include(source => source.Poll).Where(source => source.Id > (after ?? 0))
            .OrderBy(source => source.Id).Take(size + 1).ToListAsync(stop);
        return Cursor.Take([.. rows.Select(source => SourceAnswer.Of(source, clock.GetUtcNow()))], size, source => source.Id);
    }

    private static async Task<IResult> AddAsync(SourceRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (request.Problem() is { } problem) return problem;
        var key = UrlKey.Of(request.Url!);
        if (await TakenAsync(db, key, exceptId: null, stop) is { } taken) return taken;
        var now = clock.GetUtcNow();
        var source = new Source { Url = request.Url!, UrlKey = key, Name = "", AddedAt = now, Poll = new() { Host = "", DueAt = now } };
        request.Apply(source, now);
        db.Add(source);
        await db.SaveChangesAsync(stop);
        ETags.Put(http, TagOf(source));
        return Results.Created($"{ApiHost.Root}/sources/{source.Id.ToString(CultureInfo.InvariantCulture)}", SourceAnswer.Of(source, now));
    }

    private static async Task<IResult> ChangeAsync(int id, SourceRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var source = await FindAsync(db, id, stop);
        if (source is null) return Missing(id);
        if (ETags.Check(http, TagOf(source), SourceAnswer.Of(source, clock.GetUtcNow())) is { } stale) return stale;
        if (request.Problem() is { } problem) return problem;
        if (await TakenAsync(db, UrlKey.Of(request.Url!), id, stop) is { } taken) return taken;
        request.Apply(source, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return Shown(source, clock, http);
    }

    private static async Task<IResult> RetireAsync(int id, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var source = await FindAsync(db, id, stop);
        if (source is null) return Missing(id);
        if (ETags.Check(http, TagOf(source), SourceAnswer.Of(source, clock.GetUtcNow())) is { } stale) return stale;
        source.RetiredAt ??= clock.GetUtcNow();
        source.EditedFields |= SourceFields.Retired;
        await db.SaveChangesAsync(stop);
        return Results.NoContent();
    }

    /// <summary>Due now; a server that asked for time (Retry-After) gets it all the same.</summary>
    private static async Task<IResult> RefreshAsync(int id, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        var source = await FindAsync(db, id, stop);
        if (source is null) return Missing(id);
        if (source.RetiredAt is not null) return ApiProblem.Conflict("The source is retired: follow it again first (isRetired: false).");
        source.Poll.DueAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return Results.Accepted(value: SourceAnswer.Of(source, clock.GetUtcNow()));
    }

    private static async Task<IResult> PollsAsync(int id, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        if (!await db.Sources.AnyAsync(source => source.Id == id, stop)) return Missing(id);
        var size = Cursor.Size(limit);
        var rows = await db.Polls.AsNoTracking().Where(poll => poll.SourceId == id && (after == null || poll.Id < after))
            .OrderByDescending(poll => poll.Id).Take(size + 1).ToListAsync(stop);
        return Results.Ok(Cursor.Take([.. rows.Select(PollAnswer.Of)], size, poll => (int)poll.Id));
    }

    private static async Task<IResult?> TakenAsync(AggregatorDb db, string key, int? exceptId, CancellationToken stop) =>
        KnownKeys.Of(await KnownKeys.ReadAsync(db.Sources.AsNoTracking().Where(source => source.Id != exceptId), [key], stop), source => source.Id).TryGetValue(key, out var other)
            ? ApiProblem.Conflict($"This address is followed already, or was before its source moved: see {ApiHost.Root}/sources/{other}.") : null;
}

/// <summary>A source as the API shows it.</summary>
internal sealed record SourceAnswer(
    int Id, string Url, string Name, string? Language, IReadOnlyList<string> Topics, SourceKind Kind, double Weight, TimeSpan? Interval, bool IsRetired,
    DateTimeOffset? VisitedAt, DateTimeOffset NextVisit, int Failures, string? Problem, int? KeepDays, int? KeepArticles,
    HealthState Health, DateTimeOffset? HealthSince, double? ArticlesADay, string? MovedTo)
{
    public static SourceAnswer Of(Source source, DateTimeOffset now) => Of(source, SourceHealth.Of(source, now), now);

    private static SourceAnswer Of(Source source, SourceHealth health, DateTimeOffset now) => new(
        source.Id, source.Url, source.Name, source.Language, source.Topics, source.Kind, source.Weight, source.Interval, source.RetiredAt is not null,
        source.Poll.VisitedAt, source.Poll.DueAt, source.Poll.ErrorCount, PollAnswer.Say(source.Poll.Error, source.Poll.ErrorDetail),
        source.KeepDays, source.KeepArticles,
        health.State, health.Since, PostingRhythm.Unpack(source.Poll.Rhythm) is { } rhythm && rhythm.IsKnown(now) ? Math.Round(rhythm.HourlyRate(now) * 24, 3) : null, source.Poll.MovedTo);
}

/// <summary>One visit.</summary>
internal sealed record PollAnswer(long Id, DateTimeOffset At, int DurationMs, int? Status, int Bytes, int Entries, int NewArticles, string? Problem)
{
    public static PollAnswer Of(Poll poll) => new(
        poll.Id, poll.At, poll.DurationMs, poll.Status, poll.Bytes, poll.Entries, poll.NewArticles, Say(poll.Error, poll.ErrorDetail));

    public static string? Say(PollError error, string? detail) => error == PollError.None ? null : PollErrorWords.Say(error, detail, "en");
}

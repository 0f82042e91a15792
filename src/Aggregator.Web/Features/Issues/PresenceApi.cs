using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary>
/// <c>/issues/{id}/presence</c>: who has an issue open and in which section, and which sections were saved, as server-sent events
/// (WHATWG HTML §9.2). An event whenever something changed; the first at once. The database is looked at, so nodes see each other.
/// </summary>
internal static class PresenceApi
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Note = TimeSpan.FromSeconds(10), Beat = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues/{id:guid}/presence", OpenAsync)
            .For(
                Contributor, "Server-sent events: who has the issue open, in which section, and which sections were saved.",
                new(StatusCodes.Status200OK, typeof(PresenceAnswer), "text/event-stream"));
        api.MapPut("/issues/{id:guid}/presence/{window:guid}", MoveAsync)
            .For(Contributor, "Says in which section one writes.", Answer.NoContent, isNoted: false);
    }

    /// <param name="section">Where one begins.</param>
    private static async Task<IResult> OpenAsync(Guid id, Guid? section, AggregatorDb db, TimeProvider clock, IHostApplicationLifetime life, HttpContext http, CancellationToken stop)
    {
        if (await db.Issues.Where(issue => issue.PublicId == id).Select(issue => (int?)issue.Id).FirstOrDefaultAsync(stop) is not { } issue) return IssuesApi.Missing(id);
        var window = new Presence { Id = Guid.CreateVersion7(clock.GetUtcNow()), IssueId = issue, AccountId = Caller.IdOf(http), SectionId = section };
        http.Response.Headers.CacheControl = "no-store";
        // A proxy that waits for more would make it useless.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(FollowAsync(db, window, clock, life.ApplicationStopping, stop));
    }

    private static async IAsyncEnumerable<SseItem<PresenceAnswer>> FollowAsync(
        AggregatorDb db, Presence window, TimeProvider clock, CancellationToken closing, [EnumeratorCancellation] CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(closing, stop);
        IssuePresence? last = null;
        var (noted, said) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        try
        {
            while (!either.IsCancellationRequested)
            {
                var now = clock.GetUtcNow();
                // A stream that stays open is no session that stays.
                if (await db.Users.AnyAsync(account => account.Id == window.AccountId && account.LockoutEnd > now, stop)) yield break;
                if (now - noted >= Note)
                {
                    (window.SeenAt, noted) = (now, now);
                    await IssuePresence.NoteAsync(db, window, stop);
                }

                if (await IssuePresence.ReadAsync(db, window.IssueId, now, stop) is not { } current) yield break;
                if (!current.Equals(last) || now - said >= Beat)
                {
                    (last, said) = (current, now);
                    yield return new(new(window.Id, current.People, ETags.Of(current.Issue), [.. current.Sections.Select(section => new PresentSectionAnswer(section.Id, ETags.Of(section.Version), section.By))]), "presence");
                }

                await Task.Delay(Look, clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            await db.WriteAsync(inner => db.Presences.Where(row => row.Id == window.Id).ExecuteDeleteAsync(inner), CancellationToken.None);
        }
    }

    private static async Task<IResult> MoveAsync(Guid id, Guid window, PresenceRequest request, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        if (request.Section is { } section && !await db.Sections.AnyAsync(row => row.PublicId == section && db.Issues.Any(issue => issue.Id == row.IssueId && issue.PublicId == id), stop))
            return ApiProblem.Field("section", "The issue has no such section.");
        var me = Caller.IdOf(http);
        var found = await db.Presences.Where(row => row.Id == window && row.AccountId == me).ExecuteUpdateAsync(set => set.SetProperty(row => row.SectionId, request.Section), stop);
        return found > 0 ? Results.NoContent() : ApiProblem.NotFound("This window is not open: the events tell its id.");
    }
}

/// <summary>Who is there, and what was saved.</summary>
/// <param name="Window">Id of the caller's own window, to say where one writes.</param>
/// <param name="People">Everybody with the issue open, the caller too; once for each section they are in.</param>
/// <param name="Issue">ETag of the issue's own fields.</param>
internal sealed record PresenceAnswer(Guid Window, IReadOnlyList<PresentPerson> People, string Issue, IReadOnlyList<PresentSectionAnswer> Sections);

/// <param name="By">Who saved it last.</param>
internal sealed record PresentSectionAnswer(Guid Id, string ETag, string? By);

/// <param name="Section">Where one writes; null for nowhere.</param>
internal sealed record PresenceRequest(Guid? Section);

using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Comments;

/// <summary><c>/issues/{id}/guests</c>: links that let somebody without an account read one draft and comment on it.</summary>
internal static class GuestsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues/{id:guid}/guests", ListAsync)
            .For(Editor, "Links that let somebody without an account read a draft and comment on it.", Answer.List<GuestAnswer>());
        api.MapPost("/issues/{id:guid}/guests", InviteAsync)
            .For(Editor, "Makes such a link; its address is in this answer and never again.", Answer.Created<GuestAnswer>());
        api.MapDelete("/issues/{id:guid}/guests/{guest:int}", RevokeAsync)
            .For(Editor, "Takes such a link back.", Answer.NoContent);
    }

    private static async Task<IResult> ListAsync(Guid id, AggregatorDb db, CancellationToken stop)
    {
        if (await FindAsync(db, id, stop) is not { } issue) return IssuesApi.Missing(id);
        var links = await db.GuestLinks.AsNoTracking().Where(link => link.IssueId == issue.Id).OrderBy(link => link.Id).ToListAsync(stop);
        return Results.Ok(new Part<GuestAnswer>([.. links.Select(link => GuestAnswer.Of(link, url: null))]));
    }

    private static async Task<IResult> InviteAsync(Guid id, GuestRequest request, AggregatorDb db, TimeProvider clock, Settings settings, HttpContext http, CancellationToken stop)
    {
        if (await FindAsync(db, id, stop) is not { } issue) return IssuesApi.Missing(id);
        if (!IssueStates.IsOpen(issue.State)) return ApiProblem.Conflict("Only a draft is shown to a guest.");
        var days = request.Days ?? 7;
        if (Guests.Problem(request.Name, days) is { } field)
            return ApiProblem.Field(field, field == "name" ? "Give the name of who is invited, 1 to 200 characters." : $"A link holds from 1 to {GuestLink.MostDays} days.");
        var (link, token) = await Guests.InviteAsync(db, issue.Id, request.Name!, days, Caller.IdOf(http), clock.GetUtcNow(), stop);
        return Results.Created($"{ApiHost.Root}/issues/{id}/guests", GuestAnswer.Of(link, $"{settings.PublicUrl}/guest/{token}"));
    }

    private static async Task<IResult> RevokeAsync(Guid id, int guest, AggregatorDb db, CancellationToken stop)
    {
        if (await FindAsync(db, id, stop) is not { } issue) return IssuesApi.Missing(id);
        return await db.GuestLinks.Where(link => link.Id == guest && link.IssueId == issue.Id).ExecuteDeleteAsync(stop) > 0 ? Results.NoContent() : ApiProblem.NotFound($"There is no guest {guest}.");
    }

    private static Task<Issue?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop) => db.Issues.AsNoTracking().FirstOrDefaultAsync(issue => issue.PublicId == id, stop);
}

/// <param name="Url">The link: in the answer to its making, and never again.</param>
internal sealed record GuestAnswer(int Id, string Name, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, int? MadeBy, string? Url)
{
    public static GuestAnswer Of(GuestLink link, string? url) => new(link.Id, link.Name, link.MadeAt, link.ExpiresAt, link.MadeById, url);
}

/// <param name="Name">Whom it is for.</param>
/// <param name="Days">How long it holds: 1 to 30; 7 when left out.</param>
internal sealed record GuestRequest(string? Name, int? Days);

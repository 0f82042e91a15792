using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/issues/{id}/sections</c> and <c>/sections</c>: each section has an ETag of its own, so two people can write in one issue.</summary>
internal static class SectionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/issues/{issue:guid}/sections", MakeAsync)
            .For(Contributor, "Adds a section at the end; If-Match is the issue's.", Answer.Created<SectionAnswer>(), needsMatch: true);
        api.MapGet("/sections/{id:guid}", async (Guid id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await EditSection.FindAsync(db, id, stop) is { } found ? Shown(found, http) : Missing(id))
            .For(Contributor, "One section.", Answer.Ok<SectionAnswer>());
        api.MapPut("/sections/{id:guid}", ChangeAsync)
            .For(Contributor, "Changes a section's title and body.", Answer.Ok<SectionAnswer>(), needsMatch: true);
        api.MapDelete("/sections/{id:guid}", DropAsync)
            .For(Editor, "Removes a section.", Answer.NoContent, needsMatch: true);
        api.MapPut("/sections/{id:guid}/pad/{article:int}", PutAsideAsync)
            .For(Contributor, "Puts an article aside for a section.", Answer.NoContent);
        api.MapDelete("/sections/{id:guid}/pad/{article:int}", TakeOffAsync)
            .For(Contributor, "Takes an article off the pad.", Answer.NoContent);
        api.MapPut("/sections/{id:guid}/pad/stories/{story:int}", PutStoryAsideAsync)
            .For(Contributor, "Puts a story aside for a section: all its articles, those that come later too.", Answer.NoContent);
        api.MapDelete("/sections/{id:guid}/pad/stories/{story:int}", TakeStoryOffAsync)
            .For(Contributor, "Takes a story off the pad.", Answer.NoContent);
        api.MapPost("/sections/{id:guid}:move", MoveAsync)
            .For(Contributor, "Gives a section another place; If-Match is the issue's.", Answer.Ok<IssueAnswer>(), needsMatch: true);
    }

    private static IResult Missing(Guid id) => ApiProblem.NotFound($"There is no section {id}.");

    internal static IResult Shown(Section section, HttpContext http)
    {
        ETags.Put(http, section.Version);
        return Results.Ok(SectionAnswer.Of(section));
    }

    /// <summary>A new section at the end: it changes the order of sections, so the issue's ETag is asked for.</summary>
    private static async Task<IResult> MakeAsync(Guid issue, SectionRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (ETags.Wanted(http) is { } wanted) return wanted;
        var edited = await OrderSections.AddAsync(db, issue, ETags.Seen(http), request.Apply, Caller.Writes(http, clock), stop);
        if (EditAnswers.Refusal(edited, http, () => IssuesApi.Missing(issue)) is { } refusal) return refusal;
        ETags.Put(http, edited.Section!.Version);
        return Results.Created($"{ApiHost.Root}/sections/{edited.Section.PublicId}", SectionAnswer.Of(edited.Section));
    }

    /// <param name="autosave">The editor saves by itself while somebody writes: such writes make one revision together.</param>
    private static async Task<IResult> ChangeAsync(Guid id, SectionRequest request, bool? autosave, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (ETags.Wanted(http) is { } wanted) return wanted;
        var writing = Caller.Writes(http, clock, autosave == true ? RevisionCause.Autosave : RevisionCause.Save);
        var edited = await EditSection.RunAsync(db, id, new(ETags.Seen(http), request.Apply), writing, stop);
        return EditAnswers.Refusal(edited, http, () => Missing(id)) ?? Shown(edited.Section!, http);
    }

    private static async Task<IResult> DropAsync(Guid id, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (ETags.Wanted(http) is { } wanted) return wanted;
        var edited = await OrderSections.RemoveAsync(db, id, ETags.Seen(http), Caller.Writes(http, clock), stop);
        return EditAnswers.Refusal(edited, http, () => Missing(id)) ?? Results.NoContent();
    }

    private static async Task<IResult> PutAsideAsync(Guid id, int article, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop) =>
        await db.Articles.AnyAsync(a => a.Id == article, stop) ? Done(await SectionPad.PutAsync(db, id, [article], [], clock.GetUtcNow(), stop), id, http)
            : ApiProblem.NotFound($"There is no article {article}.");

    private static async Task<IResult> TakeOffAsync(Guid id, int article, AggregatorDb db, HttpContext http, CancellationToken stop) =>
        Done(await SectionPad.TakeOffAsync(db, id, known => known == article, _ => false, stop), id, http);

    private static async Task<IResult> PutStoryAsideAsync(Guid id, int story, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop) =>
        await db.Stories.AnyAsync(s => s.Id == story, stop) ? Done(await SectionPad.PutAsync(db, id, [], [story], clock.GetUtcNow(), stop), id, http)
            : ApiProblem.NotFound($"There is no story {story}.");

    private static async Task<IResult> TakeStoryOffAsync(Guid id, int story, AggregatorDb db, HttpContext http, CancellationToken stop) =>
        Done(await SectionPad.TakeOffAsync(db, id, _ => false, known => known == story, stop), id, http);

    private static IResult Done(Edited edited, Guid id, HttpContext http) => EditAnswers.Refusal(edited, http, () => Missing(id)) ?? Results.NoContent();

    /// <summary>Another place among the sections; If-Match is the issue's, for its order changes.</summary>
    private static async Task<IResult> MoveAsync(Guid id, MoveRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (ETags.Wanted(http) is { } wanted) return wanted;
        var edited = await OrderSections.MoveAsync(db, id, ETags.Seen(http), _ => request.Position, Caller.Writes(http, clock), stop);
        return EditAnswers.Refusal(edited, http, () => Missing(id)) ?? IssuesApi.Shown(edited.Issue!, http);
    }
}

/// <summary>Where a section goes.</summary>
/// <param name="Position">0 for the first.</param>
internal sealed record MoveRequest(int? Position);

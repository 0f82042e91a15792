using Aggregator.Curation;
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
            await FindAsync(db, id, stop) is { } found ? Shown(found, http) : Missing(id))
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

    private static Task<Section?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop) =>
        db.Sections.Include(section => section.Pad).Include(section => section.PadStories).FirstOrDefaultAsync(section => section.PublicId == id, stop);

    private static Task<bool> IsDraftAsync(AggregatorDb db, int issueId, CancellationToken stop) =>
        db.Issues.AnyAsync(issue => issue.Id == issueId && IssueStates.Open.Contains(issue.State), stop);

    internal static IResult Shown(Section section, HttpContext http)
    {
        ETags.Put(http, section.Version);
        return Results.Ok(SectionAnswer.Of(section));
    }

    /// <summary>A new section at the end: it changes the order of sections, so the issue's ETag is asked for.</summary>
    private static async Task<IResult> MakeAsync(Guid issue, SectionRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var found = await IssuesApi.FindAsync(db, issue, stop);
        if (found is null) return IssuesApi.Missing(issue);
        if (ETags.Check(http, found.Version, IssueAnswer.Of(found)) is { } stale) return stale;
        if (!IssueStates.IsOpen(found.State)) return IssuesApi.NotADraft();
        if (await request.ProblemAsync(db, stop) is { } problem) return problem;
        var section = new Section { PublicId = Guid.CreateVersion7(clock.GetUtcNow()), Title = "" };
        request.Apply(section);
        await EditorialWriting.AddAsync(db, found, section, Caller.Writes(http, clock), stop);
        ETags.Put(http, section.Version);
        return Results.Created($"{ApiHost.Root}/sections/{section.PublicId}", SectionAnswer.Of(section));
    }

    /// <param name="autosave">The editor saves by itself while somebody writes: such writes make one revision together.</param>
    private static async Task<IResult> ChangeAsync(Guid id, SectionRequest request, bool? autosave, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        if (ETags.Check(http, section.Version, SectionAnswer.Of(section)) is { } stale) return await Merging.WithAsync(stale, db, http, section, request, stop);
        if (!await IsDraftAsync(db, section.IssueId, stop)) return IssuesApi.NotADraft();
        if (await request.ProblemAsync(db, stop) is { } problem) return problem;
        await EditorialWriting.SectionAsync(db, section, request.Apply, Caller.Writes(http, clock, autosave == true ? RevisionCause.Autosave : RevisionCause.Save), stop);
        return Shown(section, http);
    }

    private static async Task<IResult> DropAsync(Guid id, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        if (ETags.Check(http, section.Version, SectionAnswer.Of(section)) is { } stale) return stale;
        if (!await IsDraftAsync(db, section.IssueId, stop)) return IssuesApi.NotADraft();
        var issue = await db.Issues.Include(i => i.Sections).FirstAsync(i => i.Id == section.IssueId, stop);
        await EditorialWriting.RemoveAsync(db, issue, issue.Sections.First(s => s.Id == section.Id), Caller.Writes(http, clock), stop);
        return Results.NoContent();
    }

    private static async Task<IResult> PutAsideAsync(Guid id, int article, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        if (!await IsDraftAsync(db, section.IssueId, stop)) return IssuesApi.NotADraft();
        if (!await db.Articles.AnyAsync(a => a.Id == article, stop)) return ApiProblem.NotFound($"There is no article {article}.");
        if (section.Pad.All(item => item.ArticleId != article))
        {
            section.Pad.Add(new() { ArticleId = article, AddedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(stop);
        }

        return Results.NoContent();
    }

    /// <summary>Doing it again changes nothing.</summary>
    private static async Task<IResult> TakeOffAsync(Guid id, int article, AggregatorDb db, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        section.Pad.RemoveAll(item => item.ArticleId == article);
        await db.SaveChangesAsync(stop);
        return Results.NoContent();
    }

    private static async Task<IResult> PutStoryAsideAsync(Guid id, int story, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        if (!await IsDraftAsync(db, section.IssueId, stop)) return IssuesApi.NotADraft();
        if (!await db.Stories.AnyAsync(s => s.Id == story, stop)) return ApiProblem.NotFound($"There is no story {story}.");
        if (section.PadStories.All(item => item.StoryId != story))
        {
            section.PadStories.Add(new() { StoryId = story, AddedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(stop);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> TakeStoryOffAsync(Guid id, int story, AggregatorDb db, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        section.PadStories.RemoveAll(item => item.StoryId == story);
        await db.SaveChangesAsync(stop);
        return Results.NoContent();
    }

    /// <summary>Another place among the sections; If-Match is the issue's, for its order changes.</summary>
    private static async Task<IResult> MoveAsync(Guid id, MoveRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        var issue = (await IssuesApi.FindAsync(db, await db.Issues.Where(i => i.Id == section.IssueId).Select(i => i.PublicId).FirstAsync(stop), stop))!;
        if (ETags.Check(http, issue.Version, IssueAnswer.Of(issue)) is { } stale) return stale;
        if (!IssueStates.IsOpen(issue.State)) return IssuesApi.NotADraft();
        if (request.Position is not { } position || position < 0 || position >= issue.Sections.Count) return ApiProblem.Field("position", $"Give a place from 0 to {issue.Sections.Count - 1}.");
        var order = issue.Sections.OrderBy(s => s.Position).ToList();
        var moved = order.Single(s => s.PublicId == id);
        order.Remove(moved);
        order.Insert(position, moved);
        await EditorialWriting.IssueAsync(db, issue, _ => EditorialWriting.Renumber(order), Caller.Writes(http, clock), stop);
        return IssuesApi.Shown(issue, http);
    }
}

/// <summary>Where a section goes.</summary>
/// <param name="Position">0 for the first.</param>
internal sealed record MoveRequest(int? Position);

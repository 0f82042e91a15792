using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Features.Publications;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/issues</c>: drafts, their approval, their forms. An issue's ETag covers its own fields and the order of sections.</summary>
internal static class IssuesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/publications/{publication:guid}/issues", ListAsync)
            .For(Contributor, "Issues of a publication, the latest first.", Answer.List<IssueAnswer>());
        api.MapPost("/publications/{publication:guid}/issues", MakeAsync)
            .For(Editor, "Makes a draft.", Answer.Created<IssueAnswer>());
        api.MapGet("/issues/{id:guid}", async (Guid id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await EditIssue.FindAsync(db, id, stop) is { } issue ? Shown(issue, http) : Missing(id))
            .For(Contributor, "One issue with its sections.", Answer.Ok<IssueAnswer>());
        api.MapPut("/issues/{id:guid}", ChangeAsync)
            .For(Editor, "Changes a draft's own fields, whole.", Answer.Ok<IssueAnswer>(), needsMatch: true);
        api.MapGet("/issues/{id:guid}/renderings/{format}", RenderAsync)
            .For(
                Contributor, "An issue as html, email, text, markdown or json.",
                Answer.Ok<Edition>() with { OtherTypes = [.. Renderings.All.Select(form => form.Type).Where(type => type != "application/json").Distinct(StringComparer.Ordinal)] });
    }

    internal static IResult Missing(Guid id) => ApiProblem.NotFound($"There is no issue {id}.");

    internal static IResult NotADraft() => ApiProblem.Conflict("The issue is approved: what was approved is not changed any more.");

    /// <param name="said">What the caller should know of what was done.</param>
    internal static IResult Shown(Issue issue, HttpContext http, string? said = null)
    {
        ETags.Put(http, issue.Version);
        return Results.Ok(IssueAnswer.Of(issue) with { Said = said });
    }

    private static async Task<IResult> ListAsync(Guid publication, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        if (!await db.Publications.AnyAsync(p => p.PublicId == publication, stop)) return PublicationsApi.Missing(publication);
        var size = Cursor.Size(limit);
        var issues = await db.Issues.AsNoTracking().Include(issue => issue.Publication)
            .Where(issue => issue.Publication.PublicId == publication && (after == null || issue.Number < after))
            .OrderByDescending(issue => issue.Number).Take(size + 1).ToListAsync(stop);
        return Results.Ok(Cursor.Take([.. issues.Select(IssueAnswer.Of)], size, issue => issue.Number));
    }

    private static async Task<IResult> MakeAsync(Guid publication, IssueRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var opened = await OpenIssue.RunAsync(db, publication, request.Apply, Caller.Writes(http, clock), stop);
        if (EditAnswers.Refusal(opened, http, () => PublicationsApi.Missing(publication)) is { } refusal) return refusal;
        ETags.Put(http, opened.Issue!.Version);
        return Results.Created($"{ApiHost.Root}/issues/{opened.Issue.PublicId}", IssueAnswer.Of(opened.Issue));
    }

    /// <param name="autosave">The editor saves by itself while somebody writes: such writes make one revision together.</param>
    private static async Task<IResult> ChangeAsync(Guid id, IssueRequest request, bool? autosave, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (ETags.Wanted(http) is { } wanted) return wanted;
        var writing = Caller.Writes(http, clock, autosave == true ? RevisionCause.Autosave : RevisionCause.Save);
        var edited = await EditIssue.RunAsync(db, id, new(ETags.Seen(http), request.Apply), writing, stop);
        return EditAnswers.Refusal(edited, http, () => Missing(id)) ?? Shown(edited.Issue!, http);
    }

    private static async Task<IResult> RenderAsync(Guid id, string format, AggregatorDb db, Settings settings, CancellationToken stop)
    {
        var issue = await db.Issues.AsNoTracking().Include(i => i.Rendition).FirstOrDefaultAsync(i => i.PublicId == id, stop);
        if (issue is null) return Missing(id);
        var edition = await EditionReader.ReadAsync(db, issue.Id, settings.PublicUrl, stop);
        return Renderings.Find(format) is { } form ? Results.Text(form.Of(edition!, issue.Rendition), $"{form.Type}; charset=utf-8")
            : ApiProblem.NotFound($"There is no form {format}: {Renderings.Names} are there.");
    }
}

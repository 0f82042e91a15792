using System.Globalization;
using Aggregator.Curation;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Commands;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Pages;

/// <summary><c>/issues/{id}/edit</c>: the issue as it is written, with its preview; its own fields, and which sections it has.</summary>
internal static class IssueEditing
{
    public static void MapIssueEditing(this IEndpointRouteBuilder app)
    {
        var issue = app.MapGroup("/issues/{id:guid}").RequireAuthorization();
        issue.MapGet("/edit", async (Guid id, string? saved, IssueEditor editor, CancellationToken stop) => await editor.ShowAsync(id, new() { Saved = saved }, stop));
        issue.MapPost("/edit", SaveAsync);
        issue.MapPost("/sections", AddAsync);
        issue.MapPost("/preview", PreviewAsync);
    }

    private static async Task<IResult> SaveAsync(
        Guid id, [FromForm] int version, [FromForm] string? title, [FromForm] string? intro, [FromForm] string? bylines, [FromForm] string? date,
        AggregatorDb db, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var draft = new IssueFields(title?.Trim() ?? "", intro.Lines().Trim(), bylines ?? "", date ?? "");
        if (draft.Problem(visit) is { } problem) return await editor.ShowAsync(id, new() { Status = StatusCodes.Status422UnprocessableEntity, Fields = draft, Problem = problem }, stop);
        var outcome = await db.WriteAsync(
            async inner =>
            {
                var issue = await db.Issues.Include(i => i.Publication).FirstOrDefaultAsync(i => i.PublicId == id, inner);
                if (issue is null) return SaveOutcome.Missing;
                if (issue.State != IssueState.Draft) return SaveOutcome.Frozen;
                if (issue.Version != version) return SaveOutcome.Stale;
                draft.Apply(issue);
                issue.Version++;
                await db.SaveChangesAsync(inner);
                return SaveOutcome.Saved;
            },
            stop);
        db.ChangeTracker.Clear();
        if (outcome != SaveOutcome.Stale) return editor.After(outcome, id, "#issue-fields");
        var now = await db.Issues.AsNoTracking().Include(i => i.Publication).FirstAsync(i => i.PublicId == id, stop);
        return Page.Of<StalePage>(
            StatusCodes.Status409Conflict, ("Issue", id), ("Action", $"/issues/{id}/edit"), ("Version", now.Version), ("What", $"{visit.Say("Numéro", "Issue")} {now.Number}"),
            ("Fields", draft.Compare(IssueFields.Of(now), visit)));
    }

    private static async Task<IResult> AddAsync(Guid id, [FromForm] string? heading, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        if (SectionFields.HeadingProblem(heading, visit) is { } problem) return await editor.ShowAsync(id, new() { Status = StatusCodes.Status422UnprocessableEntity, Problem = problem }, stop);
        var (outcome, number) = await db.WriteAsync(
            async inner =>
            {
                var issue = await db.Issues.Include(i => i.Sections).FirstOrDefaultAsync(i => i.PublicId == id, inner);
                if (issue is null) return (SaveOutcome.Missing, 0);
                if (issue.State != IssueState.Draft) return (SaveOutcome.Frozen, 0);
                issue.Sections.Add(new() { PublicId = Guid.CreateVersion7(clock.GetUtcNow()), Title = heading!.Trim(), Position = issue.Sections.Count });
                issue.Version++;
                await db.SaveChangesAsync(inner);
                return (SaveOutcome.Saved, issue.Sections.Count);
            },
            stop);
        return editor.After(outcome, id, string.Create(CultureInfo.InvariantCulture, $"#s{number}"));
    }

    /// <summary>The issue with what is in the fields, saved or not: the whole page, or its preview alone for the script.</summary>
    private static async Task<IResult> PreviewAsync(Guid id, IFormCollection form, string? part, AggregatorDb db, Settings settings, IssueEditor editor, CancellationToken stop)
    {
        var fields = form.ContainsKey("title") ? new IssueFields(form["title"]!, ((string?)form["intro"]).Lines(), form["bylines"]!, form["date"]!) : null;
        var sections = form["section"].Zip(form["heading"], form["text"]).Where(given => Guid.TryParse(given.First, out _))
            .DistinctBy(given => Guid.Parse(given.First!)).ToDictionary(given => Guid.Parse(given.First!), given => new SectionFields(given.Second ?? "", given.Third.Lines()));
        if (part is null) return await editor.ShowAsync(id, new() { Fields = fields, Sections = sections, IsPreview = true }, stop);
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        IssueEditor.Overlay(issue, fields, sections);
        return Results.Content(PageForm.Write(await EditionReader.ReadAsync(db, issue, settings.PublicUrl, stop)), "text/html; charset=utf-8");
    }
}

/// <summary>What came of saving.</summary>
internal enum SaveOutcome
{
    Saved,
    Missing,
    Stale,

    /// <summary>The issue is approved.</summary>
    Frozen,
}

using System.Globalization;
using Aggregator.Curation;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/issues/{id}/edit</c>: the issue as it is written, with its preview; its own fields, and which sections it has.</summary>
internal static class IssueEditPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var issue = app.MapGroup("/issues/{id:guid}");
        issue.MapGet("/edit", async (Guid id, string? saved, bool? merged, IssueEditor editor, CancellationToken stop) => await editor.ShowAsync(id, new() { Saved = saved, IsMerged = merged == true }, stop))
            .For(Contributor);
        issue.MapPost("/edit", SaveAsync).For(Editor);
        issue.MapPost("/sections", AddAsync).For(Contributor);
        issue.MapPost("/preview", PreviewAsync).For(Contributor, isNoted: false);
    }

    private static async Task<IResult> SaveAsync(
        Guid id, [FromForm] int version, [FromForm] string? title, [FromForm] string? intro, [FromForm] string? bylines, [FromForm] string? date, [FromForm] string? closing,
        [FromForm] string? kind, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var draft = new IssueFields(title?.Trim() ?? "", intro.Lines().Trim(), bylines.Lines(), date ?? "", closing?.ReplaceLineEndings("\n"), kind is null ? null : kind == "special");
        if (draft.Problem(visit) is { } problem) return await editor.ShowAsync(id, new() { Status = StatusCodes.Status422UnprocessableEntity, Fields = draft, Problem = problem }, stop);
        var outcome = await db.WriteAsync(
            async inner =>
            {
                var issue = await db.Issues.Include(i => i.Publication).Include(i => i.Sections).FirstOrDefaultAsync(i => i.PublicId == id, inner);
                if (issue is null) return SaveOutcome.Missing;
                if (!IssueStates.IsOpen(issue.State)) return SaveOutcome.Frozen;
                var isMerged = issue.Version != version;
                var change = isMerged ? await MergedAsync(db, issue, version, draft, inner) : draft.Apply;
                if (change is null) return SaveOutcome.Stale;
                await EditorialWriting.IssueAsync(db, issue, change, new(visit.AccountId, clock.GetUtcNow()), inner);
                return isMerged ? SaveOutcome.Merged : SaveOutcome.Saved;
            },
            stop);
        db.ChangeTracker.Clear();
        if (outcome != SaveOutcome.Stale) return editor.After(outcome, id, "#issue-fields");
        var now = await db.Issues.AsNoTracking().Include(i => i.Publication).FirstAsync(i => i.PublicId == id, stop);
        return Page.Of<StalePage>(
            StatusCodes.Status409Conflict, ("Issue", id), ("Action", $"/issues/{id}/edit"), ("Version", now.Version), ("What", $"{visit.Say("Numéro", "Issue")} {now.Number}"),
            ("Fields", draft.Compare(IssueFields.Of(now), visit)));
    }

    /// <summary>What was written put together with what was saved meanwhile; null when both changed the same field.</summary>
    private static async Task<Action<Issue>?> MergedAsync(AggregatorDb db, Issue issue, int version, IssueFields written, CancellationToken stop)
    {
        if (await SeenRevisions.IssueAsync(db, issue, version, stop) is not { } earlier) return null;
        var mine = new Issue { Title = "", Publication = issue.Publication };
        earlier.Restore(mine);
        written.Apply(mine);
        return WordsMerge.Of(earlier, IssueSnapshot.Of(mine) with { Order = earlier.Order }, IssueSnapshot.Of(issue)).Merged is { } merged ? merged.Restore : null;
    }

    private static async Task<IResult> AddAsync(Guid id, [FromForm] string? heading, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        if (SectionFields.HeadingProblem(heading, visit) is { } problem) return await editor.ShowAsync(id, new() { Status = StatusCodes.Status422UnprocessableEntity, Problem = problem }, stop);
        var (outcome, number) = await db.WriteAsync(
            async inner =>
            {
                var issue = await db.Issues.Include(i => i.Sections).FirstOrDefaultAsync(i => i.PublicId == id, inner);
                if (issue is null) return (SaveOutcome.Missing, 0);
                if (!IssueStates.IsOpen(issue.State)) return (SaveOutcome.Frozen, 0);
                await EditorialWriting.AddAsync(db, issue, new() { PublicId = Guid.CreateVersion7(clock.GetUtcNow()), Title = heading!.Trim() }, new(visit.AccountId, clock.GetUtcNow()), inner);
                return (SaveOutcome.Saved, issue.Sections.Count);
            },
            stop);
        return editor.After(outcome, id, string.Create(CultureInfo.InvariantCulture, $"#s{number}"));
    }

    /// <summary>The issue with what is in the fields, saved or not: the whole page, or its preview alone for the script.</summary>
    private static async Task<IResult> PreviewAsync(Guid id, IFormCollection form, string? part, AggregatorDb db, IssueEditor editor, CancellationToken stop)
    {
        var fields = form.ContainsKey("title") ? new IssueFields(form["title"]!, ((string?)form["intro"]).Lines(), ((string?)form["bylines"]).Lines(), form["date"]!, form.ContainsKey("closing") ? ((string?)form["closing"]).Lines() : null) : null;
        var sections = form["section"].Select((given, at) => (Id: Guid.TryParse(given, out var section) ? section : (Guid?)null, At: at)).Where(given => given.Id is not null).DistinctBy(given => given.Id)
            .ToDictionary(given => given.Id!.Value, given => new SectionFields(form["heading"].ElementAtOrDefault(given.At) ?? "", form["text"].ElementAtOrDefault(given.At).Lines(), form["signOff"].ElementAtOrDefault(given.At)?.ReplaceLineEndings("\n")));
        if (part is null) return await editor.ShowAsync(id, new() { Fields = fields, Sections = sections, IsPreview = true }, stop);
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        IssueEditor.Overlay(issue, fields, sections);
        return Results.Content(await editor.PreviewAsync(issue, stop), "text/html; charset=utf-8");
    }
}

/// <summary>What came of saving.</summary>
internal enum SaveOutcome
{
    Saved,

    /// <summary>Saved, together with what somebody else had saved meanwhile.</summary>
    Merged,
    Missing,
    Stale,

    /// <summary>The issue is approved.</summary>
    Frozen,
}

using System.Globalization;
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
        if (draft.Problem(visit) is { } problem) return await AgainAsync(problem);
        var edited = await EditIssue.RunAsync(db, id, new(Seen.Of(version), draft.Apply, Merges: true), new(visit.AccountId, clock.GetUtcNow()), stop);
        if (edited.Fault is { } fault) return await AgainAsync(visit.Say(fault.French, fault.English));
        if (edited.Outcome != EditOutcome.Stale) return editor.After(edited.Outcome, id, "#issue-fields");
        var now = edited.Issue!;
        return Page.Of<StalePage>(
            StatusCodes.Status409Conflict, ("Issue", id), ("Action", $"/issues/{id}/edit"), ("Version", now.Version), ("What", $"{visit.Say("Numéro", "Issue")} {now.Number}"),
            ("Fields", draft.Compare(IssueFields.Of(now), visit)));

        Task<IResult> AgainAsync(string why) => editor.ShowAsync(id, new() { Status = StatusCodes.Status422UnprocessableEntity, Fields = draft, Problem = why }, stop);
    }

    private static async Task<IResult> AddAsync(Guid id, [FromForm] string? heading, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var edited = await OrderSections.AddAsync(db, id, Seen.Anything, section => section.Title = heading?.Trim() ?? "", new(visit.AccountId, clock.GetUtcNow()), stop);
        return edited.Fault is { } fault
            ? await editor.ShowAsync(id, new() { Status = StatusCodes.Status422UnprocessableEntity, Problem = visit.Say(fault.French, fault.English) }, stop)
            : editor.After(edited.Outcome, id, string.Create(CultureInfo.InvariantCulture, $"#s{edited.Issue?.Sections.Count}"));
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

using System.Globalization;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/sections/{id}</c>: saves one section, credits an article of its pad, moves it, takes it away.</summary>
internal static class SectionFormHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sections/{id:guid}", SaveAsync).For(Contributor);
        app.MapGet("/sections/{id:guid}/remove", AskAsync).For(Editor);
        app.MapPost("/sections/{id:guid}/remove", RemoveAsync).For(Editor);
        app.MapPost("/sections/{id:guid}/move", MoveAsync).For(Editor);
    }

    /// <param name="credit">An article whose credit goes to the end of the text.</param>
    /// <param name="drop">An article that leaves the pad.</param>
    private static async Task<IResult> SaveAsync(
        Guid id, [FromForm] int version, [FromForm] string? heading, [FromForm] string? text, [FromForm] string? signOff, [FromForm] string? kind, [FromForm] string? owner, [FromForm] string? credit,
        [FromForm] string? drop, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var found = await FindAsync(db, id, stop);
        if (found is null) return Results.NotFound();
        var written = new SectionFields(heading?.Trim() ?? "", await WithCreditAsync(db, text.Lines(), credit.AsNumber(), stop), signOff?.ReplaceLineEndings("\n"), kind?.Trim(), owner.AsNumber());
        var reading = written.Read();
        IReadOnlyList<string> faults = written.Problem(visit) is { } problem ? [problem]
            : [.. reading.Faults.Concat(await LostMarks.InAsync(db, reading, stop)).OrderBy(fault => fault.Line).Select(fault => fault.Say(visit.Language))];
        if (faults.Count > 0) return await AgainAsync(faults);
        var leaves = drop.AsNumber();
        var edit = new SectionEdit(Seen.Of(version), written.Apply, Merges: true, Beside: section => section.Pad.RemoveAll(item => item.ArticleId == leaves));
        var edited = await EditSection.RunAsync(db, id, edit, new(visit.AccountId, clock.GetUtcNow()), stop);
        if (edited.Fault is { } fault) return await AgainAsync([visit.Say(fault.French, fault.English)]);
        if (edited.Outcome != EditOutcome.Stale) return editor.After(edited.Outcome, found.Issue, Place(found.Section));
        var now = edited.Section!;
        return Page.Of<StalePage>(
            StatusCodes.Status409Conflict, ("Issue", found.Issue), ("Action", $"/sections/{id}"), ("Version", now.Version),
            ("What", $"Section {(now.Position + 1).ToString(CultureInfo.InvariantCulture)}"), ("Fields", written.Compare(SectionFields.Of(now), visit)));

        Task<IResult> AgainAsync(IReadOnlyList<string> why) =>
            editor.ShowAsync(found.Issue, new() { Status = StatusCodes.Status422UnprocessableEntity, Sections = One(id, written), Faults = (id, why) }, stop);
    }

    private static async Task<IResult> AskAsync(Guid id, AggregatorDb db, CancellationToken stop) => await FindAsync(db, id, stop) is { } found
        ? Page.Of<RemoveSectionPage>(("Section", found.Section), ("Issue", found.Issue)) : Results.NotFound();

    private static async Task<IResult> RemoveAsync(Guid id, [FromForm] int version, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var found = await FindAsync(db, id, stop);
        if (found is null) return Results.NotFound();
        return editor.After((await OrderSections.RemoveAsync(db, id, Seen.Of(version), new(visit.AccountId, clock.GetUtcNow()), stop)).Outcome, found.Issue, "#sections");
    }

    /// <summary>One place up or down; at an end it stays.</summary>
    private static async Task<IResult> MoveAsync(Guid id, [FromForm] string? to, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var moved = await OrderSections.MoveAsync(db, id, Seen.Anything, at => at + (to == "up" ? -1 : 1), new(visit.AccountId, clock.GetUtcNow()), stop);
        return moved.Issue is not { } issue ? Results.NotFound() : editor.After(moved.Fault is null ? moved.Outcome : EditOutcome.Saved, issue.PublicId, Place(moved.Section));
    }

    private static async Task<FoundSection?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop)
    {
        var section = await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.PublicId == id, stop);
        return section is null ? null : new(section, await db.Issues.Where(issue => issue.Id == section.IssueId).Select(issue => issue.PublicId).FirstAsync(stop));
    }

    private static async Task<string> WithCreditAsync(AggregatorDb db, string text, int? credit, CancellationToken stop)
    {
        var outlet = await (from article in db.Articles
                            join source in db.Sources on article.SourceId equals source.Id
                            where article.Id == credit
                            select source.Name).FirstOrDefaultAsync(stop);
        return outlet is null ? text : $"{text.TrimEnd()} {SectionText.Credit(credit!.Value, outlet)}".TrimStart();
    }

    private static Dictionary<Guid, SectionFields> One(Guid id, SectionFields fields) => new() { [id] = fields };

    private static string Place(Section? section) => section is null ? "" : string.Create(CultureInfo.InvariantCulture, $"#s{section.Position + 1}");

    private sealed record FoundSection(Section Section, Guid Issue);
}

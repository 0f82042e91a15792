using Aggregator.Curation;
using Aggregator.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Pages;

/// <summary><c>/issues/{id}/comments</c>: what colleagues say about words, and what is dealt with.</summary>
internal static class IssueTalk
{
    public static void MapIssueTalk(this IEndpointRouteBuilder app)
    {
        var issue = app.MapGroup("/issues/{id:guid}/comments");
        issue.MapGet("", ShowAsync);
        issue.MapPost("", SayAsync);
        issue.MapPost("/resolve", ResolveAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, AggregatorDb db, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        var comments = await db.Comments.AsNoTracking().Where(row => row.IssueId == issue.Id).OrderBy(row => row.ResolvedAt != null).ThenBy(row => row.Id).ToListAsync(stop);
        var names = await db.Users.ToDictionaryAsync(account => account.Id, account => account.Name, stop);
        return Page.Of<TalkPage>(("Issue", issue), ("Comments", comments), ("Names", names));
    }

    private static async Task<IResult> SayAsync(
        Guid id, [FromForm] Guid? section, [FromForm] string? words, [FromForm] string? text, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        if (string.IsNullOrWhiteSpace(text) || text.Length > 5000) return editor.Refused(id, visit.Say("Un commentaire compte 1 à 5 000 caractères.", "A comment has 1 to 5,000 characters."));
        var about = issue.Sections.Find(known => known.PublicId == section);
        var passage = words?.Trim() ?? "";
        var start = about is null || passage.Length == 0 ? null : CommentAnchor.Place(SectionWords.Of(about), passage, null);
        if (passage.Length > 0 && start is null) return editor.Refused(id, visit.Say("Ces mots ne se trouvent pas dans la section : copiez-les tels quels.", "These words do not stand in the section: copy them as they are."));
        var now = clock.GetUtcNow();
        db.Add(new Comment { PublicId = Guid.CreateVersion7(now), IssueId = issue.Id, SectionId = about?.PublicId, AccountId = visit.AccountId!.Value, At = now, Text = text.Trim(), Words = passage, Start = start });
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect($"/issues/{id}/comments");
    }

    private static async Task<IResult> ResolveAsync(Guid id, [FromForm] Guid comment, [FromForm] bool open, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        var row = await db.Comments.FirstOrDefaultAsync(found => found.PublicId == comment, stop);
        if (row is null) return Results.NotFound();
        row.ResolvedAt = open ? null : clock.GetUtcNow();
        row.ResolvedById = open ? null : visit.AccountId;
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect($"/issues/{id}/comments");
    }
}

using Aggregator.Curation.Candidates;
using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Candidates;

/// <summary><c>/issues/{id}/candidates</c>: what the issue could tell, and what is done with it.</summary>
internal static class CandidatesPageHandler
{
    private const int Shown = 80;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/issues/{id:guid}/candidates", ShowAsync).For(Contributor);
        app.MapPost("/issues/{id:guid}/candidates", NoteAsync).For(Contributor);
    }

    private static async Task<IResult> ShowAsync(Guid id, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        var candidates = await RankedCandidates.OfAsync(db, issue.PublicationId, visit.AccountId!.Value, clock.GetUtcNow(), stop);
        var names = await db.Users.ToDictionaryAsync(account => account.Id, account => account.Name, stop);
        return Page.Of<CandidatesPage>(("Issue", issue), ("Items", candidates.Take(Shown).ToList()), ("Names", names));
    }

    /// <param name="act">take, leave, dismiss, recall, carry, uncarry; or aside, to put it on a section's pad.</param>
    private static async Task<IResult> NoteAsync(
        Guid id, [FromForm] CandidateKind kind, [FromForm] int target, [FromForm] string? act, [FromForm] string? section, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var outcome = await db.WriteAsync(
            async inner =>
            {
                var issue = await EditIssue.FindAsync(db, id, inner);
                var isThere = kind == CandidateKind.Story ? await db.Stories.AnyAsync(story => story.Id == target, inner) : await db.Articles.AnyAsync(article => article.Id == target, inner);
                if (issue is null || !isThere) return EditOutcome.Missing;
                if (act == "aside") return await AsideAsync(db, issue, kind, target, section.AsGuid(), now, inner);
                var note = await CandidatesApi.NoteOfAsync(db, issue.PublicationId, kind, target, inner);
                if (act is "take" or "leave") note.TakenById = act == "take" ? visit.AccountId : null;
                if (act is "dismiss" or "recall") note.DismissedAt = act == "dismiss" ? now : null;
                if (act is "carry" or "uncarry") note.CarriedAt = act == "carry" ? now : null;
                await db.SaveChangesAsync(inner);
                return EditOutcome.Saved;
            },
            stop);
        return outcome == EditOutcome.Saved ? Results.LocalRedirect($"/issues/{id}/candidates#c-{kind}-{target}") : editor.After(outcome, id, "");
    }

    private static async Task<EditOutcome> AsideAsync(AggregatorDb db, Issue issue, CandidateKind kind, int target, Guid? section, DateTimeOffset now, CancellationToken stop)
    {
        if (issue.Sections.Find(known => known.PublicId == section)?.PublicId is not { } place) return EditOutcome.Missing;
        // What lies on the pad as a story shows its articles, so that they can be credited one by one.
        return (kind == CandidateKind.Find ? await SectionPad.PutAsync(db, place, [target], [], now, stop)
            : await SectionPad.PutAsync(db, place, await SectionPad.ArticlesOfAsync(db, target, stop), [target], now, stop)).Outcome;
    }
}

using Aggregator.Accounts;
using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/issues/{id}/approve</c>: freezes the issue, or shows on its page what blocks.</summary>
internal static class ApprovalHandler
{
    // Here the publication may have a deputy of a lower role: the state machine asks.
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/issues/{id:guid}/approve", ApproveAsync).For(Contributor);

    private static async Task<IResult> ApproveAsync(
        Guid id, [FromForm] int version, AggregatorDb db, ApproveIssue approve, Settings settings, HttpContext http, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var issue = await db.Issues.AsNoTracking().Include(i => i.Publication).FirstOrDefaultAsync(i => i.PublicId == id, stop);
        if (issue is null) return Results.NotFound();
        if (!MoveIssue.May(AccountClaims.RoleOf(http.User), visit.AccountId, issue.Publication, Publisher)) return Results.Forbid();
        var approval = await approve.RunAsync(issue.Id, version, settings.PublicUrl, visit.AccountId, stop);
        if (approval.IsStale) return editor.After(IssueStates.IsOpen(issue.State) ? EditOutcome.Stale : EditOutcome.Frozen, id, "");
        db.ChangeTracker.Clear();
        if (approval.IsOwn) return editor.Refused(id, visit.Say("Vous avez écrit dans ce numéro : ici, quelqu’un d’autre l’approuve.", "You wrote in this issue: here somebody else approves it."));
        return approval.IsDone ? editor.After(EditOutcome.Saved, id, "")
            : await editor.ShowAsync(
                id,
                new() { Status = StatusCodes.Status422UnprocessableEntity, Problem = visit.Say("Le numéro n’est pas prêt : ", "The issue is not ready: ") + string.Join(" ", approval.Say(visit.Language).Take(8)) },
                stop);
    }
}

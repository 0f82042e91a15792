using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>POST /issues</c>: begins a draft. <c>/issue</c>: leads to the one that is written.</summary>
internal static class NewIssueHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/issues", BeginIssueAsync).For(Editor);
        app.MapGet("/issue", async (AggregatorDb db, CancellationToken stop) =>
        {
            // What is being written; else what waits to be sent; else the desk, where one begins.
            var issue = await db.Issues.Where(i => i.State == IssueState.Draft || i.State == IssueState.InReview || i.State == IssueState.Approved || i.State == IssueState.Scheduled)
                .OrderBy(i => i.State == IssueState.Draft || i.State == IssueState.InReview ? 0 : 1).ThenByDescending(i => i.Id).Select(i => (Guid?)i.PublicId).FirstOrDefaultAsync(stop);
            return Results.LocalRedirect(issue is null ? "/desk#issue" : $"/issues/{issue}/edit");
        }).For(Contributor);
    }

    private static async Task<IResult> BeginIssueAsync(
        [FromForm] string? publication, [FromForm] string? title, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        if (publication.AsGuid() is not { } series) return Results.NotFound();
        var opened = await OpenIssue.RunAsync(db, series, issue => issue.Title = title?.Trim() ?? "", new(visit.AccountId, clock.GetUtcNow()), stop);
        return opened switch
        {
            { IsDone: true } => Results.LocalRedirect($"/issues/{opened.Issue!.PublicId}/edit"),
            { Fault: not null } => Page.Refused(visit.Say("Donnez un titre au numéro, 300 caractères au plus : il peut changer jusqu’au dernier moment.", "Give the issue a title, 300 characters at the most: it can change until the last moment.")),
            _ => Results.NotFound(),
        };
    }
}

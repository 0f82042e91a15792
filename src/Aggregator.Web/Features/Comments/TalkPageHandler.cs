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

namespace Aggregator.Web.Features.Comments;

/// <summary><c>/issues/{id}/comments</c>: what colleagues say about words, and what is dealt with.</summary>
internal static class TalkPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var issue = app.MapGroup("/issues/{id:guid}/comments");
        issue.MapGet("", (Guid id, AggregatorDb db, TimeProvider clock, CancellationToken stop) => ShowAsync(id, db, clock, stop))
            .For(Contributor);
        issue.MapPost("", SayAsync).For(Contributor);
        issue.MapPost("/resolve", ResolveAsync).For(Contributor);
    }

    /// <param name="invited">Address of a link that was just made: it is shown this once.</param>
    public static async Task<IResult> ShowAsync(Guid id, AggregatorDb db, TimeProvider clock, CancellationToken stop, string? invited = null)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        var comments = await db.Comments.AsNoTracking().Where(row => row.IssueId == issue.Id).OrderBy(row => row.ResolvedAt != null).ThenBy(row => row.Id).ToListAsync(stop);
        var names = await db.Users.ToDictionaryAsync(account => account.Id, account => account.Name, stop);
        var now = clock.GetUtcNow();
        var guests = await db.GuestLinks.AsNoTracking().Where(link => link.IssueId == issue.Id && link.ExpiresAt > now).OrderBy(link => link.Id).ToListAsync(stop);
        return Page.Of<TalkPage>(("Issue", issue), ("Comments", comments), ("Names", names), ("Guests", guests), ("Invited", invited));
    }

    private static async Task<IResult> SayAsync(
        Guid id, [FromForm] string? section, [FromForm] string? words, [FromForm] string? text, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        var (_, fault) = await TakeComment.RunAsync(db, issue, new(section.AsGuid(), words?.Trim(), text?.Trim()), visit.AccountId, guest: null, clock.GetUtcNow(), stop);
        return fault is null ? Results.LocalRedirect($"/issues/{id}/comments") : editor.Refused(id, visit.Say(fault.French, fault.English));
    }

    private static async Task<IResult> ResolveAsync(Guid id, [FromForm] Guid comment, [FromForm] bool open, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop) =>
        await TakeComment.ResolveAsync(db, comment, open ? null : clock.GetUtcNow(), visit.AccountId, stop) is null ? Results.NotFound() : Results.LocalRedirect($"/issues/{id}/comments");
}

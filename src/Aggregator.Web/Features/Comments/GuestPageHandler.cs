using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Comments;

/// <summary><c>/guest/{token}</c>: one draft to read and to comment on, for whoever was given the link. <c>/issues/{id}/guests</c>: inviting them.</summary>
internal static class GuestPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        // Whoever was given the address: it opens one draft, and lets them comment.
        app.MapGet("/guest/{token}", ShowAsync).ForEveryone();
        app.MapPost("/guest/{token}/comments", SayAsync).ForEveryone();
        app.MapPost("/issues/{id:guid}/guests", InviteAsync).For(Editor);
        app.MapPost("/issues/{id:guid}/guests/revoke", RevokeAsync).For(Editor);
    }

    private static async Task<IResult> ShowAsync(string token, AggregatorDb db, TimeProvider clock, IssueEditor editor, HttpContext http, CancellationToken stop)
    {
        // The address is the key: it goes to no other site, and into no index.
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await Guests.FindAsync(db, token, clock.GetUtcNow(), stop) is not { } guest) return Page.Of<GuestPage>(StatusCodes.Status410Gone);
        var issue = (await IssueEditor.FindAsync(db, guest.Issue, stop))!;
        var comments = await db.Comments.AsNoTracking().Where(row => row.IssueId == issue.Id).OrderBy(row => row.Id).ToListAsync(stop);
        var names = await db.Users.ToDictionaryAsync(account => account.Id, account => account.Name, stop);
        return Page.Of<GuestPage>(("View", new GuestView(token, guest.Link, issue, new MarkupString(await editor.PreviewAsync(issue, stop)), comments, names)));
    }

    private static async Task<IResult> SayAsync(
        string token, [FromForm] string? section, [FromForm] string? words, [FromForm] string? text, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        if (await Guests.FindAsync(db, token, clock.GetUtcNow(), stop) is not { } guest) return Page.Of<GuestPage>(StatusCodes.Status410Gone);
        if (await db.Comments.CountAsync(row => row.IssueId == guest.Link.IssueId && row.GuestName == guest.Link.Name, stop) >= GuestLink.MostComments)
            return Refused(token, visit, visit.Say("Ce lien a servi à assez de commentaires : écrivez à la rédaction.", "This link has brought comments enough: write to the editors."));
        var issue = (await IssueEditor.FindAsync(db, guest.Issue, stop))!;
        var (_, fault) = await TakeComment.RunAsync(db, issue, new(section.AsGuid(), words?.Trim(), text?.Trim()), account: null, guest.Link.Name, clock.GetUtcNow(), stop);
        return fault is null ? Results.LocalRedirect($"/guest/{token}#comments") : Refused(token, visit, visit.Say(fault.French, fault.English));
    }

    private static async Task<IResult> InviteAsync(
        Guid id, [FromForm] string? name, [FromForm] string? days, AggregatorDb db, TimeProvider clock, Settings settings, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var issue = await db.Issues.FirstOrDefaultAsync(row => row.PublicId == id, stop);
        if (issue is null) return Results.NotFound();
        if (!IssueStates.IsOpen(issue.State)) return editor.Refused(id, visit.Say("Seul un brouillon se montre à un invité.", "Only a draft is shown to a guest."));
        if (Guests.Problem(name, days.AsNumber() ?? 7) is { } problem)
            return editor.Refused(id, problem == "name" ? visit.Say("Donnez le nom de la personne invitée.", "Give the name of who is invited.") : visit.Say($"Un lien dure de 1 à {GuestLink.MostDays} jours.", $"A link holds from 1 to {GuestLink.MostDays} days."));
        var (_, token) = await Guests.InviteAsync(db, issue.Id, name!, days.AsNumber() ?? 7, visit.AccountId, clock.GetUtcNow(), stop);
        return await TalkPageHandler.ShowAsync(id, db, clock, stop, $"{settings.PublicUrl}/guest/{token}");
    }

    private static async Task<IResult> RevokeAsync(Guid id, [FromForm] int link, AggregatorDb db, CancellationToken stop)
    {
        await db.WriteAsync(inner => db.GuestLinks.Where(row => row.Id == link && db.Issues.Any(issue => issue.Id == row.IssueId && issue.PublicId == id)).ExecuteDeleteAsync(inner), stop);
        return Results.LocalRedirect($"/issues/{id}/comments#guests");
    }

    private static IResult Refused(string token, Visit visit, string reason) => Page.Of<RefusalPage>(
        StatusCodes.Status409Conflict, ("Reason", reason), ("Back", $"/guest/{token}"), ("BackWords", visit.Say("Revenir au brouillon", "Back to the draft")));
}

/// <summary>What a guest sees.</summary>
public sealed record GuestView(string Token, GuestLink Link, Issue Issue, MarkupString Preview, IReadOnlyList<Comment> Comments, IReadOnlyDictionary<int, string> Names);

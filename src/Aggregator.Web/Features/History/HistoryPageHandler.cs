using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.History;

/// <summary><c>/issues/{id}/history</c>: states, what changed since it was approved, revisions; bringing one back; going on to another state.</summary>
internal static class HistoryPageHandler
{
    private const int Shown = 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        var issue = app.MapGroup("/issues/{id:guid}");
        issue.MapGet("/history", ShowAsync).For(Contributor);
        issue.MapPost("/history/restore", RestoreAsync).For(Editor);
        issue.MapPost("/go", GoAsync).For(Contributor);
        issue.MapPost("/proof", ProveAsync).For(Contributor);
    }

    private static Task<IResult> ShowAsync(Guid id, int? revision, bool? proof, string? at, AggregatorDb db, Visit visit, CancellationToken stop) =>
        WithAsync(id, new() { Revision = revision, IsProofSent = proof == true, At = at }, db, visit, stop);

    private static async Task<IResult> WithAsync(Guid id, HistoryState state, AggregatorDb db, Visit visit, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        var names = await db.Users.ToDictionaryAsync(account => account.Id, account => account.Name, stop);
        var revisions = await db.Revisions.AsNoTracking().Where(row => row.IssueId == issue.Id && !row.IsSuperseded).OrderByDescending(row => row.Id).Take(Shown).ToListAsync(stop);
        var transitions = await db.Transitions.AsNoTracking().Where(row => row.IssueId == issue.Id).OrderByDescending(row => row.Id).ToListAsync(stop);
        var approved = IssueStates.IsOpen(issue.State) ? await IssueStatesApi.LastApprovedAsync(db, issue.Id, stop) : null;
        var chosen = state.Revision is { } one && await HistoryApi.ReadAsync(db, one, stop) is { } found && found.Row.IssueId == issue.Id ? found : ((Revision, IReadOnlyList<TextChange>)?)null;
        var view = new HistoryView(issue, names, revisions, transitions, approved is null ? [] : IssueChanges.Between(approved, ApprovedWords.Of(issue)), chosen?.Item1, chosen?.Item2 ?? [])
        {
            State = state, Told = Told(issue, state, visit),
        };
        return Page.Of<HistoryPage>(state.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("View", view));
    }

    /// <summary>That its mail is not due at the hour that was asked for, because the clock shows that never or twice.</summary>
    private static string? Told(Issue issue, HistoryState state, Visit visit) =>
        state.Problem is null && TimeZoneInfo.TryFindSystemTimeZoneById(issue.Publication.TimeZone, out var zone)
        && WallClock.Read(state.At, zone) is { } time && time.At == issue.Slot && WallTimeWords.Of(time, zone) is { } words ? visit.Say(words.French, words.English) : null;

    private static async Task<IResult> RestoreAsync(Guid id, [FromForm] int revision, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var restored = await RestoreRevision.RunAsync(db, revision, Seen.Anything, new(visit.AccountId, clock.GetUtcNow(), RevisionCause.Restore), stop, id);
        return restored.IsDone ? Results.LocalRedirect($"/issues/{id}/history") : editor.After(restored.Outcome, id, "");
    }

    /// <summary>The mail as it would be, to whoever asks.</summary>
    private static async Task<IResult> ProveAsync(Guid id, [FromForm] string? _, AggregatorDb db, Aggregator.Sending.SendProof proofs, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var me = await db.Users.AsNoTracking().FirstAsync(account => account.Id == visit.AccountId, stop);
        var issue = await db.Issues.Where(row => row.PublicId == id).Select(row => row.Id).FirstOrDefaultAsync(stop);
        return await proofs.RunAsync(db, issue, me, stop) is not { } outcome ? Results.NotFound()
            : outcome.IsDone ? Results.LocalRedirect($"/issues/{id}/history?proof=true") : editor.Refused(id, Aggregator.Sending.MailOutcomeWords.Say(outcome, visit.Language));
    }

    /// <param name="at">Local day and time of the publication, for schedule.</param>
    private static async Task<IResult> GoAsync(
        Guid id, [FromForm] string? verb, [FromForm] int version, [FromForm] string? note, [FromForm] string? at, AggregatorDb db, TimeProvider clock, HttpContext http, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        if (IssueTransitions.All.FirstOrDefault(one => one.Verb == verb && one.Verb is not ("approve" or "correct")) is not { } way) return Results.NotFound();
        var move = new IssueMove(AccountClaims.RoleOf(http.User), visit.AccountId, Seen.Of(version), note?.Trim(), at);
        var moved = await MoveIssue.RunAsync(db, id, way, move, clock.GetUtcNow(), stop);
        return moved switch
        {
            { IsDone: true } => Results.LocalRedirect(way.Verb == "schedule" && at is not null ? $"/issues/{id}/history?at={Uri.EscapeDataString(at)}" : $"/issues/{id}/history"),
            { Fault.Field: "at" } => await WithAsync(id, new() { At = at, Problem = Unusable(at, moved.Issue!, visit) }, db, visit, stop),
            { Fault: { } fault } => editor.Refused(id, visit.Say(fault.French, fault.English)),
            { Outcome: EditOutcome.NotYours } => editor.Refused(id, visit.Say("Votre rôle ne le permet pas.", "Your role does not allow it.")),
            { Outcome: EditOutcome.Missing } => Results.NotFound(),
            _ => editor.Refused(id, visit.Say("Ce numéro a changé entre-temps : regardez-le de nouveau.", "This issue has changed meanwhile: look at it again.")),
        };
    }

    /// <summary>What is wrong with the hour of a mail; it names the field.</summary>
    private static string Unusable(string? at, Issue issue, Visit visit)
    {
        var field = visit.Say("Heure de l’envoi", "When the mail is due");
        return at is not null && WallClock.Read(at, TimeZoneInfo.FindSystemTimeZoneById(issue.Publication.TimeZone)) is null
            ? WallTimeWords.Unreadable(field, visit) : visit.Say($"{field} : donnez une heure à venir.", $"{field}: give a time that is still to come.");
    }
}

/// <summary>What the page of an issue's history shows.</summary>
/// <param name="Names">Accounts by their id.</param>
/// <param name="SinceApproved">What changed since it was approved last.</param>
/// <param name="Chosen">The revision that is looked at.</param>
/// <param name="Changes">What it changed.</param>
public sealed record HistoryView(
    Issue Issue, IReadOnlyDictionary<int, string> Names, IReadOnlyList<Revision> Revisions, IReadOnlyList<Transition> Transitions, IReadOnlyList<TextChange> SinceApproved, Revision? Chosen, IReadOnlyList<TextChange> Changes)
{
    public HistoryState State { get; init; } = new();

    /// <summary>How the hour of the mail was understood, when it was not as it was written.</summary>
    public string? Told { get; init; }
}

/// <summary>What the page of an issue's history shows beside what is stored.</summary>
public sealed record HistoryState
{
    /// <summary>The revision that is looked at.</summary>
    public int? Revision { get; init; }

    /// <summary>A proof has just gone to who looks.</summary>
    public bool IsProofSent { get; init; }

    /// <summary>The hour of the mail as it was just written; null for the stored one.</summary>
    public string? At { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Problem { get; init; }
}

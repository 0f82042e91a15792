using Aggregator.Curation;
using Aggregator.Storage;
using Aggregator.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Pages;

/// <summary><c>/issues/{id}/history</c>: states, what changed since it was approved, revisions; bringing one back; going on to another state.</summary>
internal static class IssueHistoryDesk
{
    private const int Shown = 60;

    public static void MapIssueHistory(this IEndpointRouteBuilder app)
    {
        var issue = app.MapGroup("/issues/{id:guid}");
        issue.MapGet("/history", ShowAsync);
        issue.MapPost("/history/restore", RestoreAsync);
        issue.MapPost("/go", GoAsync);
        issue.MapPost("/proof", ProveAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, int? revision, bool? proof, AggregatorDb db, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        var names = await db.Users.ToDictionaryAsync(account => account.Id, account => account.Name, stop);
        var revisions = await db.Revisions.AsNoTracking().Where(row => row.IssueId == issue.Id && !row.IsSuperseded).OrderByDescending(row => row.Id).Take(Shown).ToListAsync(stop);
        var transitions = await db.Transitions.AsNoTracking().Where(row => row.IssueId == issue.Id).OrderByDescending(row => row.Id).ToListAsync(stop);
        var approved = IssueStates.IsOpen(issue.State) ? await IssueStatesApi.LastApprovedAsync(db, issue.Id, stop) : null;
        var chosen = revision is { } one && await HistoryApi.ReadAsync(db, one, stop) is { } found && found.Row.IssueId == issue.Id ? found : ((Revision, IReadOnlyList<TextChange>)?)null;
        return Page.Of<HistoryPage>(("View", new HistoryView(issue, names, revisions, transitions, approved is null ? [] : IssueChanges.Between(approved, ApprovedWords.Of(issue)), chosen?.Item1, chosen?.Item2 ?? []) { IsProofSent = proof == true }));
    }

    private static async Task<IResult> RestoreAsync(Guid id, [FromForm] int revision, AggregatorDb db, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var outcome = await db.WriteAsync(
            async inner =>
            {
                var issue = await IssuesApi.FindAsync(db, id, inner);
                var row = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == revision, inner);
                if (issue is null || row?.IssueId != issue.Id) return SaveOutcome.Missing;
                if (!IssueStates.IsOpen(issue.State)) return SaveOutcome.Frozen;
                await RestoreRevision.RunAsync(db, issue, row, new(visit.AccountId, clock.GetUtcNow(), RevisionCause.Restore), inner);
                return SaveOutcome.Saved;
            },
            stop);
        return outcome == SaveOutcome.Saved ? Results.LocalRedirect($"/issues/{id}/history") : editor.After(outcome, id, "");
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
        var way = IssueTransitions.All.FirstOrDefault(one => one.Verb == verb && one.Verb is not ("approve" or "correct"));
        var refusal = await db.WriteAsync(
            async inner =>
            {
                var issue = await db.Issues.Include(i => i.Publication).FirstOrDefaultAsync(i => i.PublicId == id, inner);
                if (issue is null || way is null) return visit.Say("Ce numéro n’existe pas.", "There is no such issue.");
                if (IssueStatesApi.NotYours(http, issue.Publication, way.Role) is not null) return visit.Say("Votre rôle ne le permet pas.", "Your role does not allow it.");
                if (issue.Version != version || !way.From.Contains(issue.State)) return visit.Say("Ce numéro a changé entre-temps : regardez-le de nouveau.", "This issue has changed meanwhile: look at it again.");
                if (way.NeedsNote && string.IsNullOrWhiteSpace(note)) return visit.Say("Dites pourquoi, en une phrase.", "Say why, in a sentence.");
                var now = clock.GetUtcNow();
                if (way.Verb == "schedule")
                {
                    var zone = TimeZoneInfo.FindSystemTimeZoneById(issue.Publication.TimeZone);
                    var slot = DateTime.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var local) && !zone.IsInvalidTime(local) ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime() : issue.Slot;
                    if (slot is null || slot <= now) return visit.Say("Donnez une heure à venir.", "Give a time that is still to come.");
                    issue.Slot = slot;
                }

                db.Add(IssueTransitions.Go(issue, way, visit.AccountId, now, note?.Trim()));
                await db.SaveChangesAsync(inner);
                return null;
            },
            stop);
        return refusal is null ? Results.LocalRedirect($"/issues/{id}/history") : editor.Refused(id, refusal);
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
    /// <summary>A proof has just gone to who looks.</summary>
    public bool IsProofSent { get; init; }
}

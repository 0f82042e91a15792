using Aggregator.Accounts;
using Aggregator.Curation.Issues;
using Aggregator.Storage;

namespace Aggregator.Curation.Editing;

/// <summary>Who wants an issue to go on, and what they say.</summary>
/// <param name="Role">Theirs.</param>
/// <param name="Account">Theirs.</param>
/// <param name="Seen">The version of the issue.</param>
/// <param name="Note">Why.</param>
/// <param name="At">Of schedule: day and hour at the publication's clock, or with Z or an offset; null: the slot it has.</param>
public sealed record IssueMove(AccountRole Role, int? Account, Seen Seen, string? Note, string? At);

/// <summary>The one door from state to state. Approving and correcting make a rendition: they have doors of their own.</summary>
public static class MoveIssue
{
    private const int LongestNote = 2000;

    /// <summary>What a role may do a deputy may for the one publication: approve, send back, schedule.</summary>
    public static bool May(AccountRole role, int? account, Publication publication, AccountRole least) =>
        role >= least || (least == AccountRole.Publisher && publication.DeputyId is { } deputy && deputy == account);

    /// <param name="id">Public id of the issue.</param>
    /// <param name="way">Where it goes.</param>
    public static Task<Edited> RunAsync(AggregatorDb db, Guid id, IssueTransition way, IssueMove move, DateTimeOffset now, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            if (await EditIssue.FindAsync(db, id, inner) is not { } issue) return new(EditOutcome.Missing);
            if (!May(move.Role, move.Account, issue.Publication, way.Role)) return new(EditOutcome.NotYours, issue);
            if (!move.Seen.Is(issue.Version)) return new(EditOutcome.Stale, issue);
            if (!way.From.Contains(issue.State)) return new(EditOutcome.WrongState, issue);
            if (move.Note?.Length > LongestNote) return Refused(issue, "note", "Une note compte 2 000 caractères au plus.", "A note has 2,000 characters at the most.");
            if (way.NeedsNote && string.IsNullOrWhiteSpace(move.Note)) return Refused(issue, "note", "Dites pourquoi, en une phrase.", "Say why, in a sentence.");
            WallTime? time = null;
            if (way.Verb == "schedule")
            {
                time = WallClock.Read(move.At, TimeZoneInfo.FindSystemTimeZoneById(issue.Publication.TimeZone));
                if (Problem(move.At, time, time?.At ?? issue.Slot, now) is { } fault) return new(EditOutcome.Refused, issue) { Fault = fault };
                issue.Slot = time?.At ?? issue.Slot;
            }

            db.Add(IssueTransitions.Go(issue, way, move.Account, now, move.Note));
            await db.SaveChangesAsync(inner);
            return new(EditOutcome.Saved, issue) { Time = time };
        },
        stop);

    private static EditFault? Problem(string? given, WallTime? time, DateTimeOffset? slot, DateTimeOffset now) =>
        given is not null && time is null
            ? new("at", "Donnez un jour et une heure, par exemple 2027-03-26T09:00, à l’heure de la publication.", "Give a day and an hour, such as 2027-03-26T09:00, at the publication's clock, or with Z or an offset.")
        : slot is null || slot <= now ? new("at", "Donnez une heure à venir.", "Give a time that is still to come.")
        : null;

    private static Edited Refused(Issue issue, string field, string french, string english) => new(EditOutcome.Refused, issue) { Fault = new(field, french, english) };
}

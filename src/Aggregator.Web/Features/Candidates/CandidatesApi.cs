using Aggregator.Curation.Candidates;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Features.Publications;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Candidates;

/// <summary><c>/issues/{id}/candidates</c>: what the issue could tell; who takes it, what is set aside, what waits for next week.</summary>
internal static class CandidatesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues/{id:guid}/candidates", ListAsync)
            .For(Contributor, "Stories and finds of four weeks, ranked with reasons.", Answer.List<Candidate>());
        api.MapPut("/publications/{publication:guid}/candidates/{kind}/{target:int}", NoteAsync)
            .For(Contributor, "Takes a candidate, sets it aside, or carries it over.", Answer.Ok<CandidateNoteAnswer>());
    }

    /// <param name="kind">story or find; both when left out.</param>
    private static async Task<IResult> ListAsync(Guid id, string? kind, AggregatorDb db, TimeProvider clock, HttpContext http, int? after, int? limit, CancellationToken stop)
    {
        var publication = await db.Issues.Where(issue => issue.PublicId == id).Select(issue => (int?)issue.PublicationId).FirstOrDefaultAsync(stop);
        if (publication is null) return IssuesApi.Missing(id);
        if (kind is not (null or "story" or "find")) return ApiProblem.Field("kind", "Write story or find.");
        var all = (await RankedCandidates.OfAsync(db, publication.Value, Caller.IdOf(http), clock.GetUtcNow(), stop)).Where(candidate => kind is null || (kind == "story") == (candidate.Kind == CandidateKind.Story)).ToList();
        // The order moves with time: a place in it is the cursor.
        var (size, from) = (Cursor.Size(limit), Math.Max(0, after ?? 0));
        return Results.Ok(Cursor.Take([.. all.Select((candidate, at) => (candidate, at)).Skip(from).Take(size + 1)], size, pair => pair.at + 1) is var part
            ? new Part<Candidate>([.. part.Items.Select(pair => pair.candidate)], part.Next) : null);
    }

    private static async Task<IResult> NoteAsync(Guid publication, string kind, int target, CandidateRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var series = await db.Publications.Where(p => p.PublicId == publication).Select(p => (int?)p.Id).FirstOrDefaultAsync(stop);
        if (series is null) return PublicationsApi.Missing(publication);
        if (kind is not ("story" or "find")) return ApiProblem.Field("kind", "Write story or find.");
        var which = kind == "story" ? CandidateKind.Story : CandidateKind.Find;
        var isThere = which == CandidateKind.Story ? await db.Stories.AnyAsync(story => story.Id == target, stop) : await db.Articles.AnyAsync(article => article.Id == target, stop);
        if (!isThere) return ApiProblem.NotFound($"There is no {(which == CandidateKind.Story ? "story" : "article")} {target}.");
        var note = await NoteOfAsync(db, series.Value, which, target, stop);
        if (request.IsTaken is { } taken)
        {
            // What a colleague has taken is not taken from them by mistake.
            if (taken && note.TakenById is { } other && other != Caller.IdOf(http)) return ApiProblem.Conflict($"Account {other} has taken it.");
            note.TakenById = taken ? Caller.IdOf(http) : null;
        }

        if (request.IsDismissed is { } dismissed) note.DismissedAt = dismissed ? clock.GetUtcNow() : null;
        if (request.IsCarried is { } carried) note.CarriedAt = carried ? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(stop);
        return Results.Ok(new CandidateNoteAnswer(kind, target, note.TakenById, note.DismissedAt is not null, note.CarriedAt is not null));
    }

    internal static async Task<CandidateNote> NoteOfAsync(AggregatorDb db, int series, CandidateKind kind, int target, CancellationToken stop)
    {
        var note = await db.CandidateNotes.FirstOrDefaultAsync(row => row.PublicationId == series && row.Kind == kind && row.TargetId == target, stop);
        if (note is null) db.Add(note = new() { PublicationId = series, Kind = kind, TargetId = target });
        return note;
    }
}

/// <param name="TakenBy">Account of who has taken it.</param>
internal sealed record CandidateNoteAnswer(string Kind, int Target, int? TakenBy, bool IsDismissed, bool IsCarried);

/// <summary>What to note; what is left out stays.</summary>
internal sealed record CandidateRequest(bool? IsTaken, bool? IsDismissed, bool? IsCarried);

using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.History;

/// <summary><c>/issues/{id}/revisions</c>: who wrote what and when, and bringing an earlier state back.</summary>
internal static class HistoryApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues/{id:guid}/revisions", ListAsync)
            .For(Contributor, "Who wrote what and when, the latest first.", Answer.List<RevisionAnswer>());
        api.MapGet("/revisions/{id:int}", OneAsync)
            .For(Contributor, "The words of a revision, and what it changed.", Answer.Ok<RevisionContent>());
        api.MapPost("/revisions/{id:int}:restore", RestoreAsync)
            .For(
                Contributor, "Brings a revision back; If-Match is its section's, or the issue's when that is gone.",
                Answer.Ok<object>(), needsMatch: true);
    }

    /// <param name="section">Only those of one section.</param>
    private static async Task<IResult> ListAsync(Guid id, Guid? section, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var issue = await db.Issues.Where(i => i.PublicId == id).Select(i => (int?)i.Id).FirstOrDefaultAsync(stop);
        if (issue is null) return IssuesApi.Missing(id);
        var size = Cursor.Size(limit);
        var rows = await db.Revisions.AsNoTracking().Where(row => row.IssueId == issue && !row.IsSuperseded && (section == null || row.SectionId == section) && (after == null || row.Id < after))
            .OrderByDescending(row => row.Id).Take(size + 1).Select(row => new RevisionAnswer(row.Id, row.SectionId, row.Version, row.AccountId, row.At, row.Cause, row.Note)).ToListAsync(stop);
        return Results.Ok(Cursor.Take(rows, size, row => row.Id));
    }

    /// <summary>The words of a revision, and what it changed.</summary>
    private static async Task<IResult> OneAsync(int id, AggregatorDb db, CancellationToken stop) =>
        await ReadAsync(db, id, stop) is not { } found ? Missing(id)
        : Results.Ok(new RevisionContent(
            new(found.Row.Id, found.Row.SectionId, found.Row.Version, found.Row.AccountId, found.Row.At, found.Row.Cause, found.Row.Note),
            found.Row.SectionId is null ? RevisionWords.Issue(found.Row) : null, found.Row.SectionId is null ? null : RevisionWords.Section(found.Row), found.Changes));

    /// <summary>A revision and what differs from the one before it.</summary>
    internal static async Task<(Revision Row, IReadOnlyList<TextChange> Changes)?> ReadAsync(AggregatorDb db, int id, CancellationToken stop)
    {
        var row = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop);
        if (row is null) return null;
        var before = await db.Revisions.AsNoTracking().Where(r => r.IssueId == row.IssueId && r.SectionId == row.SectionId && r.Id < id && !r.IsSuperseded).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop);
        return (row, RevisionWords.Changes(before, row));
    }

    private static async Task<IResult> RestoreAsync(int id, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (ETags.Wanted(http) is { } wanted) return wanted;
        // What is brought back is a section that is there, else the issue: its order changes when a section returns.
        var restored = await RestoreRevision.RunAsync(db, id, ETags.Seen(http), Caller.Writes(http, clock, RevisionCause.Restore), stop);
        return EditAnswers.Refusal(restored, http, () => Missing(id)) ?? (restored.Section is { } section ? SectionsApi.Shown(section, http) : IssuesApi.Shown(restored.Issue!, http));
    }

    private static IResult Missing(int id) => ApiProblem.NotFound($"There is no revision {id}.");
}

/// <param name="Section">The section; absent for the issue's own fields.</param>
/// <param name="Version">The version it made.</param>
internal sealed record RevisionAnswer(int Id, Guid? Section, int Version, int? Account, DateTimeOffset At, RevisionCause Cause, string? Note);

/// <param name="Changes">Word by word, what differs from the revision before.</param>
internal sealed record RevisionContent(RevisionAnswer Revision, IssueSnapshot? Issue, SectionSnapshot? Section, IReadOnlyList<TextChange> Changes);

using Aggregator.Curation.Checks;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Checks;

/// <summary><c>/issues/{id}/checks</c>: what the checks find, what is let pass and why, and mending with one call.</summary>
internal static class ChecksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues/{id:guid}/checks", ListAsync)
            .For(Contributor, "What the checks find, and what of it blocks.", Answer.Ok<ChecksAnswer>());
        api.MapPost("/issues/{id:guid}/checks/{key}:waive", WaiveAsync)
            .For(Editor, "Lets a finding pass, with a reason.", Answer.Ok<Finding>());
        api.MapDelete("/issues/{id:guid}/checks/{key}/waiver", UnwaiveAsync)
            .For(Editor, "Takes a waiver back.", Answer.NoContent);
        api.MapPost("/issues/{id:guid}/checks/{key}:repair", RepairAsync)
            .For(Contributor, "Mends a finding as it proposes.", Answer.Ok<SectionAnswer>());
        api.MapPost("/issues/{id:guid}:check-links", LinksAsync)
            .For(Contributor, "Looks at every address of an issue.", Answer.Ok<LinksAnswer>()).WithMetadata(new CommitsItself());
    }

    /// <summary>Finds an issue and what is wrong with it.</summary>
    internal static async Task<(Issue? Issue, IReadOnlyList<Finding> Findings)> ReviewAsync(AggregatorDb db, Guid id, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var issue = await EditIssue.FindAsync(db, id, stop);
        return issue is null ? (null, []) : (issue, await IssueReading.ReviewAsync(db, issue, settings.PublicUrl, clock.GetUtcNow(), stop));
    }

    private static async Task<IResult> ListAsync(Guid id, AggregatorDb db, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var (issue, findings) = await ReviewAsync(db, id, settings, clock, stop);
        return issue is null ? IssuesApi.Missing(id) : Results.Ok(new ChecksAnswer(findings.Count(finding => finding.Blocks), findings));
    }

    private static async Task<IResult> WaiveAsync(Guid id, string key, WaiverRequest request, AggregatorDb db, Settings settings, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var (issue, findings) = await ReviewAsync(db, id, settings, clock, stop);
        if (issue is null) return IssuesApi.Missing(id);
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > 1000) return ApiProblem.Field("reason", "Say why it may pass, in 1 to 1,000 characters.");
        if (findings.FirstOrDefault(finding => finding.Key == key) is not { } found) return NoFinding(key);
        if (!found.MayPass) return ApiProblem.Conflict("This cannot be let pass: write what is missing.");
        await MendFinding.LetPassAsync(db, issue.Id, key, request.Reason, Caller.IdOf(http), clock.GetUtcNow(), stop);
        return Results.Ok(found with { Waived = request.Reason });
    }

    private static async Task<IResult> UnwaiveAsync(Guid id, string key, AggregatorDb db, CancellationToken stop)
    {
        var issue = await db.Issues.Where(i => i.PublicId == id).Select(i => (int?)i.Id).FirstOrDefaultAsync(stop);
        if (issue is null) return IssuesApi.Missing(id);
        await db.Waivers.Where(waiver => waiver.IssueId == issue && waiver.Key == key).ExecuteDeleteAsync(stop);
        return Results.NoContent();
    }

    /// <summary>A finding is known by the words it was found in, so it cannot be mended in others: that is what If-Match is for elsewhere.</summary>
    private static async Task<IResult> RepairAsync(Guid id, string key, AggregatorDb db, Settings settings, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var (issue, findings) = await ReviewAsync(db, id, settings, clock, stop);
        if (issue is null) return IssuesApi.Missing(id);
        if (!IssueStates.IsOpen(issue.State)) return IssuesApi.NotADraft();
        if (findings.FirstOrDefault(finding => finding.Key == key) is not { } found) return NoFinding(key);
        if (found.Repair is null) return ApiProblem.Conflict("Only a person can mend this.");
        await MendFinding.RunAsync(db, issue, found, Caller.Writes(http, clock, RevisionCause.Repair), stop);
        var section = issue.Sections.Find(section => section.PublicId == found.Place.Section);
        return section is null ? IssuesApi.Shown(issue, http) : SectionsApi.Shown(section, http);
    }

    private static async Task<IResult> LinksAsync(Guid id, AggregatorDb db, VisitLinks visits, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var issue = await EditIssue.FindAsync(db, id, stop);
        if (issue is null) return IssuesApi.Missing(id);
        var visited = await visits.RunAsync(db, issue, stop);
        var (_, findings) = await ReviewAsync(db, id, settings, clock, stop);
        return Results.Ok(new LinksAnswer(visited, [.. findings.Where(finding => finding.Kind is FindingKind.LinkDead or FindingKind.LinkRedirected)]));
    }

    private static IResult NoFinding(string key) => ApiProblem.NotFound($"Nothing is found under {key}: the words have changed, or it is mended.");
}

/// <param name="Blocking">Findings that keep the issue from being approved.</param>
internal sealed record ChecksAnswer(int Blocking, IReadOnlyList<Finding> Items);

/// <param name="Visited">Addresses looked at.</param>
internal sealed record LinksAnswer(int Visited, IReadOnlyList<Finding> Items);

/// <param name="Reason">Why it may pass.</param>
internal sealed record WaiverRequest(string? Reason);

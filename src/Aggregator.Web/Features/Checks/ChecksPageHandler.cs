using Aggregator.Curation.Checks;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Checks;

/// <summary><c>/issues/{id}/checks</c>: what the checks find; mending, letting pass, looking at the links.</summary>
internal static class ChecksPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var issue = app.MapGroup("/issues/{id:guid}/checks");
        issue.MapGet("", ShowAsync).For(Contributor);
        issue.MapPost("/mend", MendAsync).For(Contributor);
        issue.MapPost("/waive", WaiveAsync).For(Editor);
        issue.MapPost("/links", LinksAsync).For(Contributor);
    }

    private static async Task<IResult> ShowAsync(Guid id, AggregatorDb db, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var (issue, findings) = await ChecksApi.ReviewAsync(db, id, settings, clock, stop);
        return issue is null ? Results.NotFound() : Page.Of<ChecksPage>(("Issue", issue), ("Findings", findings));
    }

    /// <param name="key">One finding; or</param>
    /// <param name="kind">all of a kind, for what is mended the same way everywhere.</param>
    private static async Task<IResult> MendAsync(
        Guid id, [FromForm] string? key, [FromForm] FindingKind? kind, AggregatorDb db, Settings settings, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var outcome = await db.WriteAsync(
            async inner =>
            {
                var (issue, findings) = await ChecksApi.ReviewAsync(db, id, settings, clock, inner);
                if (issue is null) return EditOutcome.Missing;
                if (!IssueStates.IsOpen(issue.State)) return EditOutcome.Frozen;
                // From the end of each text to its beginning: what is mended does not move what is still to be.
                foreach (var finding in findings.Where(found => found.Repair is not null && (found.Key == key || found.Kind == kind)).OrderByDescending(found => found.Repair!.Start))
                    await MendFinding.RunAsync(db, issue, finding, new(visit.AccountId, clock.GetUtcNow(), RevisionCause.Repair), inner);
                return EditOutcome.Saved;
            },
            stop);
        return outcome == EditOutcome.Saved ? Results.LocalRedirect($"/issues/{id}/checks") : editor.After(outcome, id, "");
    }

    private static async Task<IResult> WaiveAsync(
        Guid id, [FromForm] string? key, [FromForm] string? reason, AggregatorDb db, Settings settings, TimeProvider clock, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var (issue, findings) = await ChecksApi.ReviewAsync(db, id, settings, clock, stop);
        if (issue is null) return Results.NotFound();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1000) return editor.Refused(id, visit.Say("Dites pourquoi cela peut passer.", "Say why it may pass."));
        if (findings.Any(found => found.Key == key && !found.MayPass)) return editor.Refused(id, visit.Say("Cela ne peut pas passer : écrivez ce qui manque.", "This cannot be let pass: write what is missing."));
        if (findings.All(found => found.Key != key)) return editor.Refused(id, visit.Say("Ce point n’est plus là : le texte a changé.", "This is not found any more: the words have changed."));
        await db.WriteAsync(async inner => { await MendFinding.LetPassAsync(db, issue.Id, key!, reason.Trim(), visit.AccountId!.Value, clock.GetUtcNow(), inner); return 0; }, stop);
        return Results.LocalRedirect($"/issues/{id}/checks");
    }

    private static async Task<IResult> LinksAsync(Guid id, AggregatorDb db, VisitLinks visits, CancellationToken stop)
    {
        var issue = await IssueEditor.FindAsync(db, id, stop);
        if (issue is null) return Results.NotFound();
        await visits.RunAsync(db, issue, stop);
        return Results.LocalRedirect($"/issues/{id}/checks");
    }
}

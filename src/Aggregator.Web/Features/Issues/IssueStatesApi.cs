using Aggregator.Accounts;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/issues/{id}:submit</c> and the other ways an issue goes from state to state; what changed since it was approved.</summary>
internal static class IssueStatesApi
{
    /// <summary>From state to state. A contributor may be a publication's deputy: who may do these is asked when the publication is known.</summary>
    private static readonly (string Verb, AccountRole Role, string Summary)[] Verbs =
    [
        ("submit", Editor, "Lays a draft before who approves."),
        ("reject", Contributor, "Sends an issue back to draft, with a note; its slot stays. For publishers and the deputy."),
        ("schedule", Contributor, "Gives an approved issue the time its mail is due. For publishers and the deputy."),
        ("cancel", Contributor, "Gives an issue up, with a note. For publishers and the deputy."),
        ("reopen", Contributor, "Makes a cancelled issue a draft again. For publishers and the deputy."),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/issues/{id:guid}:approve", ApproveAsync)
            .For(
                Contributor, "Checks an issue and freezes its rendition; for publishers and the publication's deputy.",
                Answer.Ok<IssueAnswer>(), needsMatch: true);
        foreach (var (verb, role, summary) in Verbs)
            api.MapPost($"/issues/{{id:guid}}:{verb}", (Guid id, TransitionRequest? request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop) =>
                GoAsync(id, verb, request ?? new(null, null), db, clock, http, stop)).For(role, summary, Answer.Ok<IssueAnswer>(), needsMatch: true);
        api.MapPost("/issues/{id:guid}:correct", CorrectAsync)
            .For(
                Contributor, "Changes a sent issue: typo fix, erratum, retraction or right of reply, with a dated note. For publishers and the deputy.",
                Answer.Ok<IssueAnswer>(), needsMatch: true);
        api.MapGet("/issues/{id:guid}/transitions", TransitionsAsync)
            .For(Contributor, "From state to state: who, when, why.", Answer.List<TransitionAnswer>());
        api.MapGet("/issues/{id:guid}/changes", ChangesAsync)
            .For(Contributor, "Word by word, what differs from what was approved last.", Answer.List<TextChange>());
    }

    private static IResult? NotYours(HttpContext http, Publication publication) =>
        MoveIssue.May(Caller.RoleOf(http.User), Caller.IdOf(http), publication, Publisher) ? null : NotYours(Publisher);

    private static IResult NotYours(AccountRole least) => ApiProblem.Of(
        StatusCodes.Status403Forbidden, "Not yours to do", $"This needs the role of a {least.ToString().ToLowerInvariant()} or a higher one, or to be the publication's deputy.");

    private static async Task<IResult> ApproveAsync(Guid id, AggregatorDb db, ApproveIssue approve, Settings settings, HttpContext http, CancellationToken stop)
    {
        var issue = await EditIssue.FindAsync(db, id, stop);
        if (issue is null) return IssuesApi.Missing(id);
        if (NotYours(http, issue.Publication) is { } refused) return refused;
        if (ETags.Check(http, issue.Version, IssueAnswer.Of(issue)) is { } stale) return stale;
        if (!IssueStates.IsOpen(issue.State)) return ApiProblem.Conflict("The issue is approved already.");
        db.ChangeTracker.Clear();
        var approval = await approve.RunAsync(issue.Id, issue.Version, settings.PublicUrl, Caller.IdOf(http), stop);
        if (approval.IsStale) return ApiProblem.Conflict("The issue has changed meanwhile: read it again.");
        if (approval.IsOwn) return ApiProblem.Conflict("You wrote in this issue: in this publication somebody else approves it.");
        if (!approval.IsDone) return NotReady(approval);
        db.ChangeTracker.Clear();
        return IssuesApi.Shown((await EditIssue.FindAsync(db, id, stop))!, http);
    }

    private static IResult NotReady(Approval approval) => TypedResults.Problem(
        title: "The issue is not ready",
        detail: string.Join(" ", approval.Say("en")),
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["findings"] = approval.Blocking });

    private static async Task<IResult> GoAsync(Guid id, string verb, TransitionRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (ETags.Wanted(http) is { } wanted) return wanted;
        var way = IssueTransitions.Of(verb);
        var move = new IssueMove(Caller.RoleOf(http.User), Caller.IdOf(http), ETags.Seen(http), request.Note, request.At);
        var moved = await MoveIssue.RunAsync(db, id, way, move, clock.GetUtcNow(), stop);
        return moved.Outcome switch
        {
            EditOutcome.Saved => IssuesApi.Shown(moved.Issue!, http, moved.Time is null ? null : WallTimeWords.Of(moved.Time, TimeZoneInfo.FindSystemTimeZoneById(moved.Issue!.Publication.TimeZone))?.English),
            EditOutcome.NotYours => NotYours(way.Role),
            EditOutcome.WrongState => ApiProblem.Conflict($"The issue is {Word(moved.Issue!.State)}: {verb} begins from {string.Join(" or ", way.From.Select(Word))}."),
            _ => EditAnswers.Refusal(moved, http, () => IssuesApi.Missing(id))!,
        };
    }

    private static async Task<IResult> CorrectAsync(Guid id, CorrectionRequest request, AggregatorDb db, TimeProvider clock, Settings settings, HttpContext http, CancellationToken stop)
    {
        var issue = await EditIssue.FindAsync(db, id, stop);
        if (issue is null) return IssuesApi.Missing(id);
        if (NotYours(http, issue.Publication) is { } refused) return refused;
        if (ETags.Check(http, issue.Version, IssueAnswer.Of(issue)) is { } stale) return stale;
        if (await request.ProblemAsync(db, issue, stop) is { } problem) return problem;
        var refusal = await CorrectIssue.RunAsync(db, issue, request.ToCorrection(), settings.PublicUrl, Caller.IdOf(http), clock.GetUtcNow(), stop);
        return refusal switch
        {
            CorrectionRefusal.None => IssuesApi.Shown(issue, http),
            CorrectionRefusal.NotSent => ApiProblem.Conflict("The issue was not sent: edit it. Only what readers have is corrected."),
            CorrectionRefusal.NothingChanged => ApiProblem.Field("sections", "Nothing would change."),
            CorrectionRefusal.NoMisprint => ApiProblem.Field("cause", "This changes more than a misprint: call it an erratum, and readers are told."),
            _ => ApiProblem.Field("cause", "A right of reply adds words and takes none away."),
        };
    }

    private static async Task<IResult> TransitionsAsync(Guid id, AggregatorDb db, CancellationToken stop)
    {
        var issue = await db.Issues.Where(i => i.PublicId == id).Select(i => (int?)i.Id).FirstOrDefaultAsync(stop);
        if (issue is null) return IssuesApi.Missing(id);
        var rows = await db.Transitions.AsNoTracking().Where(row => row.IssueId == issue).OrderBy(row => row.Id).ToListAsync(stop);
        return Results.Ok(new Part<TransitionAnswer>([.. rows.Select(row => new TransitionAnswer(row.Verb, row.From, row.To, row.AccountId, row.At, row.Note))]));
    }

    /// <summary>Word by word, what differs from what was approved last.</summary>
    private static async Task<IResult> ChangesAsync(Guid id, AggregatorDb db, CancellationToken stop)
    {
        var issue = await EditIssue.FindAsync(db, id, stop);
        if (issue is null) return IssuesApi.Missing(id);
        var approved = await LastApprovedAsync(db, issue.Id, stop);
        return approved is null ? ApiProblem.NotFound("The issue was never approved: there is nothing to compare it with.")
            : Results.Ok(new Part<TextChange>(IssueChanges.Between(approved, ApprovedWords.Of(issue))));
    }

    /// <summary>The words that were approved last; null when none were.</summary>
    internal static async Task<ApprovedWords?> LastApprovedAsync(AggregatorDb db, int issueId, CancellationToken stop)
    {
        var content = await db.Transitions.Where(row => row.IssueId == issueId && row.Content != null).OrderByDescending(row => row.Id).Select(row => row.Content).FirstOrDefaultAsync(stop);
        return content is null ? null : ApprovedWords.Read(content);
    }

    private static string Word(IssueState state) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}

/// <summary>Why an issue goes on, and when.</summary>
/// <param name="Note">A sentence; reject and cancel need one.</param>
/// <param name="At">When its mail is due, for schedule: ISO 8601; without Z or an offset at the publication's clock. Its slot when left out.</param>
internal sealed record TransitionRequest(string? Note, string? At);

internal sealed record TransitionAnswer(string Verb, IssueState From, IssueState To, int? Account, DateTimeOffset At, string? Note);

/// <summary>A change to an issue that was sent.</summary>
/// <param name="Cause">typoFix, erratum, retraction or rightOfReply.</param>
/// <param name="Note">What readers are told; of a misprint, what the team is told.</param>
internal sealed record CorrectionRequest(RevisionCause? Cause, string? Note, string? Title, string? Intro, string? Closing, List<CorrectedSection>? Sections)
{
    public async Task<IResult?> ProblemAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        if (Cause is not (RevisionCause.TypoFix or RevisionCause.Erratum or RevisionCause.Retraction or RevisionCause.RightOfReply)) return ApiProblem.Field("cause", "Write typoFix, erratum, retraction or rightOfReply.");
        if (string.IsNullOrWhiteSpace(Note) || Note.Length > 2000) return ApiProblem.Field("note", "Say what was wrong, in 1 to 2,000 characters: it is dated and kept.");
        if (IssueRules.Problem(IssueSnapshot.Of(issue) with { Title = Title ?? issue.Title, Intro = Intro ?? "", Closing = Closing ?? "" }) is { } problem) return ApiProblem.Field(problem.Field, problem.English);
        foreach (var (section, at) in (Sections ?? []).Select((section, at) => (section, at)))
        {
            if (issue.Sections.TrueForAll(known => known.PublicId != section?.Id)) return ApiProblem.Field($"sections[{at}].id", "The issue has no such section.");
            var stored = SectionSnapshot.Of(issue.Sections.Find(known => known.PublicId == section!.Id)!);
            if (await SectionRules.ProblemAsync(db, section!.Words(stored), stored, stop) is { } wrong) return ApiProblem.Field(wrong.Field, wrong.English);
        }

        return null;
    }

    public Correction ToCorrection() => new(
        Cause!.Value, Note!,
        Title is null && Intro is null && Closing is null ? null : issue => (issue.Title, issue.Intro, issue.Closing) = (Title ?? issue.Title, Intro ?? issue.Intro, Closing ?? issue.Closing),
        (Sections ?? []).DistinctBy(section => section.Id).ToDictionary(section => section.Id!.Value, section => (Action<Section>)(stored => section.Words(SectionSnapshot.Of(stored)).Restore(stored))));
}

/// <summary>A section of it: what is left out stays.</summary>
internal sealed record CorrectedSection(Guid? Id, string? Title, List<Block>? Blocks, List<Span>? SignOff)
{
    public SectionSnapshot Words(SectionSnapshot stored) => stored with { Title = Title ?? stored.Title, Blocks = Blocks ?? stored.Blocks, SignOff = SignOff ?? stored.SignOff };
}

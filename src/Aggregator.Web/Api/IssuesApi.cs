using Aggregator.Curation;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/issues</c>: drafts, their approval, their forms. An issue's ETag covers its own fields and the order of sections.</summary>
internal static class IssuesApi
{
    public static void MapIssuesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/publications/{publication:guid}/issues", ListAsync);
        api.MapPost("/publications/{publication:guid}/issues", MakeAsync);
        api.MapGet("/issues/{id:guid}", async (Guid id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await FindAsync(db, id, stop) is { } issue ? Shown(issue, http) : Missing(id));
        api.MapPut("/issues/{id:guid}", ChangeAsync);
        api.MapPost("/issues/{id:guid}:approve", ApproveAsync);
        api.MapGet("/issues/{id:guid}/renderings/{format}", RenderAsync);
    }

    internal static IResult Missing(Guid id) => ApiProblem.NotFound($"There is no issue {id}.");

    internal static IResult NotADraft() => ApiProblem.Conflict("The issue is approved: what was approved is not changed any more.");

    internal static Task<Issue?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop) => db.Issues
        .Include(issue => issue.Publication).Include(issue => issue.Sections).ThenInclude(section => section.Pad)
        .FirstOrDefaultAsync(issue => issue.PublicId == id, stop);

    internal static IResult Shown(Issue issue, HttpContext http)
    {
        ETags.Put(http, issue.Version);
        return Results.Ok(IssueAnswer.Of(issue));
    }

    private static async Task<IResult> ListAsync(Guid publication, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        if (!await db.Publications.AnyAsync(p => p.PublicId == publication, stop)) return PublicationsApi.Missing(publication);
        var size = Cursor.Size(limit);
        var issues = await db.Issues.AsNoTracking().Include(issue => issue.Publication)
            .Where(issue => issue.Publication.PublicId == publication && (after == null || issue.Number < after))
            .OrderByDescending(issue => issue.Number).Take(size + 1).ToListAsync(stop);
        return Results.Ok(Cursor.Take([.. issues.Select(IssueAnswer.Of)], size, issue => issue.Number));
    }

    private static async Task<IResult> MakeAsync(Guid publication, IssueRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (request.Problem() is { } problem) return problem;
        var now = clock.GetUtcNow();
        var made = await db.WriteAsync(
            async inner =>
            {
                var series = await db.Publications.FirstOrDefaultAsync(p => p.PublicId == publication, inner);
                if (series is null) return null;
                var last = await db.Issues.Where(issue => issue.PublicationId == series.Id).MaxAsync(issue => (int?)issue.Number, inner) ?? 0;
                var issue = new Issue { PublicId = Guid.CreateVersion7(now), Publication = series, Number = last + 1, Title = "", DatedAt = now, MadeAt = now };
                request.Apply(issue);
                db.Add(issue);
                await db.SaveChangesAsync(inner);
                return issue;
            },
            stop);
        if (made is null) return PublicationsApi.Missing(publication);
        ETags.Put(http, made.Version);
        return Results.Created($"{ApiServices.Root}/issues/{made.PublicId}", IssueAnswer.Of(made));
    }

    private static async Task<IResult> ChangeAsync(Guid id, IssueRequest request, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var issue = await FindAsync(db, id, stop);
        if (issue is null) return Missing(id);
        if (ETags.Check(http, issue.Version, IssueAnswer.Of(issue)) is { } stale) return stale;
        if (issue.State != IssueState.Draft) return NotADraft();
        if (request.Problem() is { } problem) return problem;
        request.Apply(issue);
        issue.Version++;
        await db.SaveChangesAsync(stop);
        return Shown(issue, http);
    }

    private static async Task<IResult> ApproveAsync(Guid id, AggregatorDb db, ApproveIssue approve, Settings settings, HttpContext http, CancellationToken stop)
    {
        var issue = await FindAsync(db, id, stop);
        if (issue is null) return Missing(id);
        if (ETags.Check(http, issue.Version, IssueAnswer.Of(issue)) is { } stale) return stale;
        if (issue.State != IssueState.Draft) return ApiProblem.Conflict("The issue is approved already.");
        db.ChangeTracker.Clear();
        var approval = await approve.RunAsync(issue.Id, issue.Version, settings.PublicUrl, stop);
        if (approval.IsStale) return ApiProblem.Conflict("The issue has changed meanwhile: read it again.");
        if (approval.Faults.Count > 0) return NotReady(approval.Faults);
        db.ChangeTracker.Clear();
        return Shown((await FindAsync(db, id, stop))!, http);
    }

    private static IResult NotReady(IReadOnlyList<IssueFault> faults) => TypedResults.Problem(
        title: "The issue is not ready",
        detail: string.Join(" ", faults.Select(fault => fault.Say("en"))),
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["faults"] = faults });

    private static async Task<IResult> RenderAsync(Guid id, string format, AggregatorDb db, Settings settings, CancellationToken stop)
    {
        var issue = await db.Issues.AsNoTracking().Include(i => i.Rendition).FirstOrDefaultAsync(i => i.PublicId == id, stop);
        if (issue is null) return Missing(id);
        var edition = await EditionReader.ReadAsync(db, issue.Id, settings.PublicUrl, stop);
        return IssueForms.Write(edition!, issue.Rendition, format) is { } form ? Results.Text(form.Text, form.Type)
            : ApiProblem.NotFound($"There is no form {format}: {string.Join(", ", IssueForms.Names)} are there.");
    }
}

/// <summary>An issue as the API shows it.</summary>
internal sealed record IssueAnswer(
    Guid Id, Guid Publication, int Number, string Title, string Intro, IReadOnlyList<string> Bylines, DateTimeOffset Date, IssueState State,
    IReadOnlyList<SectionAnswer> Sections)
{
    public static IssueAnswer Of(Issue issue) => new(
        issue.PublicId, issue.Publication.PublicId, issue.Number, issue.Title, issue.Intro, issue.Bylines, issue.DatedAt, issue.State,
        [.. issue.Sections.OrderBy(section => section.Position).Select(SectionAnswer.Of)]);
}

/// <summary>An issue's own fields as they are made or changed, whole.</summary>
internal sealed record IssueRequest(string? Title, string? Intro, List<string>? Bylines, DateTimeOffset? Date)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Title) || Title.Length > 300 ? ApiProblem.Field("title", "Give a title of 1 to 300 characters.")
        : Intro?.Length > 5000 ? ApiProblem.Field("intro", "An introduction has 5,000 characters at the most.")
        : Bylines?.Count > 50 || Bylines?.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > 200) == true ? ApiProblem.Field("bylines", "Give at most 50 names of 1 to 200 characters.")
        : Date is { Year: < 1900 or > 9998 } ? ApiProblem.Field("date", "Give a date from 1900 on.")
        : null;

    public void Apply(Issue issue)
    {
        issue.Title = Title!.Trim();
        issue.Intro = Intro?.Trim() ?? "";
        issue.Bylines = Bylines ?? [];
        if (Date is { } date) issue.DatedAt = date.ToUniversalTime();
    }
}

using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Comments;

/// <summary><c>/issues/{id}/comments</c>: what colleagues say about words. A comment follows its words when the text around them changes.</summary>
internal static class CommentsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues/{id:guid}/comments", ListAsync)
            .For(Contributor, "Comments on an issue, the earliest first.", Answer.List<CommentAnswer>());
        api.MapPost("/issues/{id:guid}/comments", MakeAsync)
            .For(Contributor, "Comments on an issue, a section, or words of it.", Answer.Created<CommentAnswer>());
        api.MapPost("/comments/{id:guid}:resolve", (Guid id, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop) => ResolveAsync(id, clock.GetUtcNow(), db, http, stop))
            .For(Contributor, "Says that a comment is dealt with.", Answer.Ok<CommentAnswer>());
        api.MapPost("/comments/{id:guid}:reopen", (Guid id, AggregatorDb db, HttpContext http, CancellationToken stop) => ResolveAsync(id, null, db, http, stop))
            .For(Contributor, "Says that it is not.", Answer.Ok<CommentAnswer>());
    }

    private static async Task<IResult> ListAsync(Guid id, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var issue = await db.Issues.Where(i => i.PublicId == id).Select(i => (int?)i.Id).FirstOrDefaultAsync(stop);
        if (issue is null) return IssuesApi.Missing(id);
        var size = Cursor.Size(limit);
        var rows = Cursor.Take(await db.Comments.AsNoTracking().Where(row => row.IssueId == issue && (after == null || row.Id > after)).OrderBy(row => row.Id).Take(size + 1).ToListAsync(stop), size, row => row.Id);
        return Results.Ok(new Part<CommentAnswer>([.. rows.Items.Select(CommentAnswer.Of)], rows.Next));
    }

    private static async Task<IResult> MakeAsync(Guid id, CommentRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var issue = await EditIssue.FindAsync(db, id, stop);
        if (issue is null) return IssuesApi.Missing(id);
        var (comment, fault) = await TakeComment.RunAsync(
            db, issue, new(request.Section, request.Words, request.Text, request.Start), Caller.IdOf(http), guest: null, clock.GetUtcNow(), stop);
        return comment is null ? ApiProblem.Field(fault!.Field, fault.English) : Results.Created($"{ApiHost.Root}/issues/{id}/comments", CommentAnswer.Of(comment));
    }

    private static async Task<IResult> ResolveAsync(Guid id, DateTimeOffset? at, AggregatorDb db, HttpContext http, CancellationToken stop) =>
        await TakeComment.ResolveAsync(db, id, at, Caller.IdOf(http), stop) is { } comment ? Results.Ok(CommentAnswer.Of(comment)) : ApiProblem.NotFound($"There is no comment {id}.");
}

/// <param name="Account">Who says it; absent for a guest.</param>
/// <param name="Guest">The name of the guest who says it.</param>
/// <param name="Start">Where its words begin in the section's text: title, blocks and sign-off, parted by blank lines. Absent when the words are gone, or when it is about the whole.</param>
internal sealed record CommentAnswer(Guid Id, Guid? Section, int? Start, string Words, string Text, int? Account, string? Guest, DateTimeOffset At, DateTimeOffset? ResolvedAt, int? ResolvedBy)
{
    public static CommentAnswer Of(Comment row) => new(row.PublicId, row.SectionId, row.Start, row.Words, row.Text, row.AccountId, row.GuestName, row.At, row.ResolvedAt, row.ResolvedById);
}

/// <param name="Section">The section it is about; absent for the whole issue.</param>
/// <param name="Words">The words it is about; absent for the whole section.</param>
/// <param name="Start">Where they begin, when they stand there more than once.</param>
internal sealed record CommentRequest(Guid? Section, string? Words, int? Start, string? Text);

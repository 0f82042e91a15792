using Aggregator.Archive;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.EarlierIssues;

/// <summary><c>/earlier-issues</c>: issues of press reviews that sources brought, to be referred to like those made here.</summary>
internal static class EarlierIssuesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/earlier-issues", ListAsync)
            .For(
                Contributor, "Issues of press reviews that sources brought, the latest first; a section can refer to them.",
                Answer.List<EarlierIssueAnswer>());
        api.MapGet("/earlier-issues/{id:guid}", OneAsync)
            .For(Contributor, "One of them with its sections and credits.", Answer.Ok<EarlierIssueAnswer>());
    }

    /// <param name="after">An article's id, as <c>next</c> gave it.</param>
    private static async Task<Part<EarlierIssueAnswer>> ListAsync(AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var last = after is null ? null : await db.EarlierIssues.Where(issue => issue.ArticleId == after).Select(issue => (DateTimeOffset?)issue.Day).FirstOrDefaultAsync(stop);
        var issues = db.EarlierIssues.AsNoTracking();
        if (last is { } day) issues = issues.Where(issue => issue.Day < day || (issue.Day == day && issue.ArticleId < after));
        var rows = await Rows(db, issues.OrderByDescending(issue => issue.Day).ThenByDescending(issue => issue.ArticleId).Take(size + 1)).ToListAsync(stop);
        return Cursor.Take([.. rows.Select(EarlierIssueAnswer.Of)], size, issue => issue.ArticleId);
    }

    private static async Task<IResult> OneAsync(Guid id, AggregatorDb db, CancellationToken stop) =>
        await Rows(db, db.EarlierIssues.AsNoTracking().Where(issue => issue.PublicId == id)).FirstOrDefaultAsync(stop) is { } row
            ? Results.Ok(EarlierIssueAnswer.Of(row)) : ApiProblem.NotFound($"There is no earlier issue {id}.");

    private static IQueryable<EarlierIssueRow> Rows(AggregatorDb db, IQueryable<EarlierIssue> issues) =>
        from issue in issues
        join article in db.Articles on issue.ArticleId equals article.Id
        orderby issue.Day descending, issue.ArticleId descending
        select new EarlierIssueRow(issue, article.Title, article.Url, article.Text.Authors);
}

/// <summary>An earlier issue with what its article tells of it.</summary>
internal sealed record EarlierIssueRow(EarlierIssue Issue, string Title, string Url, List<string> Authors);

/// <summary>An issue that a source brought.</summary>
/// <param name="Id">What a mark of kind <c>issue</c> names as its <c>issueId</c>.</param>
/// <param name="ArticleId">The article it came as.</param>
/// <param name="Day">The day in its title.</param>
internal sealed record EarlierIssueAnswer(
    Guid Id, int ArticleId, string Title, string Url, DateOnly Day, IReadOnlyList<string> Authors, IReadOnlyList<EarlierSection> Sections)
{
    public static EarlierIssueAnswer Of(EarlierIssueRow row) => new(
        row.Issue.PublicId, row.Issue.ArticleId, row.Title, row.Url, DateOnly.FromDateTime(row.Issue.Day.UtcDateTime), row.Authors, row.Issue.Sections);
}

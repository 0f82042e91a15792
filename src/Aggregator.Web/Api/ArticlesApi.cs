using Aggregator.Archive;
using Aggregator.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/articles</c>.</summary>
internal static class ArticlesApi
{
    public static void MapArticlesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/articles", ListAsync);
        api.MapGet("/articles/{id:int}", OneAsync);
    }

    /// <param name="q">A query as on the desk (docs/search.md).</param>
    /// <param name="language">Primary language subtag.</param>
    /// <param name="source">Id of the source it was seen in first.</param>
    private static async Task<Results<Ok<Part<ArticleAnswer>>, ProblemHttpResult>> ListAsync(
        AggregatorDb db, TimeProvider clock, string? q, string? language, int? source, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var articles = db.Articles.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
        {
            var found = await ArticleSearch.FindAsync(await db.SessionAsync(stop), q, clock.GetUtcNow(), stop);
            if (found.Fault is { } fault) return ApiProblem.Field("q", fault.English);
            articles = articles.Where(article => found.Ids.Contains(article.Id));
        }

        if (language is not null) articles = articles.Where(article => article.Language == language);
        if (source is not null) articles = articles.Where(article => article.SourceId == source);
        if (after is not null) articles = articles.Where(article => article.Id < after);
        var rows = await articles.OrderByDescending(article => article.Id).Take(size + 1).Select(article => new ArticleAnswer(
            article.Id, article.Url, article.Title, article.Language, article.SourceId, article.PublishedAt, article.ArrivedAt, article.Words,
            article.Text.Excerpt, article.Copy == null ? null : article.Copy.OriginalId)).ToListAsync(stop);
        return TypedResults.Ok(Cursor.Take(rows, size, article => article.Id));
    }

    private static async Task<IResult> OneAsync(int id, AggregatorDb db, CancellationToken stop) =>
        await db.Articles.AsNoTracking().Where(article => article.Id == id).Select(article => new
        {
            article.Id, article.Url, article.Title, article.Language, article.SourceId, article.PublishedAt, article.ArrivedAt, article.Words, article.IsWhole,
            article.Text.Authors, article.Text.Excerpt, article.Text.Text, article.Text.ImageUrl, CopyOf = article.Copy == null ? (int?)null : article.Copy.OriginalId,
        }).FirstOrDefaultAsync(stop) is { } found ? Results.Ok(found) : ApiProblem.NotFound($"There is no article {id}.");
}

/// <summary>An article in a list; the full text is at its own address.</summary>
internal sealed record ArticleAnswer(
    int Id, string Url, string Title, string? Language, int SourceId, DateTimeOffset? PublishedAt, DateTimeOffset ArrivedAt, int Words, string? Excerpt, int? CopyOf);

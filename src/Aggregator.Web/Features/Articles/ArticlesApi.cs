using Aggregator.Archive;
using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles</c>.</summary>
internal static class ArticlesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/articles", ListAsync)
            .For(Contributor, "Articles, the latest first.", Answer.List<ArticleAnswer>());
        api.MapGet("/articles/{id:int}", OneAsync)
            .For(Contributor, "One article with its text.", Answer.Ok<WholeArticle>());
        api.MapGet("/articles/{id:int}/revisions", RevisionsAsync)
            .For(
                Contributor, "What its publisher changed, the latest first: each with what was there before.",
                Answer.List<ArticleRevisionAnswer>());
        api.MapGet("/articles/{id:int}/copies", CopiesAsync)
            .For(Contributor, "Articles of the same text; the original first.", Answer.List<CopyAnswer>());
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
            article.Text.Excerpt, article.Copy == null ? null : article.Copy.OriginalId) { SiteName = article.Text.SiteName })
                .ToListAsync(stop);
        var ids = rows.ConvertAll(row => row.Id);
        var seen = await SaidAsync(db, ids, stop);
        var waits = await PageWait.Of(db).Where(wait => ids.Contains(wait.ArticleId))
            .ToDictionaryAsync(wait => wait.ArticleId, wait => (DateTimeOffset?)wait.Until, stop);
        var answers = rows.ConvertAll(row => row with
        {
            Publisher = PublisherOf(row.Url, row.SiteName), Tags = TagsOf(seen[row.Id]), Categories = CategoriesOf(seen[row.Id]), Comment = CommentOf(seen[row.Id]),
            PageDueAt = waits.GetValueOrDefault(row.Id),
        });
        return TypedResults.Ok(Cursor.Take(answers, size, article => article.Id));
    }

    /// <summary>What its publisher changed, the latest first: each with the title and text that were there before.</summary>
    private static async Task<IResult> RevisionsAsync(int id, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Missing(id);
        var size = Cursor.Size(limit);
        var rows = await db.ArticleRevisions.AsNoTracking().Where(revision => revision.ArticleId == id && (after == null || revision.Id < after))
            .OrderByDescending(revision => revision.Id).Take(size + 1).Select(revision => new ArticleRevisionAnswer(revision.Id, revision.ReplacedAt, revision.Title, revision.Text)).ToListAsync(stop);
        return Results.Ok(Cursor.Take(rows, size, row => row.Id));
    }

    /// <summary>Its original, if it is a copy, and the copies of that; the original first.</summary>
    private static async Task<IResult> CopiesAsync(int id, AggregatorDb db, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Missing(id);
        var original = await db.Copies.Where(copy => copy.ArticleId == id).Select(copy => (int?)copy.OriginalId).FirstOrDefaultAsync(stop) ?? id;
        var rows = await db.Articles.AsNoTracking().Where(other => other.Id != id && (other.Id == original || other.Copy!.OriginalId == original)).OrderBy(other => other.Id).Take(200)
            .Select(other => new CopyAnswer(other.Id, other.Url, other.Title, other.SourceId, other.Id == original, other.Copy == null ? null : other.Copy.Score)).ToListAsync(stop);
        return Results.Ok(new Part<CopyAnswer>([.. rows.OrderByDescending(row => row.IsOriginal)]));
    }

    private static IResult Missing(int id) => ApiProblem.NotFound($"There is no article {id}.");

    private static async Task<IResult> OneAsync(int id, AggregatorDb db, CancellationToken stop)
    {
        var found = await db.Articles.AsNoTracking().Where(article => article.Id == id).Select(article => new WholeArticle(
            article.Id, article.Url, article.Title, article.Language, article.SourceId, article.PublishedAt, article.ArrivedAt, article.Words,
            article.IsWhole, article.Text.Authors, article.Text.Excerpt, article.Text.Text, article.Text.ImageUrl,
            article.Copy == null ? (int?)null : article.Copy.OriginalId) { SiteName = article.Text.SiteName }).FirstOrDefaultAsync(stop);
        if (found is null) return Missing(id);
        var said = (await SaidAsync(db, [id], stop))[id].ToList();
        var wait = await PageWait.Of(db).FirstOrDefaultAsync(page => page.ArticleId == id, stop);
        return Results.Ok(found with
        {
            Publisher = PublisherOf(found.Url, found.SiteName), Tags = TagsOf(said), Categories = CategoriesOf(said), Comment = CommentOf(said), PageDueAt = wait?.Until,
        });
    }

    /// <summary>What the sources said of articles, the first to see them first.</summary>
    private static async Task<ILookup<int, Appearance>> SaidAsync(AggregatorDb db, List<int> ids, CancellationToken stop) =>
        (await db.Appearances.AsNoTracking().Where(appearance => ids.Contains(appearance.ArticleId))
            .OrderBy(appearance => appearance.SeenAt).ToListAsync(stop)).ToLookup(appearance => appearance.ArticleId);

    private static string? PublisherOf(string url, string? siteName) => siteName ?? Outlet.KeyOf(url);

    // What one source calls a tag may be the category of another.
    private static List<string> TagsOf(IEnumerable<Appearance> seen) => [.. seen.SelectMany(said => said.Tags.Except(said.Categories, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    private static List<string> CategoriesOf(IEnumerable<Appearance> seen) => [.. seen.SelectMany(said => said.Categories).Distinct(StringComparer.Ordinal)];

    private static string? CommentOf(IEnumerable<Appearance> seen) =>
        string.Join("\n\n", seen.Select(said => said.Comment).OfType<string>()) is { Length: > 0 } said ? said : null;
}

/// <summary>An article in a list; the full text is at its own address.</summary>
internal sealed record ArticleAnswer(
    int Id, string Url, string Title, string? Language, int SourceId, DateTimeOffset? PublishedAt, DateTimeOffset ArrivedAt, int Words,
        string? Excerpt, int? CopyOf)
{
    /// <summary>The publication by its own name, or that of its host; in a link log the article's outlet, not the log.</summary>
    public string? Publisher { get; init; }

    /// <summary>What its sources say it is about, in a word each.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The parts of a publication in which its sources put it.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What curators of link logs say about it, links as in Markdown.</summary>
    public string? Comment { get; init; }

    /// <summary>When the page of an excerpt is asked for next; null: it is not.</summary>
    public DateTimeOffset? PageDueAt { get; init; }

    internal string? SiteName { get; init; }
}

/// <summary>An article with its text.</summary>
/// <param name="IsWhole">The text is the article's; else only an excerpt.</param>
internal sealed record WholeArticle(
    int Id, string Url, string Title, string? Language, int SourceId, DateTimeOffset? PublishedAt, DateTimeOffset ArrivedAt, int Words, bool IsWhole,
    IReadOnlyList<string> Authors, string? Excerpt, string Text, string? ImageUrl, int? CopyOf)
{
    /// <inheritdoc cref="ArticleAnswer.PageDueAt"/>
    public DateTimeOffset? PageDueAt { get; init; }

    /// <inheritdoc cref="ArticleAnswer.Publisher"/>
    public string? Publisher { get; init; }

    /// <inheritdoc cref="ArticleAnswer.Tags"/>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <inheritdoc cref="ArticleAnswer.Categories"/>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <inheritdoc cref="ArticleAnswer.Comment"/>
    public string? Comment { get; init; }

    internal string? SiteName { get; init; }
}

/// <param name="Title">The title until then.</param>
/// <param name="Text">The text until then.</param>
internal sealed record ArticleRevisionAnswer(int Id, DateTimeOffset ReplacedAt, string Title, string Text);

/// <param name="Score">How alike, 0 to 1; absent for the original.</param>
internal sealed record CopyAnswer(int Id, string Url, string Title, int Source, bool IsOriginal, double? Score);

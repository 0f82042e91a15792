using Aggregator.Archive;
using Aggregator.Curation.Editing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles/{id}/delete</c>: takes an article out of the archive for good, after a question. One that editors use stays.</summary>
internal static class DeleteArticlePageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/articles/{id:int}/delete", AskAsync).For(Editor);
        app.MapPost("/articles/{id:int}/delete", DeleteAsync).For(Editor);
    }

    private static async Task<IResult> AskAsync(int id, AggregatorDb db, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop);
        return article is null ? Results.NotFound() : await PageAsync(article, StatusCodes.Status200OK, db, stop);
    }

    private static async Task<IResult> DeleteAsync(int id, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop);
        if (article is null) return Results.NotFound();
        var done = await db.WriteAsync(
            async inner =>
            {
                if ((await KeptArticles.FindAsync(db, inner, withClips: false)).Contains(id)) return false;
                await ArticleRemoval.RunAsync(await db.SessionAsync(inner), [id], clock.GetUtcNow(), inner);
                return true;
            },
            stop);
        return done ? Results.LocalRedirect("/desk") : await PageAsync(article, StatusCodes.Status409Conflict, db, stop);
    }

    private static async Task<IResult> PageAsync(Article article, int status, AggregatorDb db, CancellationToken stop) =>
        Page.Of<DeleteArticlePage>(status, ("Article", article), ("IsKept", (await KeptArticles.FindAsync(db, stop, withClips: false)).Contains(article.Id)));
}

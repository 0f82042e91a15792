using Aggregator.Archive;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles/{id}/revisions</c>: what an article's publisher changed, word by word.</summary>
internal static class RevisionsPageHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles/{id:int}/revisions", ShowAsync)
        .For(Contributor);

    private static async Task<IResult> ShowAsync(int id, AggregatorDb db, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().Include(a => a.Text).FirstOrDefaultAsync(a => a.Id == id, stop);
        if (article is null) return Results.NotFound();
        var earlier = await db.ArticleRevisions.AsNoTracking().Where(revision => revision.ArticleId == id).OrderByDescending(revision => revision.Id).ToListAsync(stop);
        var changes = new List<RevisionView>();
        var (title, text) = (article.Title, article.Text.Text);
        foreach (var revision in earlier)
        {
            changes.Add(new(revision.ReplacedAt, TextDiff.Of(revision.Title, title), TextDiff.Of(revision.Text, text)));
            (title, text) = (revision.Title, revision.Text);
        }

        return Page.Of<RevisionsPage>(("Article", article), ("Changes", changes));
    }
}

/// <summary>One change of an article.</summary>
/// <param name="At">When we saw it.</param>
/// <param name="Title">From the title before to the title after.</param>
/// <param name="Text">The same for the text.</param>
public sealed record RevisionView(DateTimeOffset At, IReadOnlyList<DiffPart> Title, IReadOnlyList<DiffPart> Text);

using Aggregator.Archive;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles/{id}</c>: one article to read.</summary>
internal static class ReaderPageHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles/{id:int}", async (
        int id, AggregatorDb db, Visit visit, TimeProvider clock, PictureLinks pictures, Guid? target, Guid? quoted, CancellationToken stop) =>
        await ShowAsync(id, db, visit, clock, pictures, new(target ?? quoted, Quoted: quoted), stop)).For(Contributor);

    internal static async Task<IResult> ShowAsync(int id, AggregatorDb db, Visit visit, TimeProvider clock, PictureLinks pictures, QuoteAsk ask, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().Include(a => a.Text).Include(a => a.Copy).FirstOrDefaultAsync(a => a.Id == id, stop);
        if (article is null) return Results.NotFound();
        var seen = await (from appearance in db.Appearances
                          join source in db.Sources on appearance.SourceId equals source.Id
                          where appearance.ArticleId == id
                          orderby appearance.SeenAt
                          select new SeenIn(source.Id, source.Name, appearance.SeenAt, appearance.Tags, appearance.Comment)).ToListAsync(stop);
        var original = article.Copy?.OriginalId ?? id;
        var others = await (from other in db.Articles
                            join source in db.Sources on other.SourceId equals source.Id
                            where other.Id != id && (other.Id == original || other.Copy!.OriginalId == original)
                            orderby other.Id
                            select new SameText(other.Id, other.Title, source.Name, other.Id == original)).Take(50).ToListAsync(stop);
        var pending = await db.Extractions.AsNoTracking().FirstOrDefaultAsync(row => row.ArticleId == id, stop);
        var wait = await PageWait.Of(db).FirstOrDefaultAsync(page => page.ArticleId == id, stop);
        var changes = await db.ArticleRevisions.CountAsync(revision => revision.ArticleId == id, stop);
        var body = new MarkupString(ReadingHtml.Of(article.Text.Html, article.Url, pictures, article.Text.ImageUrl));
        var view = new ReaderView(article, body, seen, others, pending, await IssueInProgress.FindAsync(db, stop), ask)
        {
            Changes = changes, Wait = wait, Desk = await ReaderDeskFormsHandler.OpenAsync(db, id, visit, clock.GetUtcNow(), stop),
            Rights = await db.RightsCards.AsNoTracking().FirstOrDefaultAsync(card => card.SourceId == article.SourceId, stop),
        };
        return Page.Of<ReaderPage>(ask.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("View", view));
    }
}

/// <summary>A source the article was seen in.</summary>
public sealed record SeenIn(int SourceId, string Name, DateTimeOffset At, IReadOnlyList<string> Tags, string? Comment);

/// <summary>Another article of the same text.</summary>
public sealed record SameText(int Id, string Title, string SourceName, bool IsOriginal);

/// <summary>What the reader shows.</summary>
/// <param name="Article">With its text.</param>
/// <param name="Body">Sanitised, without anything that would be loaded from elsewhere.</param>
/// <param name="Seen">Where it was seen.</param>
/// <param name="Same">Its original and copies.</param>
/// <param name="Pending">Why the text is only an excerpt, or null.</param>
/// <param name="Draft">The issue it can be quoted in.</param>
/// <param name="Ask">What was asked to be quoted.</param>
public sealed record ReaderView(
    Article Article, MarkupString Body, IReadOnlyList<SeenIn> Seen, IReadOnlyList<SameText> Same, Extraction? Pending, IssueInProgress? Draft, QuoteAsk Ask)
{
    /// <summary>How often its publisher changed it.</summary>
    public int Changes { get; init; }

    /// <summary>Until when it waits for its page; null: the text is whole, or the page was given up.</summary>
    public PageWait? Wait { get; init; }

    /// <summary>What the team says about it.</summary>
    public required ReaderDeskView Desk { get; init; }

    /// <summary>What may be done with its source's articles; null when nothing was agreed.</summary>
    public RightsCard? Rights { get; init; }

    public IEnumerable<string> Tags => Seen.SelectMany(seen => seen.Tags).Distinct(StringComparer.OrdinalIgnoreCase).Take(20);
}

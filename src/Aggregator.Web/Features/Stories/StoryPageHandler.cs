using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Stories;

/// <summary><c>/stories/{id}</c>: one story, who tells it, when, and how their beginnings compare.</summary>
internal static class StoryPageHandler
{
    private const int SideBySide = 3, Beginning = 4, OthersShown = 40, MovesShown = 10;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/stories/{id:int}", async (
        int id, AggregatorDb db, TimeProvider clock, Guid? target, int? added, CancellationToken stop) =>
        await ReadAsync(db, clock.GetUtcNow(), id, target, added == id, stop) is { } view ? Page.Of<StoryPage>(("View", view)) : (IResult)Results.NotFound())
        .For(Contributor);

    private static async Task<StoryView?> ReadAsync(AggregatorDb db, DateTimeOffset now, int id, Guid? target, bool added, CancellationToken stop)
    {
        var story = await db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop);
        if (story is null) return null;
        var members = await (from member in db.StoryMembers
                             join source in db.Sources on member.Article.SourceId equals source.Id
                             where member.StoryId == id
                             orderby member.Article.Time, member.ArticleId
                             select new
                             {
                                 member.ArticleId, member.Article.Title, member.Article.Url, member.Article.Text.SiteName, SourceUrl = source.Url, SourceName = source.Name,
                                 member.Article.Language, member.Article.Time, IsDated = member.Article.PublishedAt != null, IsCopy = member.Article.Copy != null,
                                 Original = (int?)member.Article.Copy!.OriginalId, Likeness = (double?)member.Article.Copy!.Score,
                             })
            .Take(200).ToListAsync(stop);
        var articles = members.ConvertAll(member => new StoryArticleRow(
            member.ArticleId, member.Title, Outlet.NameOf(member.Url, member.SiteName, member.SourceUrl, member.SourceName), member.Language, member.Time, member.IsDated,
            member.IsCopy, member.Original, member.Likeness));
        // The first article of each of the first three outlets: what the same event is when others tell it.
        var first = articles.Where(article => !article.IsCopy).DistinctBy(article => article.Outlet).Take(SideBySide).Select(article => article.Id).ToList();
        var texts = await db.ArticleTexts.Where(text => first.Contains(text.ArticleId)).ToDictionaryAsync(text => text.ArticleId, text => text.Text, stop);
        return new(
            story, articles, [.. first.Select(article => new StoryColumn(articles.First(row => row.Id == article), Paragraphs(texts[article])))],
            await IssueInProgress.FindAsync(db, stop), target, added)
        {
            Moves = await db.StoryMoves.AsNoTracking().Where(move => move.StoryId == id && move.UndoneAt == null).OrderByDescending(move => move.Id).Take(MovesShown).ToListAsync(stop),
            Tied = await TiedStories.OfAsync(db, story, now, stop),
            Names = StoryNames.Of(texts.Values),
            Others = await db.Stories.AsNoTracking().Where(other => other.Id != id && other.Articles > 0 && other.Language == story.Language && other.LastAt >= now.AddDays(-10))
                .OrderByDescending(other => other.LastAt).Take(OthersShown).ToListAsync(stop),
        };
    }

    private static IReadOnlyList<string> Paragraphs(string text) =>
        [.. text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(Beginning)];
}

/// <summary>An article in a story's timeline.</summary>
/// <param name="Outlet">Who published it, whoever linked to it.</param>
/// <param name="IsDated">Somebody says when it was published; else <paramref name="Time"/> is its place in lists.</param>
/// <param name="Original">Of a copy, the article it repeats.</param>
/// <param name="Likeness">Of a copy, from 0 to 1; 1 is the same text.</param>
public sealed record StoryArticleRow(
    int Id, string Title, string Outlet, string? Language, DateTimeOffset Time, bool IsDated, bool IsCopy, int? Original, double? Likeness);

/// <summary>An article beside others: its first paragraphs.</summary>
public sealed record StoryColumn(StoryArticleRow Article, IReadOnlyList<string> Paragraphs);

/// <summary>What the page of a story shows.</summary>
public sealed record StoryView(
    Story Story, IReadOnlyList<StoryArticleRow> Articles, IReadOnlyList<StoryColumn> Columns, IssueInProgress? Draft, Guid? Asked, bool Added)
{
    /// <summary>What editors did to it and can undo, the latest first.</summary>
    public required IReadOnlyList<StoryMove> Moves { get; init; }

    /// <summary>Stories in the other language that tell the same event.</summary>
    public required IReadOnlyList<TiedStory> Tied { get; init; }

    /// <summary>Who and what it is about, the most named first.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Stories it could be merged with.</summary>
    public required IReadOnlyList<Story> Others { get; init; }

    /// <summary>The copies of an article of the story.</summary>
    public IReadOnlyList<StoryArticleRow> CopiesOf(int article) => [.. Articles.Where(copy => copy.IsCopy && copy.Original == article)];

    public IReadOnlyList<StoryArticleRow> Own => [.. Articles.Where(article => !article.IsCopy)];

    public int Copies => Articles.Count(article => article.IsCopy);

    public IReadOnlyList<string> Outlets => [.. Own.Select(article => article.Outlet).Distinct(StringComparer.Ordinal)];

    public SectionInProgress? Target => Draft?.Target(Asked);
}

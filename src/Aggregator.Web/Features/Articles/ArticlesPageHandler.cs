using System.Globalization;
using Aggregator.Archive;
using Aggregator.Reading.Searching;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/desk/articles</c>: the newest articles, newest first, copies folded under the first of their text; and what a search finds.</summary>
internal static class ArticlesPageHandler
{
    private const int PageSize = 40;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/desk/articles", ShowAsync).For(Contributor);

    /// <param name="q">A query: words, phrases, filters (docs/search.md).</param>
    /// <param name="lang">Primary language subtag.</param>
    /// <param name="topic">A topic of the source.</param>
    /// <param name="only"><c>unseen</c>: what one has not opened yet; <c>starred</c>: what one or the team has starred.</param>
    /// <param name="after">The last article of the page before this one.</param>
    internal static async Task<IResult> ShowAsync(
        AggregatorDb db, Visit visit, TimeProvider clock, string? q, string? lang, string? topic, string? only, int? after, CancellationToken stop)
    {
        var query = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var sources = await db.Sources.AsNoTracking().ToDictionaryAsync(source => source.Id, stop);
        var search = query is null ? null : await ArticleSearch.FindAsync(await db.SessionAsync(stop), query, clock.GetUtcNow(), stop);
        var filtered = Filter(db, search, lang, topic is null ? null : SourcesOf(sources.Values, topic));
        var me = visit.AccountId ?? 0;
        filtered = only switch
        {
            "unseen" => filtered.Where(article => !db.ArticleGlances.Any(glance => glance.ArticleId == article.Id && glance.AccountId == me && glance.SeenAt != null)),
            "starred" => filtered.Where(article => db.ArticleGlances.Any(glance => glance.ArticleId == article.Id && glance.AccountId == me && glance.IsStarred) || db.ArticleDesks.Any(desk => desk.ArticleId == article.Id && desk.IsStarred)),
            _ => filtered,
        };
        var rows = await MarkedAsync(db, me, search is null ? await NewestAsync(db, filtered, after, stop) : await FoundAsync(db, filtered, search, after, stop), stop);
        var originals = db.Articles.Where(article => article.Copy == null);
        var languages = await originals.GroupBy(article => article.Language).Select(group => new LanguageCount(group.Key, group.Count())).ToListAsync(stop);
        var view = new ArticlesView(
            [.. rows.Take(PageSize)], sources, [.. languages.Where(count => count.Language is not null).OrderByDescending(count => count.Articles).Take(8)],
            await originals.CountAsync(stop), await db.Copies.CountAsync(stop), query, lang, topic, rows.Count > PageSize ? rows[PageSize - 1].Id : null)
        {
            Fault = search?.Fault, Only = only is "unseen" or "starred" ? only : null,
            Kept = await db.SavedSearches.AsNoTracking().Where(row => row.AccountId == visit.AccountId).OrderBy(row => row.Name).ToListAsync(stop),
        };
        return Page.Of<ArticlesPage>(("View", view));
    }

    private static async Task<List<ArticlesRow>> NewestAsync(AggregatorDb db, IQueryable<Article> articles, int? after, CancellationToken stop)
    {
        if (await TimeOfAsync(db, after, stop) is { } time) articles = articles.Where(article => article.Time < time || (article.Time == time && article.Id < after));
        return await Rows(db, articles.OrderByDescending(article => article.Time).ThenByDescending(article => article.Id).Take(PageSize + 1)).ToListAsync(stop);
    }

    /// <summary>In the order of the search.</summary>
    private static async Task<List<ArticlesRow>> FoundAsync(AggregatorDb db, IQueryable<Article> articles, SearchResult found, int? after, CancellationToken stop)
    {
        var left = (await articles.Select(article => article.Id).ToListAsync(stop)).ToHashSet();
        var ids = found.Ids.Where(left.Contains).ToList();
        var page = ids.Skip(after is null ? 0 : ids.IndexOf(after.Value) + 1).Take(PageSize + 1).ToList();
        var rows = await Rows(db, db.Articles.Where(article => page.Contains(article.Id))).ToDictionaryAsync(row => row.Id, stop);
        return [.. page.Select(id => rows[id] with { Snippet = found.Snippets.GetValueOrDefault(id) })];
    }

    /// <summary>With what the team and the reader said about them.</summary>
    private static async Task<IReadOnlyList<ArticlesRow>> MarkedAsync(AggregatorDb db, int account, List<ArticlesRow> rows, CancellationToken stop)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var desks = await db.ArticleDesks.AsNoTracking().Where(desk => ids.Contains(desk.ArticleId)).ToDictionaryAsync(desk => desk.ArticleId, stop);
        var glances = await db.ArticleGlances.AsNoTracking().Where(glance => glance.AccountId == account && ids.Contains(glance.ArticleId)).ToDictionaryAsync(glance => glance.ArticleId, stop);
        var waits = await PageWait.Of(db).Where(wait => ids.Contains(wait.ArticleId)).ToDictionaryAsync(wait => wait.ArticleId, stop);
        return rows.ConvertAll(row => row with
        {
            Desk = desks.GetValueOrDefault(row.Id), Glance = glances.GetValueOrDefault(row.Id), Wait = waits.GetValueOrDefault(row.Id),
        });
    }

    private static IQueryable<ArticlesRow> Rows(AggregatorDb db, IQueryable<Article> articles) => articles.Select(article => new ArticlesRow(
        article.Id, article.Title, article.Text.Excerpt, article.Language, article.SourceId, article.Time,
        article.Words, article.IsWhole, db.Copies.Count(copy => copy.OriginalId == article.Id),
            article.Appearances.Count) { IsDated = article.PublishedAt != null });

    private static IQueryable<Article> Filter(AggregatorDb db, SearchResult? search, string? language, List<int>? sourceIds)
    {
        // Without a question copies are folded away; someone who searches may want just the copy of one outlet.
        var articles = search is null ? db.Articles.Where(article => article.Copy == null)
            : db.Articles.Where(article => search.Ids.Contains(article.Id));
        if (language is not null) articles = articles.Where(article => article.Language == language);
        return sourceIds is null ? articles : articles.Where(article => sourceIds.Contains(article.SourceId));
    }

    private static async Task<DateTimeOffset?> TimeOfAsync(AggregatorDb db, int? id, CancellationToken stop) =>
        id is null ? null : await db.Articles.Where(article => article.Id == id).Select(article => (DateTimeOffset?)article.Time).FirstOrDefaultAsync(stop);

    private static List<int> SourcesOf(IEnumerable<Aggregator.Sources.Source> sources, string topic) =>
        [.. sources.Where(source => source.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase)).Select(source => source.Id)];
}

/// <summary>One article of the desk's list.</summary>
public sealed record ArticlesRow(
    int Id, string Title, string? Excerpt, string? Language, int SourceId, DateTimeOffset Time, int Words, bool IsWhole, int Copies, int Appearances)
{
    /// <summary>Whether anybody says when it was published; else <see cref="Time"/> is only its place in the list.</summary>
    public bool IsDated { get; init; }

    /// <summary>The passage that a search found; null: nothing was asked.</summary>
    public IReadOnlyList<SnippetPart>? Snippet { get; init; }

    /// <summary>What the team says about it; null: nothing yet.</summary>
    public Aggregator.Curation.Candidates.ArticleDesk? Desk { get; init; }

    /// <summary>Until when it waits for its page; null: it does not.</summary>
    public PageWait? Wait { get; init; }

    /// <summary>One's own star and sight of it; null: none yet.</summary>
    public Aggregator.Curation.Candidates.ArticleGlance? Glance { get; init; }
}

/// <summary>Articles of one language.</summary>
public sealed record LanguageCount(string? Language, int Articles);

/// <summary>What the desk shows.</summary>
public sealed record ArticlesView(
    IReadOnlyList<ArticlesRow> Rows, IReadOnlyDictionary<int, Aggregator.Sources.Source> Sources, IReadOnlyList<LanguageCount> Languages,
    int Articles, int Copies, string? Query, string? Language, string? Topic, int? Older)
{
    /// <summary>What is wrong in the query.</summary>
    public SearchFault? Fault { get; init; }

    /// <summary>unseen, starred, or null for all.</summary>
    public string? Only { get; init; }

    /// <summary>The searches that who looks keeps.</summary>
    public IReadOnlyList<SavedSearch> Kept { get; init; } = [];

    /// <inheritdoc cref="SourceTopics"/>
    public IEnumerable<(string Topic, int Sources)> Topics => SourceTopics.Of(Sources.Values);

    /// <summary>The address of what comes after this page; null on the last one.</summary>
    public string? Next => Older is null ? null : With("after", Older.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The address of this list with one filter changed; null takes it away.</summary>
    public string With(string name, string? value)
    {
        var now = new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Query, ["lang"] = Language, ["topic"] = Topic, ["only"] = Only };
        now[name] = value;
        var set = now.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}");
        return "/desk/articles" + (set.Any() ? "?" + string.Join('&', set) : "");
    }
}

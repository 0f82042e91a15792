using System.Globalization;
using Aggregator.Archive;
using Aggregator.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Pages;

/// <summary><c>/desk/articles</c>: the newest articles, newest first, copies folded under the first of their text; and what a search finds.</summary>
internal static class Desk
{
    private const int PageSize = 40;

    public static void MapDesk(this IEndpointRouteBuilder app) =>
        app.MapGet("/desk/articles", ShowAsync);

    /// <param name="q">Words that must all be in the article.</param>
    /// <param name="lang">Primary language subtag.</param>
    /// <param name="topic">A topic of the source.</param>
    /// <param name="after">The last article of the page before this one.</param>
    internal static async Task<RazorComponentResult<DeskPage>> ShowAsync(
        AggregatorDb db, string? q, string? lang, string? topic, int? after, CancellationToken stop)
    {
        var query = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var sources = await db.Sources.AsNoTracking().ToDictionaryAsync(source => source.Id, stop);
        var rows = await Filter(db, query, lang, topic is null ? null : SourcesOf(sources.Values, topic), await TimeOfAsync(db, after, stop), after)
            .OrderByDescending(article => article.Time).ThenByDescending(article => article.Id).Take(PageSize + 1).Select(article => new DeskRow(
                article.Id, article.Title, article.Text.Excerpt, article.Language, article.SourceId, article.Time,
                article.Words, article.IsWhole, db.Copies.Count(copy => copy.OriginalId == article.Id),
                article.Appearances.Count)).ToListAsync(stop);
        var originals = db.Articles.Where(article => article.Copy == null);
        var languages = await originals.GroupBy(article => article.Language).Select(group => new LanguageCount(group.Key, group.Count())).ToListAsync(stop);
        var view = new DeskView(
            [.. rows.Take(PageSize)], sources, [.. languages.Where(count => count.Language is not null).OrderByDescending(count => count.Articles).Take(8)],
            await originals.CountAsync(stop), await db.Copies.CountAsync(stop), query, lang, topic, rows.Count > PageSize ? rows[PageSize - 1].Id : null);
        return new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view });
    }

    private static IQueryable<Article> Filter(AggregatorDb db, string? query, string? language, List<int>? sourceIds, DateTimeOffset? time, int? after)
    {
        // Without a question copies are folded away; someone who searches may want just the copy of one outlet.
        var articles = query is null ? db.Articles.Where(article => article.Copy == null)
            : db.Articles.Where(article => db.Search(query).Contains(article.Id));
        if (language is not null) articles = articles.Where(article => article.Language == language);
        if (sourceIds is not null) articles = articles.Where(article => sourceIds.Contains(article.SourceId));
        return time is null ? articles : articles.Where(article => article.Time < time || (article.Time == time && article.Id < after));
    }

    private static async Task<DateTimeOffset?> TimeOfAsync(AggregatorDb db, int? id, CancellationToken stop) =>
        id is null ? null : await db.Articles.Where(article => article.Id == id).Select(article => (DateTimeOffset?)article.Time).FirstOrDefaultAsync(stop);

    private static List<int> SourcesOf(IEnumerable<Aggregator.Sources.Source> sources, string topic) =>
        [.. sources.Where(source => source.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase)).Select(source => source.Id)];
}

/// <summary>One article of the desk's list.</summary>
public sealed record DeskRow(
    int Id, string Title, string? Excerpt, string? Language, int SourceId, DateTimeOffset Time, int Words, bool IsWhole, int Copies, int Appearances);

/// <summary>Articles of one language.</summary>
public sealed record LanguageCount(string? Language, int Articles);

/// <summary>What the desk shows.</summary>
public sealed record DeskView(
    IReadOnlyList<DeskRow> Rows, IReadOnlyDictionary<int, Aggregator.Sources.Source> Sources, IReadOnlyList<LanguageCount> Languages,
    int Articles, int Copies, string? Query, string? Language, string? Topic, int? Older)
{
    /// <inheritdoc cref="SourceTopics"/>
    public IEnumerable<(string Topic, int Sources)> Topics => SourceTopics.Of(Sources.Values);

    /// <summary>The address of what comes after this page; null on the last one.</summary>
    public string? Next => Older is null ? null : With("after", Older.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The address of this list with one filter changed; null takes it away.</summary>
    public string With(string name, string? value)
    {
        var now = new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Query, ["lang"] = Language, ["topic"] = Topic };
        now[name] = value;
        var set = now.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}");
        return "/desk/articles" + (set.Any() ? "?" + string.Join('&', set) : "");
    }
}

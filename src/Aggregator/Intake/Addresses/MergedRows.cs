using System.Data.Common;
using Aggregator.Archive;
using Aggregator.Reading.Urls;
using Aggregator.Storage;

namespace Aggregator.Intake.Addresses;

/// <summary>The statements about addresses that are shown as other addresses of an article.</summary>
internal static class MergedRows
{
    /// <summary>The keys of the articles for which these keys stand.</summary>
    public static Task<List<(string Key, string Standing)>> FindAsync(
        SqlSession session, IReadOnlyCollection<string> keys, CancellationToken stop) => session.QueryAsync(
        $"""
         SELECT m.url_key, a.url_key FROM merged_address m JOIN article a ON a.id = m.article_id
         WHERE {session.Among("m.url_key", "keys")}
         """,
        [("keys", session.Keys(keys))], row => (row.GetString(0), row.GetString(1)), stop);

    public static Task InsertAsync(SqlSession session, IEnumerable<(MergedArrival Row, int Article)> rows, CancellationToken stop) =>
        session.InsertAsync(
            "merged_address", ["url_key", "article_id", "host", "url", "title", "source_id", "entry_key", "seen_at"],
            [.. rows.Select(row => ValuesOf(row.Row, row.Article))], stop, "ON CONFLICT DO NOTHING");

    /// <summary>Whether any address is merged that must not be.</summary>
    public static async Task<bool> AnyWrongAsync(SqlSession session, CancellationToken stop) => (await WrongAsync(session, stop)).Count > 0;

    /// <summary>
    /// Makes articles of some addresses that were merged by a parameter which has turned out to choose texts. Each has its own key, address
    /// and title again; its page is read as that of any new article. Inside a write.
    /// </summary>
    /// <param name="most">At most so many.</param>
    /// <returns>How many; 0: none is left.</returns>
    public static async Task<int> PartAsync(SqlSession session, int most, DateTimeOffset now, CancellationToken stop)
    {
        await session.WaitForTurnAsync(Turn.Arrivals, stop);
        var wrong = (await WrongAsync(session, stop)).Take(most).ToList();
        if (wrong.Count == 0) return 0;
        (string, object?)[] keys = [("keys", session.Keys(wrong.ConvertAll(row => row.Key)))];
        await session.RunAsync($"DELETE FROM merged_address WHERE {session.Among("url_key", "keys")}", keys, stop);
        var taken = await session.QueryAsync(
            $"""
             SELECT url_key FROM article WHERE {session.Among("url_key", "keys")}
             UNION SELECT url_key FROM tombstone WHERE {session.Among("url_key", "keys")}
             """,
            keys, row => row.GetString(0), stop);
        var parted = wrong.FindAll(row => !taken.Contains(row.Key));
        var ids = await session.TakeIdsAsync("article", parted.Count, stop);
        var articles = parted.Zip(ids, (row, id) => NewArticle(id, row, now)).ToList();
        var seen = articles.Zip(parted, (article, row) =>
            new Appearance { ArticleId = article.Id, SourceId = row.SourceId, SeenAt = row.SeenAt, EntryKey = row.EntryKey });
        var pages = articles.Select(article => new Extraction { ArticleId = article.Id, Host = new Uri(article.Url).IdnHost, DueAt = now });
        await ArticleRows.InsertAsync(session, articles, stop);
        await ArticleRows.InsertAsync(session, [.. seen], stop);
        await ArticleRows.InsertAsync(session, [.. pages], stop);
        await SearchEntries.RenewAsync(session, [.. ids], stop);
        return wrong.Count;
    }

    /// <summary>Addresses that were merged by a parameter that chooses texts: they have it, or the address of their article does.</summary>
    private static async Task<List<Merged>> WrongAsync(SqlSession session, CancellationToken stop)
    {
        var rows = await session.QueryAsync(
            """
            SELECT m.url_key, m.url, m.title, m.source_id, m.entry_key, m.seen_at, a.language, a.url_key, p.name FROM merged_address m
            JOIN address_parameter p ON p.host = m.host AND p.contradicted_at IS NOT NULL AND p.learnt_at IS NOT NULL
            JOIN article a ON a.id = m.article_id ORDER BY m.url_key
            """,
            [], row => (Row: Read(row), Standing: row.GetString(7), Name: row.GetString(8)), stop);
        var wrong = rows.Where(row => Has(row.Row.Key, row.Name) || Has(row.Standing, row.Name));
        return [.. wrong.Select(row => row.Row).DistinctBy(row => row.Key)];

        static bool Has(string key, string name) => KeyParameters.NamesOf(key).Contains(name);
    }

    private static Merged Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.Text(4), row.Moment(5)!.Value, row.Text(6));

    private static object?[] ValuesOf(MergedArrival row, int article) =>
    [
        row.Key, article, KeyParameters.HostOf(row.Key), row.Arrival.Url, row.Arrival.Text.Title, row.SourceId, row.Arrival.EntryKey,
        row.SeenAt.UtcTicks,
    ];

    private static Article NewArticle(int id, Merged row, DateTimeOffset now) => new()
    {
        Id = id,
        UrlKey = row.Key,
        Url = row.Url,
        Title = row.Title,
        ArrivedAt = now,
        Time = row.SeenAt,
        Language = row.Language,
        SourceId = row.SourceId,
        Text = new(),
    };

    private sealed record Merged(
        string Key, string Url, string Title, int SourceId, string? EntryKey, DateTimeOffset SeenAt, string? Language);
}

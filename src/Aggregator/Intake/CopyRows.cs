using Aggregator.Archive;
using Aggregator.Reading.Duplicates;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>An article whose text is compared.</summary>
internal sealed record CopyRow(int Id, int SourceId, long Hash, string UrlKey)
{
    public (int Article, long Hash) Key => (Id, Hash);
}

/// <summary>A text as it is compared.</summary>
internal sealed record CopyText(int Id, int SourceId, string UrlKey, ComparedText Words)
{
    /// <summary>What it is found by; null for a text too short, and where it is not looked for.</summary>
    public TextFingerprint? Fingerprint { get; init; }
}

/// <summary>A copy that was found.</summary>
internal sealed record CopyEdge(int Article, int Original, double Score);

/// <summary>The statements about copies.</summary>
internal static class CopyRows
{
    /// <summary>Texts of a site that tell its wrapper.</summary>
    private const int SiteTexts = 8;

    private const string Texts = "a.id, a.source_id, a.url_key, t.text FROM article a JOIN article_text t ON t.article_id = a.id";
    private const string Rows = "a.id, a.source_id, a.text_hash, a.url_key FROM article a";
    private const string NoCopy = "NOT EXISTS (SELECT 1 FROM copy e WHERE e.article_id = a.id)";

    /// <summary>Queues articles whose whole text has come or changed. Inside a write.</summary>
    public static Task QueueAsync(SqlSession session, IEnumerable<int> articles, CancellationToken stop) =>
        session.InsertAsync("copy_check", ["article_id"], [.. articles.Select(id => new object?[] { id })], stop, "ON CONFLICT DO NOTHING");

    /// <summary>Numbers of those that wait, the earliest first.</summary>
    public static Task<List<int>> WaitingAsync(SqlSession session, int most, CancellationToken stop) => session.QueryAsync(
        "SELECT article_id FROM copy_check ORDER BY article_id LIMIT @most", [("most", most)], row => row.GetInt32(0), stop);

    /// <summary>The texts of those of these articles that are no copies, with what they are found by, in the order of arrival.</summary>
    public static async Task<IReadOnlyList<CopyText>> ArrivedAsync(SqlSession session, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var texts = await session.QueryAsync(
            $"SELECT {Texts} WHERE {session.Among("a.id", "ids")} AND {NoCopy} ORDER BY a.id", [("ids", session.Keys(ids))],
            row => (Id: row.GetInt32(0), Source: row.GetInt32(1), UrlKey: row.GetString(2), Text: row.GetString(3)), stop);
        return [.. texts.AsParallel().AsOrdered().Select(row => new CopyText(row.Id, row.Source, row.UrlKey, ComparedText.Of(row.Text)) { Fingerprint = TextFingerprint.Of(row.Text) })];
    }

    /// <summary>The articles of these that are no copies.</summary>
    public static Task<List<CopyRow>> OriginalsAsync(SqlSession session, IReadOnlyCollection<int> ids, CancellationToken stop) => session.QueryAsync(
        $"SELECT {Rows} WHERE {session.Among("a.id", "ids")} AND a.text_hash IS NOT NULL AND {NoCopy} ORDER BY a.id", [("ids", session.Keys(ids))], Row, stop);

    /// <summary>Texts of articles.</summary>
    public static Task<List<(int Id, string Text)>> TextsAsync(SqlSession session, IReadOnlyCollection<int> ids, CancellationToken stop) => session.QueryAsync(
        $"SELECT t.article_id, t.text FROM article_text t WHERE {session.Among("t.article_id", "ids")}", [("ids", session.Keys(ids))], row => (row.GetInt32(0), row.GetString(1)), stop);

    /// <summary>The last texts of a source.</summary>
    public static Task<List<CopyRow>> OfSourceAsync(SqlSession session, int source, CancellationToken stop) => session.QueryAsync(
        $"SELECT {Rows} WHERE a.source_id = @source AND a.text_hash IS NOT NULL ORDER BY a.id DESC LIMIT {SiteTexts}", [("source", source)], Row, stop);

    /// <summary>
    /// Adds edges, each to the original as it is by now; what has become a copy in another way stays so. Copies of what has become a copy
    /// move on with it.
    /// </summary>
    public static async Task InsertAsync(SqlSession session, IReadOnlyList<CopyEdge> edges, CancellationToken stop)
    {
        const string Root = "COALESCE((SELECT e.original_id FROM copy e WHERE e.article_id = @original), @original)";
        await session.RunManyAsync(
            $"""
             INSERT INTO copy(article_id, original_id, score, method)
             SELECT a.id, {Root}, @score, {(int)CopyMethod.SimilarText} FROM article a
             WHERE a.id = @article AND {Root} <> a.id AND {NoCopy} AND EXISTS (SELECT 1 FROM article o WHERE o.id = {Root})
             """,
            ["article", "original", "score"], [.. edges.Select(edge => new object?[] { edge.Article, edge.Original, edge.Score })], stop);
        await session.RunManyAsync(
            "UPDATE copy SET original_id = (SELECT e.original_id FROM copy e WHERE e.article_id = @article) WHERE original_id = @article AND EXISTS (SELECT 1 FROM copy e WHERE e.article_id = @article)",
            ["article"], [.. edges.Select(edge => new object?[] { edge.Article })], stop);
    }

    private static CopyRow Row(System.Data.Common.DbDataReader row) => new(row.GetInt32(0), row.GetInt32(1), row.GetInt64(2), row.GetString(3));
}

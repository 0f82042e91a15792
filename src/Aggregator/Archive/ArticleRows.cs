using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>Writes articles as plain rows, many at a time. Inside a write.</summary>
public static class ArticleRows
{
    /// <summary>Revisions kept of one article; the oldest go.</summary>
    public const int KeptRevisions = 50;

    internal static readonly string[] Columns =
        ["id", "url_key", "url", "title", "published_at", "arrived_at", "time", "language", "source_id", "words", "text_hash", "given_hash", "is_whole"];

    internal static readonly string[] TextColumns = ["article_id", "authors", "excerpt", "text", "html", "image_url", "site_name"];

    /// <summary>Adds articles with their texts; their ids are taken already.</summary>
    public static async Task InsertAsync(SqlSession session, IReadOnlyCollection<Article> articles, CancellationToken stop)
    {
        await session.InsertAsync("article", Columns, [.. articles.Select(ValuesOf)], stop);
        await session.InsertAsync("article_text", TextColumns, [.. articles.Select(TextOf)], stop);
    }

    /// <summary>Notes where articles were seen; what is noted already stays as it is.</summary>
    public static Task InsertAsync(SqlSession session, IReadOnlyCollection<Appearance> seen, CancellationToken stop) => session.InsertAsync(
        "appearance", ["article_id", "source_id", "seen_at", "entry_key", "tags", "categories", "comment"],
        [.. seen.Select(row => new object?[] { row.ArticleId, row.SourceId, row.SeenAt.UtcTicks, row.EntryKey, StringListJson.Write(row.Tags), StringListJson.Write(row.Categories), row.Comment })], stop,
        "ON CONFLICT DO NOTHING");

    /// <summary>Queues pages to be read; what waits already stays as it is, what was given up is tried anew.</summary>
    public static Task InsertAsync(SqlSession session, IReadOnlyCollection<Extraction> pages, CancellationToken stop) => session.InsertAsync(
        "extraction", ["article_id", "host", "due_at", "attempts", "error", "is_from_kept"],
        [.. pages.Select(row => new object?[] { row.ArticleId, row.Host, row.DueAt?.UtcTicks, row.Attempts, (int)row.Error, row.IsFromKept })], stop,
        "ON CONFLICT(article_id) DO UPDATE SET due_at = excluded.due_at, attempts = 0, error = 0, error_detail = NULL, is_from_kept = excluded.is_from_kept WHERE extraction.due_at IS NULL");

    /// <summary>Keeps what articles said, and forgets the oldest of too many.</summary>
    public static async Task InsertAsync(SqlSession session, IReadOnlyCollection<ArticleRevision> revisions, CancellationToken stop)
    {
        await session.InsertAsync(
            "article_revision", ["article_id", "replaced_at", "title", "text"],
            [.. revisions.Select(row => new object?[] { row.ArticleId, row.ReplacedAt.UtcTicks, row.Title, row.Text })], stop);
        await session.RunManyAsync(
            $"DELETE FROM article_revision WHERE article_id = @id AND id NOT IN (SELECT id FROM article_revision WHERE article_id = @id ORDER BY id DESC LIMIT {KeptRevisions})",
            ["id"], [.. revisions.Select(row => new object?[] { row.ArticleId })], stop);
    }

    private static object?[] ValuesOf(Article row) =>
    [
        row.Id, row.UrlKey, row.Url, row.Title, row.PublishedAt?.UtcTicks, row.ArrivedAt.UtcTicks, row.Time.UtcTicks, row.Language, row.SourceId,
        row.Words, row.TextHash, row.GivenHash, row.IsWhole,
    ];

    private static object?[] TextOf(Article row) =>
        [row.Id, StringListJson.Write(row.Text.Authors), row.Text.Excerpt, row.Text.Text, row.Text.Html, row.Text.ImageUrl, row.Text.SiteName];
}

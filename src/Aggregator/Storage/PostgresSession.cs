using Npgsql;

namespace Aggregator.Storage;

/// <summary>Statements on PostgreSQL: many rows as one batch, keys as an array, search by tsvector.</summary>
public sealed partial class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction? transaction) : SqlSession(connection, transaction)
{
    /// <summary>Statements of one journey to the server.</summary>
    private const int MostOfBatch = 500;

    /// <summary>Characters of a text that are indexed: a tsvector may have a megabyte, and a character four bytes.</summary>
    private const int MostIndexed = 200_000;

    /// <summary>First key of the advisory locks of this program ("SoRe"), so that another program's do not meet ours.</summary>
    internal const int LockSpace = 0x536F5265;

    /// <summary>A row that another node is just storing is not worth waiting for.</summary>
    protected override string SkipLocked => "FOR UPDATE OF p SKIP LOCKED";

    /// <inheritdoc/>
    public override async Task RunManyAsync(string sql, IReadOnlyList<string> names, IReadOnlyList<object?[]> rows, CancellationToken stop)
    {
        foreach (var part in rows.Chunk(MostOfBatch))
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var row in part)
            {
                var command = new NpgsqlBatchCommand(sql);
                for (var i = 0; i < names.Count; i++) command.Parameters.Add(new NpgsqlParameter(names[i], ToStore(row[i])));
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(stop);
        }
    }

    /// <inheritdoc/>
    public override string Among(string column, string parameter) => $"{column} = ANY(@{parameter})";

    /// <inheritdoc/>
    public override object Keys<T>(IReadOnlyCollection<T> keys) => keys.ToArray();

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<int>> TakeIdsAsync(string table, int count, CancellationToken stop) => await QueryAsync(
        "SELECT nextval(pg_get_serial_sequence(@table, 'id'))::int FROM generate_series(1, @count) ORDER BY 1", [("table", table), ("count", count)], row => row.GetInt32(0), stop);

    /// <inheritdoc/>
    public override Task WaitForTurnAsync(Turn turn, CancellationToken stop) =>
        RunAsync("SELECT pg_advisory_xact_lock(@space, @turn)", [("space", LockSpace), ("turn", (int)turn)], stop);

    /// <inheritdoc/>
    public override Task IndexAsync(IReadOnlyCollection<SearchEntry> entries, bool replace, CancellationToken stop) => RunManyAsync(
        """
        INSERT INTO article_search(article_id, document)
        VALUES (@id, setweight(to_tsvector('simple', @title), 'A') || to_tsvector('simple', @text) || array_to_tsvector(@marks))
        ON CONFLICT (article_id) DO UPDATE SET document = excluded.document
        """,
        ["id", "title", "text", "marks"],
        [.. entries.Select(entry => new object?[] { entry.ArticleId, entry.Title, entry.Text.Length > MostIndexed ? entry.Text[..MostIndexed] : entry.Text, entry.Marks.Split(' ') })], stop);

    /// <inheritdoc/>
    public override Task UnindexAsync(IReadOnlyCollection<int> articles, CancellationToken stop) =>
        RunAsync($"DELETE FROM article_search WHERE {Among("article_id", "ids")}", [("ids", Keys(articles))], stop);

    /// <summary>PostgreSQL's texts hold no NUL and no half of a surrogate pair.</summary>
    protected override object ToStore(object? value) => value is string text ? StorableText.Of(text) : base.ToStore(value);
}

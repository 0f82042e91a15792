using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Aggregator.Storage;

/// <summary>Statements on SQLite: one prepared statement for many rows, keys as a JSON array, search by FTS5.</summary>
public sealed partial class SqliteSession(SqliteConnection connection, SqliteTransaction? transaction) : SqlSession(connection, transaction)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The gate lets one writer in: no other transaction is writing rows.</summary>
    protected override string SkipLocked => "";

    /// <inheritdoc/>
    public override Task RunManyAsync(string sql, IReadOnlyList<string> names, IReadOnlyList<object?[]> rows, CancellationToken stop)
    {
        if (rows.Count == 0) return Task.CompletedTask;
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        var parameters = names.Select(name => command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name })).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = ToStore(row[i]);
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override string Among(string column, string parameter) => $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    /// <inheritdoc/>
    public override object Keys<T>(IReadOnlyCollection<T> keys) => JsonSerializer.Serialize(keys, Form);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<int>> TakeIdsAsync(string table, int count, CancellationToken stop)
    {
        // AUTOINCREMENT's own memory, which inserts with an id move on: an id is never given twice, not even that of a deleted row.
        var last = (await QueryAsync("SELECT seq FROM sqlite_sequence WHERE name = @table", [("table", table)], row => row.GetInt32(0), stop)).FirstOrDefault();
        return [.. Enumerable.Range(last + 1, count)];
    }

    /// <inheritdoc/>
    public override Task WaitForTurnAsync(Turn turn, CancellationToken stop) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task IndexAsync(IReadOnlyCollection<SearchEntry> entries, bool replace, CancellationToken stop)
    {
        if (replace) await UnindexAsync([.. entries.Select(entry => entry.ArticleId)], stop);
        await InsertAsync("article_search", ["rowid", "title", "text", "marks"], [.. entries.Select(entry => new object?[] { entry.ArticleId, entry.Title, entry.Text, entry.Marks })], stop);
    }

    /// <inheritdoc/>
    public override Task UnindexAsync(IReadOnlyCollection<int> articles, CancellationToken stop) =>
        RunManyAsync("DELETE FROM article_search WHERE rowid = @id", ["id"], [.. articles.Select(id => new object?[] { id })], stop);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SQLite {connection.ServerVersion}");
}

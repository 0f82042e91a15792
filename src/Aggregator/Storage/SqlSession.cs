using System.Data.Common;
using Aggregator.Reading.Searching;

namespace Aggregator.Storage;

/// <summary>
/// One connection, with the transaction on it if there is one, for what runs thousands of times a second: plain statements, no object mapper.
/// A parameter is named like its column; times are UTC ticks, lists JSON. What only one dialect can say stands in the abstract members.
/// </summary>
public abstract partial class SqlSession(DbConnection connection, DbTransaction? transaction)
{
    /// <summary>Reads rows.</summary>
    /// <param name="sql">A query with <c>@name</c> for each of <paramref name="values"/>.</param>
    /// <param name="values">Names without @, and their values.</param>
    /// <param name="read">Makes a value of the row the reader stands on.</param>
    public async Task<List<T>> QueryAsync<T>(string sql, IEnumerable<(string Name, object? Value)> values, Func<DbDataReader, T> read, CancellationToken stop)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(stop)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The number in the first column of the first row.</summary>
    public async Task<int> CountAsync(string sql, IEnumerable<(string Name, object? Value)> values, CancellationToken stop) =>
        (await QueryAsync(sql, values, row => row.GetInt32(0), stop))[0];

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    public async Task<int> RunAsync(string sql, IEnumerable<(string Name, object? Value)> values, CancellationToken stop)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Runs a statement once for each row, without a journey to the server for each.</summary>
    /// <param name="sql">With <c>@name</c> for each of <paramref name="names"/>.</param>
    /// <param name="names">Names of the parameters, in the order of the values of a row.</param>
    /// <param name="rows">The values.</param>
    public abstract Task RunManyAsync(string sql, IReadOnlyList<string> names, IReadOnlyList<object?[]> rows, CancellationToken stop);

    /// <summary>Adds rows to a table.</summary>
    /// <param name="more">What follows the values, such as <c>ON CONFLICT DO NOTHING</c>.</param>
    public Task InsertAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows, CancellationToken stop, string more = "") =>
        rows.Count == 0 ? Task.CompletedTask
        : RunManyAsync($"INSERT INTO {table}({string.Join(", ", columns)}) VALUES (@{string.Join(", @", columns)}) {more}", columns, rows, stop);

    /// <summary>The condition that a column has one of the values of a parameter made by <see cref="Keys{T}"/>.</summary>
    public abstract string Among(string column, string parameter);

    /// <summary>Many keys as the value of one parameter: one plan for lists of any length.</summary>
    public abstract object Keys<T>(IReadOnlyCollection<T> keys) where T : notnull;

    /// <summary>Takes so many ids of a table, rising, that no row has had or will get: inside a write.</summary>
    public abstract Task<IReadOnlyList<int>> TakeIdsAsync(string table, int count, CancellationToken stop);

    /// <summary>
    /// Waits until no other transaction takes articles in, for as long as this one lasts: two that bring one address would break on it. On
    /// SQLite the write gate has seen to it.
    /// </summary>
    public abstract Task WaitForTurnAsync(Turn turn, CancellationToken stop);

    /// <summary>Writes the search entries of articles; with <paramref name="replace"/> the old ones go first.</summary>
    public abstract Task IndexAsync(IReadOnlyCollection<SearchEntry> entries, bool replace, CancellationToken stop);

    /// <summary>The newest articles that answer a query, newest first.</summary>
    /// <param name="inTitle">Its words, if it has any, must stand in the title.</param>
    /// <param name="from">Only articles from this number on: what bounds the time of a search for a rare phrase of common words.</param>
    /// <param name="below">Only articles before this number.</param>
    /// <param name="most">Articles at the most: what bounds the time of a search for a common word.</param>
    public abstract Task<List<int>> SearchAsync(SearchMatch match, bool inTitle, int from, int below, int most, CancellationToken stop);

    /// <summary>Removes the search entries of articles.</summary>
    public abstract Task UnindexAsync(IReadOnlyCollection<int> articles, CancellationToken stop);

    /// <summary>Leaves hosts alone until then, or longer if they already rest longer. Inside a write.</summary>
    public Task RestAsync(IEnumerable<string> hosts, DateTimeOffset until, CancellationToken stop) => InsertAsync(
        "host_rest", ["host", "until"], [.. hosts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(host => new object?[] { host, until.UtcTicks })], stop,
        "ON CONFLICT(host) DO UPDATE SET until = CASE WHEN host_rest.until > excluded.until THEN host_rest.until ELSE excluded.until END");

    protected DbConnection Connection => connection;

    protected DbTransaction? Transaction => transaction;

    /// <summary>What a value is to the database; null is no value.</summary>
    protected virtual object ToStore(object? value) => value ?? DBNull.Value;

    private DbCommand Command(string sql, IEnumerable<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = ToStore(value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>What one transaction in the whole installation does at a time.</summary>
public enum Turn
{
    /// <summary>Taking articles in.</summary>
    Arrivals = 1,

    /// <summary>Claiming due rows.</summary>
    Claims = 2,

    /// <summary>Applying migrations.</summary>
    Migrations = 3,

    /// <summary>What editors write.</summary>
    Editing = 4,

    /// <summary>What one process does for all (<see cref="Leadership"/>).</summary>
    Leading = 5,
}

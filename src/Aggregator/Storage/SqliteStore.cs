using System.Data;
using Microsoft.Data.Sqlite;

namespace Aggregator.Storage;

/// <summary>The SQLite file, through the same gate as everyone.</summary>
public sealed class SqliteStore(DataDirectory data, WriteGate gate) : SqlStore
{
    private readonly string connectionString = SqliteStorage.ConnectionString(data.Database);

    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop, isBulk: true);
        await using var connection = Open();
        await using var transaction = Begin(connection);
        var result = await work(new SqliteSession(connection, transaction), stop);
        await transaction.CommitAsync(stop);
        return result;
    }

    /// <inheritdoc/>
    public override async Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        await using var connection = Open();
        return await work(new SqliteSession(connection, transaction: null), stop);
    }

    /// <inheritdoc/>
    public override void Rest()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            SqlitePragmas.Set(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteFaults.Unusable(e, data.Database);
        }
    }

    /// <summary>IMMEDIATE (the provider's default): a transaction that starts by reading cannot be refused the write later.</summary>
    private SqliteTransaction Begin(SqliteConnection connection)
    {
        try
        {
            return connection.BeginTransaction(IsolationLevel.Serializable);
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Unusable(e, data.Database);
        }
    }
}

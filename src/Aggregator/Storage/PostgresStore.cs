using System.Data;
using Npgsql;

namespace Aggregator.Storage;

/// <summary>The PostgreSQL database of the settings.</summary>
public sealed class PostgresStore(NpgsqlDataSource database) : SqlStore
{
    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, stop);
        var result = await work(new PostgresSession(connection, transaction), stop);
        await transaction.CommitAsync(stop);
        return result;
    }

    /// <inheritdoc/>
    public override async Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        return await work(new PostgresSession(connection, transaction: null), stop);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        try
        {
            return await database.OpenConnectionAsync(stop);
        }
        catch (NpgsqlException e)
        {
            throw PostgresFaults.Unusable(e);
        }
    }
}

using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Aggregator.Storage;

/// <summary>The database for several nodes: PostgreSQL 13 or later, by connection string.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AggregatorDb(options)
{
    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        // A write inside a write is part of it: one commit makes both.
        if (Database.CurrentTransaction is not null) return await work(stop);
        await using var transaction = await BeginAsync(stop);
        // One editor's write at a time, as the gate has it on SQLite: what a write has read and judged does not change under it.
        await (await SessionAsync(stop)).WaitForTurnAsync(Turn.Editing, stop);
        var result = await work(stop);
        await transaction.CommitAsync(stop);
        return result;
    }

    /// <summary>There is only the asynchronous one, as on SQLite.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    public override async Task<SqlSession> SessionAsync(CancellationToken stop)
    {
        await Database.OpenConnectionAsync(stop);
        return new PostgresSession((NpgsqlConnection)Database.GetDbConnection(), (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());
    }

    /// <exception cref="UnusableStorageException">The server cannot be reached or refuses us.</exception>
    private async Task<IDbContextTransaction> BeginAsync(CancellationToken stop)
    {
        try
        {
            return await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, stop);
        }
        catch (NpgsqlException e)
        {
            throw PostgresFaults.Unusable(e);
        }
    }
}

using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Aggregator.Storage;

/// <summary>The default database: one file, WAL, full-text search by FTS5.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WriteGate gate) : AggregatorDb(options)
{
    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        // A write inside a write is part of it: its turn is held already, and one commit makes both.
        if (Database.CurrentTransaction is not null) return await work(stop);
        using var turn = await gate.EnterAsync(stop, IsBulk);
        await using var transaction = await BeginAsync(stop);
        var result = await work(stop);
        await transaction.CommitAsync(stop);
        return result;
    }

    /// <inheritdoc/>
    public override async Task<T> WriteDurablyAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        await Database.OpenConnectionAsync(stop);
        try
        {
            if (Database.CurrentTransaction is null) await SqlitePragmas.SynchroniseAsync(Database.GetDbConnection(), isFull: true, stop);
            return await base.WriteDurablyAsync(work, stop);
        }
        finally
        {
            if (Database.CurrentTransaction is null) await SqlitePragmas.SynchroniseAsync(Database.GetDbConnection(), isFull: false, CancellationToken.None);
            await Database.CloseConnectionAsync();
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken, IsBulk);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Would pass the gate by: there is only the asynchronous one.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync: it waits at the write gate.");

    /// <inheritdoc/>
    public override async Task<SqlSession> SessionAsync(CancellationToken stop)
    {
        await Database.OpenConnectionAsync(stop);
        return new SqliteSession((SqliteConnection)Database.GetDbConnection(), (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction());
    }

    /// <summary>IMMEDIATE (the provider's default): a transaction that starts by reading cannot be refused the write later.</summary>
    /// <exception cref="UnusableStorageException">Another program has held the database for longer than the busy timeout.</exception>
    private async Task<IDbContextTransaction> BeginAsync(CancellationToken stop)
    {
        try
        {
            return await Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Unusable(e, Database.GetDbConnection().DataSource);
        }
    }
}

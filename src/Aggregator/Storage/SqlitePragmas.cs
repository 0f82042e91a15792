using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Aggregator.Storage;

/// <summary>
/// What each connection is told. <c>synchronous=NORMAL</c> with WAL: a killed process loses nothing; a power cut may lose the
/// last commits but never the file's integrity (sqlite.org/pragma.html#pragma_synchronous). What must not be lost is written with FULL
/// (<see cref="AggregatorDb.WriteDurablyAsync"/>).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    private const string Pragmas = "PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";

    /// <summary>Tells a connection that was just opened.</summary>
    public static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>Whether each commit waits for the disk. Outside a transaction: inside one SQLite ignores it.</summary>
    public static async Task SynchroniseAsync(DbConnection connection, bool isFull, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = isFull ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL";
        await command.ExecuteNonQueryAsync(stop);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

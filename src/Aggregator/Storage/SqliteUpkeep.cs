using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Storage;

/// <summary>The SQLite file: made, migrated, checked.</summary>
public sealed class SqliteUpkeep(DataDirectory data, SqliteStore store, IDbContextFactory<SqliteDb> databases) : DatabaseUpkeep
{
    /// <inheritdoc/>
    public override string Name => data.Database;

    /// <inheritdoc/>
    public override bool Exists => File.Exists(data.Database);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        data.Prepare();
        try
        {
            IReadOnlyList<string> missing = await IsUpToDateAsync(stop) ? [] : await ApplyMissingAsync(stop);
            await KeyRenewal.RunAsync(store, stop);
            return missing;
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Unusable(e, data.Database);
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> CheckAsync(CancellationToken stop = default)
    {
        if (!File.Exists(data.Database))
            throw new UnusableStorageException($"There is no database at {data.Database}: start the program once, or name its folder with --set DataDirectory=FOLDER.");
        try
        {
            if (!await IsUpToDateAsync(stop)) throw new UnusableStorageException($"The database {Name} is empty or older than this program: run db migrate.");
            await using var db = await databases.CreateDbContextAsync(stop);
            var faults = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(stop);
            faults.RemoveAll(line => line == "ok");
            var orphans = await db.Database.SqlQueryRaw<string>(
                "SELECT \"table\" || ' row ' || rowid || ' points to a missing ' || parent AS Value FROM pragma_foreign_key_check").ToListAsync(stop);
            return [.. faults, .. orphans];
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Unusable(e, data.Database);
        }
    }

    /// <summary>Without the object mapper, whose start takes longer than a whole round of visits.</summary>
    private async Task<bool> IsUpToDateAsync(CancellationToken stop)
    {
        if (!Exists) return false;
        var applied = await store.ReadAsync(
            async (session, inner) => await session.CountAsync("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'", [], inner) == 0 ? []
                : await session.QueryAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", [], row => row.GetString(0), inner),
            stop);
        return IsUpToDate<SqliteDb>(applied);
    }

    private async Task<IReadOnlyList<string>> ApplyMissingAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var missing = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (missing.Count > 0) await ApplyAsync(db, stop);
        return missing;
    }

    /// <summary>
    /// EF's own lock is a row that a killed process leaves behind for ever; ours is a lock on a file, which the system frees.
    /// Whoever holds it may therefore remove that row.
    /// </summary>
    private async Task ApplyAsync(SqliteDb db, CancellationToken stop)
    {
        await using var held = await LockAsync(stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);
        await db.Database.MigrateAsync(stop);
    }

    private async Task<FileStream> LockAsync(CancellationToken stop)
    {
        var path = Path.Combine(data.Path, "migrate.lock");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException e) when (attempt == 120)
            {
                throw new UnusableStorageException($"Another program has been migrating {data.Database} for a minute: wait for it, or stop it.", e);
            }
            catch (IOException)
            {
                await Task.Delay(500, stop);
            }
        }
    }
}

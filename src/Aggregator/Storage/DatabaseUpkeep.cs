using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Storage;

/// <summary>Brings the database to this program's version, and checks it.</summary>
public sealed class DatabaseUpkeep(DataDirectory data, IDbContextFactory<SqliteDb> databases)
{
    /// <summary>Makes the folder and the file if need be and applies the migrations that are missing.</summary>
    /// <returns>Names of the migrations applied; empty when all was up to date.</returns>
    /// <exception cref="UnusableStorageException">The folder or the file cannot be used; the message says what to do.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        data.Prepare();
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var missing = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
            if (missing.Count > 0) await ApplyAsync(db, stop);
            return missing;
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Unusable(e, data.Database);
        }
    }

    /// <summary>Reads every page of the file and compares tables, indexes and references.</summary>
    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    /// <exception cref="UnusableStorageException">There is no database to check, or it cannot be opened.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken stop = default)
    {
        if (!File.Exists(data.Database))
            throw new UnusableStorageException($"There is no database at {data.Database}: start the program once, or name its folder with --set DataDirectory=FOLDER.");
        try
        {
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

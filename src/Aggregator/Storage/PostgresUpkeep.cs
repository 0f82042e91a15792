using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Aggregator.Storage;

/// <summary>The PostgreSQL database: migrated under a lock of the server, checked.</summary>
public sealed class PostgresUpkeep(DataDirectory data, PostgresStore store, NpgsqlDataSource server, IDbContextFactory<PostgresDb> databases) : DatabaseUpkeep
{
    /// <inheritdoc/>
    public override string Name
    {
        get
        {
            var parts = new NpgsqlConnectionStringBuilder(server.ConnectionString);
            return $"{parts.Database} on {parts.Host}";
        }
    }

    /// <inheritdoc/>
    public override bool Exists => true;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        data.Prepare();
        try
        {
            IReadOnlyList<string> missing = await IsMigratedAsync(stop) ? [] : await ApplyMissingAsync(stop);
            await KeyRenewal.RunAsync(store, stop);
            return missing;
        }
        catch (NpgsqlException e)
        {
            throw PostgresFaults.Unusable(e);
        }
    }

    /// <summary>Under a lock held by a session of its own, which ends with this program whatever happens to it.</summary>
    private Task<List<string>> ApplyMissingAsync(CancellationToken stop) => store.WriteAsync(
        async (held, inner) =>
        {
            await held.WaitForTurnAsync(Turn.Migrations, inner);
            await using var db = await databases.CreateDbContextAsync(inner);
            var missing = (await db.Database.GetPendingMigrationsAsync(inner)).ToList();
            if (missing.Count > 0) await db.Database.MigrateAsync(inner);
            return missing;
        },
        stop);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> CheckAsync(CancellationToken stop = default)
    {
        try
        {
            if (!await IsMigratedAsync(stop)) throw new UnusableStorageException($"The database {Name} is empty or older than this program: run db migrate.");
            return await store.ReadAsync(
                async (session, inner) =>
                {
                    var faults = new List<string>();
                    var lost = await session.CountAsync("SELECT count(*)::int FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_search s WHERE s.article_id = a.id)", [], inner);
                    if (lost > 0) faults.Add($"{lost} articles are not in the search index");
                    var textless = await session.CountAsync("SELECT count(*)::int FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_text t WHERE t.article_id = a.id)", [], inner);
                    if (textless > 0) faults.Add($"{textless} articles have no text row");
                    return faults;
                },
                stop);
        }
        catch (NpgsqlException e)
        {
            throw PostgresFaults.Unusable(e);
        }
    }

    private async Task<bool> IsMigratedAsync(CancellationToken stop)
    {
        var applied = await store.ReadAsync(
            async (session, inner) => await session.CountAsync("SELECT count(to_regclass('\"__EFMigrationsHistory\"'))::int", [], inner) == 0 ? []
                : await session.QueryAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", [], row => row.GetString(0), inner),
            stop);
        return IsUpToDate<PostgresDb>(applied);
    }
}

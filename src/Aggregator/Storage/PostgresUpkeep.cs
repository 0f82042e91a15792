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

    /// <summary>Why accents count in search here; null when they do not.</summary>
    public const string NoUnaccent =
        "Search tells accents apart: PostgreSQL cannot make the extension unaccent for this user. Let an administrator of the server run CREATE EXTENSION unaccent in this database, then run db migrate.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        data.Prepare();
        try
        {
            if (await IsUpToDateAsync(stop)) return [];
            // Held by a session of its own, which ends with this program whatever happens to it.
            return await store.WriteAsync(
                async (held, inner) =>
                {
                    await held.WaitForTurnAsync(Turn.Migrations, inner);
                    await using var db = await databases.CreateDbContextAsync(inner);
                    var missing = (await db.Database.GetPendingMigrationsAsync(inner)).ToList();
                    if (missing.Count > 0) await db.Database.MigrateAsync(inner);
                    await FoldAccentsAsync(inner);
                    return missing;
                },
                stop);
        }
        catch (NpgsqlException e)
        {
            throw PostgresFaults.Unusable(e);
        }
    }

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
                    if (!await FoldsAccentsAsync(session, inner)) faults.Add(NoUnaccent);
                    return faults;
                },
                stop);
        }
        catch (NpgsqlException e)
        {
            throw PostgresFaults.Unusable(e);
        }
    }

    private async Task<bool> IsUpToDateAsync(CancellationToken stop) =>
        await IsMigratedAsync(stop) && await store.ReadAsync(FoldsAccentsAsync, stop);

    private async Task<bool> IsMigratedAsync(CancellationToken stop)
    {
        var applied = await store.ReadAsync(
            async (session, inner) => await session.CountAsync("SELECT count(to_regclass('\"__EFMigrationsHistory\"'))::int", [], inner) == 0 ? []
                : await session.QueryAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", [], row => row.GetString(0), inner),
            stop);
        return MigrationsOf<PostgresDb>().All(name => applied.Contains(name, StringComparer.Ordinal));
    }

    /// <summary>Makes search blind to accents if the server lets us, and indexes anew what was indexed before; else search works with them.</summary>
    private async Task FoldAccentsAsync(CancellationToken stop)
    {
        if (await store.ReadAsync(FoldsAccentsAsync, stop)) return;
        try
        {
            await store.WriteAsync(
                async (session, inner) =>
                {
                    await session.RunAsync("CREATE EXTENSION IF NOT EXISTS unaccent", [], inner);
                    await session.RunAsync(
                        $"ALTER TEXT SEARCH CONFIGURATION {PostgresSearch.Configuration} ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple", [], inner);
                    return await session.RunAsync(
                        $"""
                         UPDATE article_search s SET document = setweight(to_tsvector('{PostgresSearch.Configuration}', a.title), 'A')
                           || to_tsvector('{PostgresSearch.Configuration}', left(t.text, 200000))
                         FROM article a JOIN article_text t ON t.article_id = a.id WHERE a.id = s.article_id
                         """,
                        [], inner);
                },
                stop);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported)
        {
            await Console.Error.WriteLineAsync(NoUnaccent);
        }
    }

    private static async Task<bool> FoldsAccentsAsync(SqlSession session, CancellationToken stop) => await session.CountAsync(
        "SELECT count(*)::int FROM pg_ts_config_map m JOIN pg_ts_config c ON c.oid = m.mapcfg JOIN pg_ts_dict d ON d.oid = m.mapdict "
        + $"WHERE c.cfgname = '{PostgresSearch.Configuration}' AND d.dictname = 'unaccent'", [], stop) > 0;
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Aggregator.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>The SQLite file in <paramref name="data"/>: a context each scope, a factory for workers, one write gate for the process.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DataDirectory data) => services
        .AddSingleton(data)
        .Configure<IdentityOptions>(AccountTables)
        .AddSingleton<WriteGate>()
        .AddDbContextFactory<SqliteDb>(options => SqliteStorage.Configure(options, data.Database))
        .AddSingleton<Func<AggregatorDb>>(services => services.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext)
        .AddSingleton<SqliteStore>()
        .AddSingleton<SqlStore>(services => services.GetRequiredService<SqliteStore>())
        .AddSingleton<DatabaseUpkeep, SqliteUpkeep>()
        .AddSingleton<Leadership>()
        .AddScoped(services => services.GetRequiredService<Func<AggregatorDb>>()());

    /// <summary>The PostgreSQL database of a connection string. <paramref name="data"/> still holds keys and mails.</summary>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, DataDirectory data, string connectionString) => services
        .AddSingleton(data)
        .Configure<IdentityOptions>(AccountTables)
        .AddSingleton(_ => PostgresStorage.Open(connectionString))
        .AddDbContextFactory<PostgresDb>((services, options) => PostgresStorage.Configure(options, services.GetRequiredService<NpgsqlDataSource>()))
        .AddSingleton<Func<AggregatorDb>>(services => services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext)
        .AddSingleton<PostgresStore>()
        .AddSingleton<SqlStore>(services => services.GetRequiredService<PostgresStore>())
        .AddSingleton<DatabaseUpkeep, PostgresUpkeep>()
        .AddSingleton<Leadership, PostgresLeadership>()
        .AddScoped(services => services.GetRequiredService<Func<AggregatorDb>>()());

    /// <summary>
    /// The account tables with room for passkeys. The context reads this from its services and nowhere else, so every program
    /// that opens the database must say it, or it would see other tables.
    /// </summary>
    internal static void AccountTables(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}

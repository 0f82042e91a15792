using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>The database in <paramref name="data"/>: a context each scope, a factory for workers, one write gate for the process.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DataDirectory data) => services
        .AddSingleton(data)
        .Configure<IdentityOptions>(AccountTables)
        .AddSingleton<WriteGate>()
        .AddDbContextFactory<SqliteDb>(options => SqliteStorage.Configure(options, data.Database))
        .AddSingleton<Func<AggregatorDb>>(services => services.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext)
        .AddScoped(services => services.GetRequiredService<Func<AggregatorDb>>()())
        .AddSingleton<DatabaseUpkeep>();

    /// <summary>
    /// The account tables with room for passkeys. The context reads this from its services and nowhere else, so every program
    /// that opens the database must say it, or it would see other tables.
    /// </summary>
    internal static void AccountTables(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}

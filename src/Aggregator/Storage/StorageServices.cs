using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Storage;

public static class StorageServices
{
    /// <summary>The database in <paramref name="data"/>: a context each scope, a factory for workers, one write gate for the process.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DataDirectory data) => services
        .AddSingleton(data)
        .AddSingleton<WriteGate>()
        .AddDbContextFactory<SqliteDb>(options => SqliteStorage.Configure(options, data.Database))
        .AddSingleton<Func<AggregatorDb>>(services => services.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext)
        .AddScoped(services => services.GetRequiredService<Func<AggregatorDb>>()())
        .AddSingleton<DatabaseUpkeep>();
}

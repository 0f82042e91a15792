using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Archive;

/// <summary>Registers what keeps the archive searchable.</summary>
public static class ArchiveServices
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddSingleton<SearchKeeper>();
}

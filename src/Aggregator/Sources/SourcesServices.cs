using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Sources;

/// <summary>Registers what keeps the list of sources.</summary>
public static class SourcesServices
{
    public static IServiceCollection AddSources(this IServiceCollection services) => services
        .AddSingleton<SourceSync>()
        .AddSingleton<SourceAdding>()
        .AddSingleton<SourceMoves>()
        .AddSingleton<SourceAlerts>();
}

using Aggregator.Fetching;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Intake;

/// <summary>Registers the intake.</summary>
public static class IntakeServices
{
    /// <summary>Everything between an address and an article in the archive.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<Fetcher>()
        .AddSingleton<RobotsDesk>()
        .AddSingleton<ReadingGuard>()
        .AddSingleton<IntakeWriter>()
        .AddSingleton<ExtractionWriter>()
        .AddSingleton<HubSubscriptions>()
        .AddSingleton<TakePush>()
        .AddSingleton<RefreshSource>()
        .AddSingleton<DiscoverFeeds>()
        .AddSingleton<ExtractArticle>();
}

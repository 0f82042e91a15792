using Aggregator.Archive;
using Aggregator.Fetching;
using Aggregator.Fetching.Pictures;
using Aggregator.Intake.Addresses;
using Aggregator.Intake.Clips;
using Aggregator.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Intake;

/// <summary>Registers the intake.</summary>
public static class IntakeServices
{
    /// <summary>Everything between an address and an article in the archive.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton(services => new KeptPages(services.GetRequiredService<DataDirectory>().Pages))
        .AddSingleton<ReadingGuard>()
        .AddSingleton<IntakeWriter>()
        .AddSingleton<ExtractionWriter>()
        .AddSingleton<HubSubscriptions>()
        .AddSingleton<TakePush>()
        .AddSingleton<PagePreview>()
        .AddSingleton<LearntParameters>()
        .AddSingleton<ParameterKeeper>()
        .AddSingleton<CopyKeeper>()
        .AddSingleton<RefreshSource>()
        .AddSingleton<DiscoverFeeds>()
        .AddSingleton<ExtractArticle>()
        .AddSingleton<TakeClip>();
}

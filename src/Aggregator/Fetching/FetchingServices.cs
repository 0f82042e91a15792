using Microsoft.Extensions.DependencyInjection;
using Aggregator.Fetching.Pictures;
using Aggregator.Storage;

namespace Aggregator.Fetching;

/// <summary>Registers what leaves the machine.</summary>
public static class FetchingServices
{
    public static IServiceCollection AddFetching(this IServiceCollection services) => services
        .AddSingleton<Fetcher>()
        .AddSingleton<RobotsDesk>()
        .AddSingleton(services => new PictureStore(services.GetRequiredService<DataDirectory>().Pictures, services.GetRequiredService<TimeProvider>()))
        .AddSingleton<PictureProxy>();
}

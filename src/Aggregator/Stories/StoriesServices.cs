using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Stories;

/// <summary>Registers what forms stories.</summary>
public static class StoriesServices
{
    public static IServiceCollection AddStories(this IServiceCollection services) => services
        .AddSingleton<StoryKeeper>()
        .AddScoped<MoveStories>();
}

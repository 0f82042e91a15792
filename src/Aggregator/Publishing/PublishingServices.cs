using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Publishing;

/// <summary>Registers what makes an issue ready for its readers.</summary>
public static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddScoped<ApproveIssue>()
        .AddSingleton<VisitLinks>();
}

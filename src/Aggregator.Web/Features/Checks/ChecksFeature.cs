using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Checks;

/// <summary>What the checks find in an issue.</summary>
internal static class ChecksFeature
{
    public static void Map(SiteRoutes routes)
    {
        ChecksPageHandler.Map(routes.Pages);
        ChecksApi.Map(routes.Api);
    }
}

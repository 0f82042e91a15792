using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Service;

/// <summary>What the program says of itself: errors, the description of the API, health.</summary>
internal static class ServiceFeature
{
    public static void Map(SiteRoutes routes)
    {
        FaultPageHandler.Map(routes.Pages);
        ApiBrowserPageHandler.Map(routes.Pages);
        Readiness.Map(routes.Pages);
    }
}

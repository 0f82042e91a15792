using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Clips;

/// <summary>What editors bring in by hand.</summary>
internal static class ClipsFeature
{
    public static void Map(SiteRoutes routes)
    {
        ClipPageHandler.Map(routes.Pages);
        ClipsApi.Map(routes.Api);
    }
}

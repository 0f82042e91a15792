using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Subscribers;

/// <summary>Who reads a publication.</summary>
internal static class SubscribersFeature
{
    public static void Map(SiteRoutes routes)
    {
        SubscribersApi.Map(routes.Api);
    }
}

using Aggregator.Web.Host;

namespace Aggregator.Web.Features.EarlierIssues;

/// <summary>Issues of press reviews that sources brought.</summary>
internal static class EarlierIssuesFeature
{
    public static void Map(SiteRoutes routes)
    {
        EarlierIssuesApi.Map(routes.Api);
    }
}

using Aggregator.Web.Host;

namespace Aggregator.Web.Features.History;

/// <summary>Revisions and states of an issue.</summary>
internal static class HistoryFeature
{
    public static void Map(SiteRoutes routes)
    {
        HistoryPageHandler.Map(routes.Pages);
        HistoryApi.Map(routes.Api);
    }
}

using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Search;

/// <summary>Saved searches.</summary>
internal static class SearchFeature
{
    public static void Map(SiteRoutes routes)
    {
        KeptSearchesHandler.Map(routes.Pages);
        SearchesApi.Map(routes.Api);
    }
}

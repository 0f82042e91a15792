using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Sources;

/// <summary>Sources: the list, one of them, rules, settings, rights, pushes, OPML.</summary>
internal static class SourcesFeature
{
    public static void Map(SiteRoutes routes)
    {
        SourcesPageHandler.Map(routes.Pages);
        SourcePageHandler.Map(routes.Pages);
        AddSourcePageHandler.Map(routes.Pages);
        SourceRulesPageHandler.Map(routes.Pages);
        SourceSettingsPageHandler.Map(routes.Pages);
        PushDoor.Map(routes.Pages);
        SourcesApi.Map(routes.Api);
        DiscoveryApi.Map(routes.Api);
        RightsApi.Map(routes.Api);
        OpmlApi.Map(routes.Api);
    }
}

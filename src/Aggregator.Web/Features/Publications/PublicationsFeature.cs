using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Publications;

/// <summary>Publications and their settings.</summary>
internal static class PublicationsFeature
{
    public static void Map(SiteRoutes routes)
    {
        PublicationSettingsPageHandler.Map(routes.Pages);
        NewPublicationFormHandler.Map(routes.Pages);
        PublicationsApi.Map(routes.Api);
    }
}

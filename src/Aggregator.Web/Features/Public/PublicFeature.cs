using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Public;

/// <summary>What readers see: archive, feed, subscribing, the choice of a language.</summary>
internal static class PublicFeature
{
    public static void Map(SiteRoutes routes)
    {
        ArchivePageHandler.Map(routes.Pages);
        SubscribingPageHandler.Map(routes.Pages);
        LanguageChoice.Map(routes.Pages);
    }
}

using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Sending;

/// <summary>Sends and their ledger.</summary>
internal static class SendingFeature
{
    public static void Map(SiteRoutes routes)
    {
        SendPagesHandler.Map(routes.Pages);
        SendsApi.Map(routes.Api);
    }
}

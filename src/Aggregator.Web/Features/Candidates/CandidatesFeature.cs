using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Candidates;

/// <summary>What an issue may be made of.</summary>
internal static class CandidatesFeature
{
    public static void Map(SiteRoutes routes)
    {
        CandidatesPageHandler.Map(routes.Pages);
        CandidatesApi.Map(routes.Api);
    }
}

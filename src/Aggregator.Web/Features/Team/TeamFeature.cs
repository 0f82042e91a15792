using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Team;

/// <summary>The accounts of the team, and who did what.</summary>
internal static class TeamFeature
{
    public static void Map(SiteRoutes routes)
    {
        PeoplePageHandler.Map(routes.Pages);
        AuditPageHandler.Map(routes.Pages);
        UsersApi.Map(routes.Api);
        AuditApi.Map(routes.Api);
    }
}

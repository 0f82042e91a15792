using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Comments;

/// <summary>Comments of the team and of guests.</summary>
internal static class CommentsFeature
{
    public static void Map(SiteRoutes routes)
    {
        TalkPageHandler.Map(routes.Pages);
        GuestPageHandler.Map(routes.Pages);
        CommentsApi.Map(routes.Api);
        GuestsApi.Map(routes.Api);
    }
}

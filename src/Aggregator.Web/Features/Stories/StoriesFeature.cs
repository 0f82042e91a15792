using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Stories;

/// <summary>The desk of the week's stories, and moving articles between them.</summary>
internal static class StoriesFeature
{
    public static void Map(SiteRoutes routes)
    {
        StoryDeskPageHandler.Map(routes.Pages);
        StoryPageHandler.Map(routes.Pages);
        StoryMoveFormsHandler.Map(routes.Pages);
        IssueColumnHandler.Map(routes.Pages);
        StoriesApi.Map(routes.Api);
    }
}

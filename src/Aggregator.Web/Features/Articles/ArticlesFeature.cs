using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Articles;

/// <summary>Articles: the list, reading, what the team says of one, revisions, pictures.</summary>
internal static class ArticlesFeature
{
    public static void Map(SiteRoutes routes)
    {
        ArticlesPageHandler.Map(routes.Pages);
        ReaderPageHandler.Map(routes.Pages);
        ReaderDeskFormsHandler.Map(routes.Pages);
        QuoteFormHandler.Map(routes.Pages);
        RevisionsPageHandler.Map(routes.Pages);
        ComparePageHandler.Map(routes.Pages);
        DeleteArticlePageHandler.Map(routes.Pages);
        PictureEndpoint.Map(routes.Pages);
        ArticlesApi.Map(routes.Api);
        ArticleDeskApi.Map(routes.Api);
    }
}

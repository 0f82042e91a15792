using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Issues;

/// <summary>Issues and sections: writing, states, renditions, who is there, proofs.</summary>
internal static class IssuesFeature
{
    public static IServiceCollection AddIssues(this IServiceCollection services) => services.AddScoped<IssueEditor>();

    public static void Map(SiteRoutes routes)
    {
        NewIssueHandler.Map(routes.Pages);
        IssueEditPageHandler.Map(routes.Pages);
        SectionFormHandler.Map(routes.Pages);
        ApprovalHandler.Map(routes.Pages);
        CorrectPageHandler.Map(routes.Pages);
        IssuesApi.Map(routes.Api);
        IssueStatesApi.Map(routes.Api);
        SectionsApi.Map(routes.Api);
        PresenceApi.Map(routes.Api);
        ProofApi.Map(routes.Api);
    }
}

using Aggregator.Scheduling;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Features.Articles;
using Aggregator.Web.Features.Candidates;
using Aggregator.Web.Features.Checks;
using Aggregator.Web.Features.Clips;
using Aggregator.Web.Features.Comments;
using Aggregator.Web.Features.EarlierIssues;
using Aggregator.Web.Features.History;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Features.Public;
using Aggregator.Web.Features.Publications;
using Aggregator.Web.Features.Search;
using Aggregator.Web.Features.Sending;
using Aggregator.Web.Features.Service;
using Aggregator.Web.Features.Sources;
using Aggregator.Web.Features.Stories;
using Aggregator.Web.Features.Subscribers;
using Aggregator.Web.Features.Team;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;

namespace Aggregator.Web.Features;

/// <summary>The web program: what it is made of, what a request passes, and which features it has.</summary>
internal static class Site
{
    /// <param name="settings">Of this start.</param>
    /// <param name="change">Puts something else in the place of a service, such as another network.</param>
    public static WebApplication Build(Settings settings, Action<IServiceCollection>? change = null)
    {
        var builder = ProgramBuilder.Of(settings);
        builder.Services.AddProduct(settings).AddScheduling().AddSignIn(settings).AddPages().AddIssues().AddApi();
        change?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<NoBodyAsJson>();
        app.UseRouting();
        // People get a page, programs problem+json.
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseWhen(ApiHost.IsAsked, api => api.UseMiddleware<ApiFaults>());
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseAuthentication();
        app.UseWhen(ApiHost.IsAsked, api => api.UseMiddleware<RateLimits>());
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<FormTokenGate>();
        app.UseMiddleware<AuditTrail>();

        var routes = SiteRoutes.Of(app);
        foreach (var map in Features) map(routes);
        _ = EndpointTable.Read(app);
        return app;
    }

    private static Action<SiteRoutes>[] Features =>
    [
        PublicFeature.Map, ServiceFeature.Map, AccountsFeature.Map, TeamFeature.Map, SourcesFeature.Map, ArticlesFeature.Map, EarlierIssuesFeature.Map,
        ClipsFeature.Map, SearchFeature.Map, StoriesFeature.Map, PublicationsFeature.Map, IssuesFeature.Map,
        CandidatesFeature.Map, ChecksFeature.Map, CommentsFeature.Map, HistoryFeature.Map, SendingFeature.Map, SubscribersFeature.Map,
    ];
}

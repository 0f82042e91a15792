using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Host;

/// <summary>The two doors of the site: pages for people, which hear of errors as pages, and the API for programs, which hears them as problem+json.</summary>
/// <param name="Pages">Pages, forms and what browsers fetch.</param>
/// <param name="Api">Below <see cref="ApiHost.Root"/>.</param>
internal sealed record SiteRoutes(RouteGroupBuilder Pages, RouteGroupBuilder Api)
{
    public static SiteRoutes Of(IEndpointRouteBuilder app) => new(app.MapGroup("").WithMetadata(new FormTokenIsAsked()), app.MapApi());
}

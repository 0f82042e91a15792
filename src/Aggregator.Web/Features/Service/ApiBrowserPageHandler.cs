using Aggregator.Web.Host;
using Aggregator.Web.Shared;

namespace Aggregator.Web.Features.Service;

/// <summary><c>/docs/api</c>: the API to read and to try, from files of ours.</summary>
internal static class ApiBrowserPageHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/docs/api", (HttpContext http) =>
    {
        // Its style sheet draws its icons as data: addresses; nothing else is let in.
        http.Response.Headers.ContentSecurityPolicy = http.Response.Headers.ContentSecurityPolicy.ToString().Replace("img-src 'self'", "img-src 'self' data:", StringComparison.Ordinal);
        return Page.Of<ApiBrowserPage>();
    }).ForEveryone();
}

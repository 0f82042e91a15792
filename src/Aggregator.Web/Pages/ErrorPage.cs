using Microsoft.AspNetCore.Diagnostics;

namespace Aggregator.Web.Pages;

/// <summary><c>/error</c>: what a person sees when there is no such page, or the mistake is ours.</summary>
internal static class ErrorPage
{
    public static void MapErrorPage(this IEndpointRouteBuilder app) => app.Map("/error", (int? status, HttpContext http) =>
    {
        var code = http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode
            : status is >= 400 and < 600 ? status.Value : StatusCodes.Status500InternalServerError;
        return Page.Of<FaultPage>(code, ("Status", code));
    });
}

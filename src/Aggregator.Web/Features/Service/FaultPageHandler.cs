using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Diagnostics;

namespace Aggregator.Web.Features.Service;

/// <summary><c>/error</c>: what a person sees when there is no such page, or the mistake is ours.</summary>
internal static class FaultPageHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.Map("/error", (int? status, HttpContext http) =>
    {
        var code = http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode
            : status is >= 400 and < 600 ? status.Value : StatusCodes.Status500InternalServerError;
        return Page.Of<FaultPage>(code, ("Status", code));
    }).ForEveryone(exemption: "the error of whatever request, executed again");
}

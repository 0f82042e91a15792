using Microsoft.AspNetCore.Antiforgery;

namespace Aggregator.Web.Host;

/// <summary>
/// Lets nothing change that was not sent from a page of ours: each page says, where it is mapped, whether the token is asked for, the framework
/// has looked at it, and what is not found valid ends here, before the handler. A handler cannot forget to ask.
/// </summary>
internal sealed class FormTokenGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!IsAsked(http) || http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool IsAsked(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PageRule>() is { NeedsFormToken: true }
        && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
}

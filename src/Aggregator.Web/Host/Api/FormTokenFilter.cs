using Aggregator.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Aggregator.Web.Host.Api;

/// <summary>A key that only reads changes nothing. A browser session that changes something must show the anti-forgery token; a key needs none, for no browser adds it by itself.</summary>
internal sealed class FormTokenFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isSafe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var isBrowser = http.User.Identity?.AuthenticationType != ApiKeyHandler.Scheme;
        if (!isSafe && http.User.HasClaim(ApiKeyHandler.ScopeClaim, nameof(KeyScope.Read)))
            return ApiProblem.Of(StatusCodes.Status403Forbidden, "The key only reads", "Make a key with the scope edit, publish or administer for what changes something.");
        if (!isSafe && isBrowser && !await antiforgery.IsRequestValidAsync(http))
            return ApiProblem.Of(StatusCodes.Status403Forbidden, "The anti-forgery token is missing", "Send it in the header RequestVerificationToken, or use an API key.");
        return await next(context);
    }
}

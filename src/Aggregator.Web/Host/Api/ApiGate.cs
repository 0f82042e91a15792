using Aggregator.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Aggregator.Web.Host.Api;

/// <summary>Who may not call an endpoint of the API hears it as problem+json; everything else is led to the sign-in page as usual.</summary>
internal sealed class ApiGate : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !ApiHost.IsAsked(context))
            return usual.HandleAsync(next, context, policy, authorizeResult);
        return authorizeResult.Forbidden ? Forbidden(context).ExecuteAsync(context) : Unknown(context).ExecuteAsync(context);
    }

    public static IResult Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Of(
            StatusCodes.Status401Unauthorized, "Sign in first",
            "Send an API key as Authorization: Bearer KEY (social-report key add makes one), or sign in with a browser.");
    }

    private static IResult Forbidden(HttpContext context)
    {
        var least = context.GetEndpoint()?.Metadata.GetMetadata<ApiRule>()?.Role ?? AccountRole.Administrator;
        return ApiProblem.Of(
            StatusCodes.Status403Forbidden, "Not yours to do",
            $"This needs the role of {(least is AccountRole.Editor or AccountRole.Administrator ? "an" : "a")} {least.ToString().ToLowerInvariant()} or a higher one.");
    }
}

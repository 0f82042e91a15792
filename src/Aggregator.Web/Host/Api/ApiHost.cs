using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Aggregator.Web.Host.Api;

/// <summary>The HTTP API: who may call it, how it speaks, and where it lies.</summary>
internal static class ApiHost
{
    /// <summary>Path of every endpoint.</summary>
    public const string Root = "/api/v1";

    /// <summary>
    /// Whether a request is for the API: by the endpoint that routing chose, for routing takes an address in any case and with escapes;
    /// by the address alone where it chose none of ours (no such resource, or not this method or type).
    /// </summary>
    public static bool IsAsked(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ApiRule>() is not null
        || (http.GetEndpoint()?.Metadata.GetMetadata<PageRule>() is null && IsBelowRoot(http.Request.Path));

    /// <summary>Whether an address lies below <see cref="Root"/>, as routing would see it: the case does not matter.</summary>
    public static bool IsBelowRoot(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, displayName: null, configureOptions: null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<AccountRole>())
            authorization.AddPolicy(EndpointRule.PolicyOf(ApiRule.Door, role), new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme, ApiKeyHandler.Scheme)
                .RequireAuthenticatedUser().RequireAssertion(context => AccountClaims.RoleOf(context.User) >= role).Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiGate>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new SoundText());
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            // A field we do not know is a mistake of the caller's, not something to pass over.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDescription.Configure);
        return services;
    }

    /// <summary>The group of every endpoint of the API; its description is open to everybody.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").ForEveryone();
        return app.MapGroup(Root).AddEndpointFilter<FormTokenFilter>().AddEndpointFilter<OneWriteFilter>().DisableAntiforgery().WithMetadata(new FormTokenIsAsked());
    }
}

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Aggregator.Web.Api;

/// <summary>The HTTP API: who may call it, how it speaks, and where each resource is.</summary>
internal static class ApiServices
{
    /// <summary>Path of every endpoint.</summary>
    public const string Root = "/api/v1";

    public const string Policy = "api";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, displayName: null, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme, ApiKeyHandler.Scheme)
            .RequireAuthenticatedUser().Build());
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
            // A field we do not know is a mistake of the caller's, not something to pass over.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1");
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup(Root).RequireAuthorization(Policy).AddEndpointFilter<FormTokenFilter>().DisableAntiforgery();
        api.MapSourcesApi();
        api.MapArticlesApi();
        api.MapStoriesApi();
        api.MapPublicationsApi();
        api.MapIssuesApi();
        api.MapSectionsApi();
        api.MapSubscribersApi();
        api.MapSendsApi();
        api.MapFallback(() => ApiProblem.NotFound("There is no such resource: /openapi/v1.json lists them."));
    }
}

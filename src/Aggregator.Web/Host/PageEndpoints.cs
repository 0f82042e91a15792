using Aggregator.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace Aggregator.Web.Host;

/// <summary>Declares who may open a page, where it is mapped.</summary>
internal static class PageEndpoints
{
    /// <param name="endpoint">What was mapped.</param>
    /// <param name="role">The least role.</param>
    /// <param name="isNoted">Whether what it changes is noted in the audit log.</param>
    public static T For<T>(this T endpoint, AccountRole role, bool isNoted = true)
        where T : IEndpointConventionBuilder => endpoint.Declare(role, isNoted, exemption: null);

    /// <summary>Open to whoever has the address.</summary>
    /// <param name="endpoint">What was mapped.</param>
    /// <param name="isNoted">Whether what it changes is noted in the audit log.</param>
    /// <param name="exemption">Why it takes what shows no form token of ours; null: it takes nothing without.</param>
    public static T ForEveryone<T>(this T endpoint, bool isNoted = true, string? exemption = null)
        where T : IEndpointConventionBuilder => endpoint.Declare(role: null, isNoted, exemption);

    private static T Declare<T>(this T endpoint, AccountRole? role, bool isNoted, string? exemption)
        where T : IEndpointConventionBuilder
    {
        endpoint.Finally(builder =>
        {
            var path = $"/{((RouteEndpointBuilder)builder).RoutePattern.RawText!.Trim('/')}";
            var method = builder.Metadata.OfType<HttpMethodMetadata>().LastOrDefault()?.HttpMethods.Single() ?? "*";
            builder.Metadata.Add(new PageRule(method, path, role, isNoted, exemption));
            // The framework asks only where a handler reads fields of a form.
            builder.Metadata.Add(new RequireAntiforgeryTokenAttribute(exemption is null));
            if (role is { } least) builder.Metadata.Add(new AuthorizeAttribute(EndpointRule.PolicyOf(PageRule.Door, least)));
        });
        return endpoint;
    }
}

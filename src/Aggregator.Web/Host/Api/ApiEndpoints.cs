using Aggregator.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Aggregator.Web.Host.Api;

/// <summary>An endpoint of the API.</summary>
/// <param name="Summary">What it does, for the description.</param>
/// <param name="Answer">What it answers when all is well.</param>
/// <param name="NeedsMatch">It changes something that exists: <c>If-Match</c> is asked for.</param>
/// <inheritdoc cref="EndpointRule"/>
internal sealed record ApiRule(string Method, string Path, AccountRole Least, string Summary, Answer Answer, bool NeedsMatch, bool IsNoted)
    : EndpointRule(Method, Path, Least, IsNoted)
{
    public const string Door = "api";
}

/// <summary>Declares an endpoint of the API where it is mapped: who may call it, what it does, what it answers. The description is made of this.</summary>
internal static class ApiEndpoints
{
    /// <param name="endpoint">What was mapped.</param>
    /// <param name="role">The least role.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="answer">What it answers when all is well.</param>
    /// <param name="needsMatch">Whether <c>If-Match</c> is asked for.</param>
    /// <param name="isNoted">Whether what it changes is noted in the audit log.</param>
    public static RouteHandlerBuilder For(
        this RouteHandlerBuilder endpoint, AccountRole role, string summary, Answer answer, bool needsMatch = false, bool isNoted = true)
    {
        ((IEndpointConventionBuilder)endpoint).Finally(builder =>
        {
            var path = ((RouteEndpointBuilder)builder).RoutePattern.RawText![ApiHost.Root.Length..];
            var method = builder.Metadata.OfType<HttpMethodMetadata>().Last().HttpMethods.Single();
            builder.Metadata.Add(new ApiRule(method, path, role, summary, answer, needsMatch, isNoted));
            builder.Metadata.Add(new AuthorizeAttribute(EndpointRule.PolicyOf(ApiRule.Door, role)));
            builder.Metadata.Add(new EndpointSummaryAttribute(summary));
            // What the framework guesses from a handler's signature gives way.
            foreach (var guessed in builder.Metadata.OfType<IProducesResponseTypeMetadata>().Cast<object>().ToList()) builder.Metadata.Remove(guessed);
            builder.Metadata.Add(new ProducesResponseTypeMetadata(answer.Status, answer.Body ?? typeof(void), answer.Body is null ? null : [answer.Type]));
        });
        return endpoint;
    }
}

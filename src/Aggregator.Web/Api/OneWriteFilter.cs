using Aggregator.Storage;

namespace Aggregator.Web.Api;

/// <summary>
/// A request that changes something is one transaction, from the look at <c>If-Match</c> to the last row: of two at once, the second
/// sees what the first did, and one that fails half-way has done nothing.
/// </summary>
internal sealed class OneWriteFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return await next(context);
        var db = http.RequestServices.GetRequiredService<AggregatorDb>();
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        // A mail cannot be taken back: who sends one commits first, by itself.
        return http.GetEndpoint()?.Metadata.GetMetadata<CommitsItself>() is not null
            ? await KeptAnswers.OnceAsync(db, http, clock, () => next(context), http.RequestAborted)
            : await db.WriteAsync(inner => KeptAnswers.OnceAsync(db, http, clock, () => next(context), inner), http.RequestAborted);
    }
}

/// <summary>Marks an endpoint that commits before it acts on the world outside.</summary>
internal sealed class CommitsItself;

using Aggregator.Storage;

namespace Aggregator.Web.Host.Api;

/// <summary>
/// A request that changes something is one transaction, from the look at <c>If-Match</c> to the last row: of two at once, the second
/// sees what the first did, and one that fails half-way has done nothing.
/// What was done is noted in the audit log in the same transaction.
/// </summary>
internal sealed class OneWriteFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // An optional parameter that cannot be read: the generated handler says so here and goes on to the filters. Nothing was done: nothing is noted or kept.
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest) return BadRequests.Unreadable(http);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return await next(context);
        var db = http.RequestServices.GetRequiredService<AggregatorDb>();
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        // A mail cannot be taken back: who sends one commits first, by itself.
        return http.GetEndpoint()?.Metadata.GetMetadata<CommitsItself>() is not null
            ? await NotedAsync(http.RequestAborted)
            : await db.WriteAsync(NotedAsync, http.RequestAborted);

        async Task<object?> NotedAsync(CancellationToken stop)
        {
            var answer = await KeptAnswers.OnceAsync(db, http, clock, () => next(context), stop);
            if (!IsRefusal(answer) && answer is not GivenAnswer { IsRepeated: true } && http.GetEndpoint()?.Metadata.GetMetadata<ApiRule>() is { IsNoted: true } rule)
            {
                db.Add(AuditTrail.EntryOf(http, rule.Name, clock.GetUtcNow()));
                await db.SaveChangesAsync(stop);
            }

            return answer;
        }
    }

    private static bool IsRefusal(object? answer) => answer is IStatusCodeHttpResult { StatusCode: >= 400 };
}

/// <summary>Marks an endpoint that commits before it acts on the world outside.</summary>
internal sealed class CommitsItself;

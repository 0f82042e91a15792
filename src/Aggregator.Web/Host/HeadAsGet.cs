namespace Aggregator.Web.Host;

/// <summary>HEAD is GET without the body (RFC 9110 §9.3.2); the server itself leaves the body away.</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method)) return next(context);
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        return next(context);
    }
}

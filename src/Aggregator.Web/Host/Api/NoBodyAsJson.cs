namespace Aggregator.Web.Host.Api;

/// <summary>
/// A request of the API without a body counts as one with an empty JSON body. Routing sorts endpoints that share a segment
/// (<c>{id}:submit</c>, <c>{id}:approve</c>) by the content type they take, and would not find one whose body may be left out.
/// </summary>
internal sealed class NoBodyAsJson(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Before routing, so there is no endpoint to ask yet.
        if (HasNoBody(request) && !HttpMethods.IsGet(request.Method) && ApiHost.IsBelowRoot(request.Path))
            request.ContentType = "application/json";
        return next(context);
    }

    private static bool HasNoBody(HttpRequest request) =>
        request.ContentType is null && request.ContentLength is null or 0 && request.Headers.TransferEncoding.Count == 0;
}

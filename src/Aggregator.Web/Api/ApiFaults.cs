using System.Text.Json;

namespace Aggregator.Web.Api;

/// <summary>Requests that do not even reach their endpoint, as problem+json: broken JSON, an unknown field, a value of the wrong type.</summary>
internal sealed class ApiFaults(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ProblemOf(e).ExecuteAsync(context);
        }
    }

    private static IResult ProblemOf(BadHttpRequestException fault)
    {
        if (fault.InnerException is not JsonException json)
            return ApiProblem.Of(fault.StatusCode, "The request cannot be read", fault.Message);
        // System.Text.Json adds where it stopped; the path says it better.
        var reason = json.Message.Split(" Path:")[0].Split(" The JSON property")[0];
        if (json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            reason = "This field does not exist: see /openapi/v1.json for the ones that do.";
        return ApiProblem.Field(string.IsNullOrEmpty(json.Path) ? "body" : json.Path.TrimStart('$', '.'), reason);
    }
}

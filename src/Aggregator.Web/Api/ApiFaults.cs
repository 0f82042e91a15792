using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Aggregator.Web.Api;

/// <summary>Requests that do not even reach their endpoint, as problem+json: broken JSON, an unknown field, a value of the wrong type.</summary>
internal sealed class ApiFaults(RequestDelegate next, ILogger<ApiFaults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // No page is made of an error here.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ProblemOf(e).ExecuteAsync(context);
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            ApiFaultLog.Ours(log, e, context.Request.Path);
            await ApiProblem.Of(StatusCodes.Status500InternalServerError, "A mistake of ours", "It is noted in the program's log. Try again; if it comes back, show that log.").ExecuteAsync(context);
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

internal static partial class ApiFaultLog
{
    [LoggerMessage(1, LogLevel.Error, "{Path} failed.")]
    public static partial void Ours(ILogger log, Exception fault, string path);
}

using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace Aggregator.Web.Host.Api;

/// <summary>Requests that do not even reach their endpoint, as problem+json: broken JSON, an unknown field, a value of the wrong type.</summary>
internal sealed class ApiFaults(RequestDelegate next, ILogger<ApiFaults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // No page is made of an error here.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        // Read once to bind, once to know the request again.
        if (context.Request.Headers.ContainsKey(KeptAnswers.Header)) context.Request.EnableBuffering();
        try
        {
            await next(context);
            // Routing found nothing, not this method, or not this content type: it says so with a bare status.
            if (context.Response is { HasStarted: false, ContentType: null, StatusCode: 404 or 405 or 415 }) await NowhereAsync(context);
            else if (context.Response is { HasStarted: false, ContentType: null, StatusCode: 400 }) await BadRequests.Unreadable(context).ExecuteAsync(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await BadRequests.Say(e).ExecuteAsync(context);
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            ApiFaultLog.Ours(log, e, context.Request.Path);
            await ApiProblem.Of(StatusCodes.Status500InternalServerError, "A mistake of ours", "It is noted in the program's log. Try again; if it comes back, show that log.").ExecuteAsync(context);
        }
    }

    private static async Task NowhereAsync(HttpContext context)
    {
        var answer = !await IsSomebodyAsync(context) ? ApiGate.Unknown(context) : context.Response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => ApiProblem.Of(405, "Not this method", $"This resource takes {context.Response.Headers.Allow}."),
            StatusCodes.Status415UnsupportedMediaType => BadRequests.NotJson,
            _ => ApiProblem.NotFound("There is no such resource: /openapi/v1.json lists them."),
        };
        await answer.ExecuteAsync(context);
    }

    private static async Task<bool> IsSomebodyAsync(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true || (await context.AuthenticateAsync(ApiKeyHandler.Scheme)).Succeeded;
}

/// <summary>What the framework says about a request it could not bind, in our words.</summary>
internal static class BadRequests
{
    public static IResult NotJson => ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "Not JSON", "Send the body as Content-Type: application/json, an OPML file as text/x-opml.");

    public static IResult Say(BadHttpRequestException fault) => fault.InnerException switch
    {
        // The reader's own exception is of a kind of its own: the text is no JSON.
        JsonException { InnerException: JsonException inner } broken when inner.GetType() != typeof(JsonException) => ApiProblem.Of(
            StatusCodes.Status400BadRequest, "The JSON breaks", $"Line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: {Reason(broken)}"),
        JsonException unsound when unsound.Message.StartsWith(SoundText.Problem, StringComparison.Ordinal) => ApiProblem.Field(FieldOf(unsound), SoundText.Problem),
        JsonException wrong => ApiProblem.Field(FieldOf(wrong), wrong.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
            ? "This field does not exist: see /openapi/v1.json for the ones that do."
            : "This value is not of the right kind: see /openapi/v1.json for the one that is."),
        _ when fault.StatusCode == StatusCodes.Status415UnsupportedMediaType => NotJson,
        _ when Quoted(fault.Message) is { } parameter => fault.Message.Contains("body", StringComparison.Ordinal)
            ? ApiProblem.Field("body", "Send a JSON object.") : ApiProblem.Field(parameter, "This value cannot be read."),
        _ => ApiProblem.Of(fault.StatusCode, "The request cannot be read", fault.Message),
    };

    /// <summary>An optional parameter of the address that cannot be read: the handlers that are made at build time say no more than 400 then.</summary>
    public static IResult Unreadable(HttpContext context)
    {
        var parameters = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        return parameters.FirstOrDefault(parameter => IsUnreadable(parameter.ParameterInfo.ParameterType, context.Request.Query[parameter.Name])) is { } wrong
            ? ApiProblem.Field(wrong.Name, "This value cannot be read.")
            : ApiProblem.Of(StatusCodes.Status400BadRequest, "The request cannot be read", "A value in its address is not of the right kind: see /openapi/v1.json.");
    }

    private static bool IsUnreadable(Type type, string? text) =>
        !string.IsNullOrEmpty(text) && Nullable.GetUnderlyingType(type) is { } value && !TypeDescriptor.GetConverter(value).IsValid(text);

    private static string FieldOf(JsonException fault) => fault.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "body";

    // System.Text.Json adds where it stopped; we have said that.
    private static string Reason(JsonException fault) => fault.Message.Split(" Path:")[0].Split(" LineNumber:")[0];

    /// <summary>The parameter in <c>Failed to bind parameter "Nullable&lt;int&gt; limit" from "abc".</c></summary>
    private static string? Quoted(string message)
    {
        var parts = message.Split('"');
        return parts.Length > 2 && message.Contains("arameter \"", StringComparison.Ordinal) ? parts[1].Split(' ')[^1] : null;
    }
}

internal static partial class ApiFaultLog
{
    [LoggerMessage(1, LogLevel.Error, "{Path} failed.")]
    public static partial void Ours(ILogger log, Exception fault, string path);
}

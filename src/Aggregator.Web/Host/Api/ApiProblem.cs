using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Host.Api;

/// <summary>What went wrong, as problem+json (RFC 9457): a title for all cases of its kind, a sentence for this one.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult Of(int status, string title, string detail) =>
        TypedResults.Problem(title: title, detail: detail, statusCode: status);

    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "Not found", detail);

    public static ProblemHttpResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, "Not possible now", detail);

    /// <summary>A field of the request cannot be used.</summary>
    /// <param name="field">Its name, or its path in the body.</param>
    /// <param name="message">What is wrong and what to write instead.</param>
    public static ProblemHttpResult Field(string field, string message) => TypedResults.Problem(
        title: "A field cannot be used",
        detail: $"{field}: {message}",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] } });
}

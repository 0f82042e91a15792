using System.Globalization;

namespace Aggregator.Web.Api;

/// <summary>Strong ETags from version numbers, and the rule that nothing is overwritten unseen (RFC 9110 §13.1.1).</summary>
internal static class ETags
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    /// <summary>Says which version the answer is.</summary>
    public static void Put(HttpContext http, int version) => http.Response.Headers.ETag = Of(version);

    /// <summary>Null when the caller has seen this version; else 428 without If-Match, or 412 with the current state.</summary>
    /// <param name="http">The request.</param>
    /// <param name="version">The version stored now.</param>
    /// <param name="current">The state stored now, to be sent along.</param>
    public static IResult? Check(HttpContext http, int version, object current)
    {
        var given = http.Request.Headers.IfMatch;
        if (given.Count == 0)
            return ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "If-Match is missing", "Send the ETag of the version you have seen as If-Match.");
        if (given.ToString() == "*" || given.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(Of(version), StringComparer.Ordinal)) return null;
        Put(http, version);
        return TypedResults.Problem(
            title: "Somebody else was faster",
            detail: "What is stored has changed since the version you have seen; it is in \"current\".",
            statusCode: StatusCodes.Status412PreconditionFailed,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["current"] = current });
    }
}

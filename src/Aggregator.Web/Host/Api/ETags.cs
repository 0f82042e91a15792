using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Host.Api;

/// <summary>Strong ETags, and the rule that nothing is overwritten unseen (RFC 9110 §13.1.1).</summary>
internal static class ETags
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    /// <summary>The ETag of what has no version number: a hash of what may be edited.</summary>
    public static string OfContent<T>(T editable) => $"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(editable)))[..16]}\"";

    /// <summary>Says which version the answer is.</summary>
    public static void Put(HttpContext http, int version) => Put(http, Of(version));

    /// <inheritdoc cref="Put(HttpContext, int)"/>
    public static void Put(HttpContext http, string tag) => http.Response.Headers.ETag = tag;

    /// <summary>The version whose ETag the caller gave; null for none, or for one that is no version's.</summary>
    public static int? Seen(HttpContext http) =>
        http.Request.Headers.IfMatch.ToString().Trim() is ['"', 'v', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <inheritdoc cref="Check(HttpContext, string, object)"/>
    public static ProblemHttpResult? Check(HttpContext http, int version, object current) => Check(http, Of(version), current);

    /// <summary>Null when the caller has seen this version; else 428 without If-Match, or 412 with the current state.</summary>
    /// <param name="http">The request.</param>
    /// <param name="tag">The ETag of what is stored now.</param>
    /// <param name="current">The state stored now, to be sent along.</param>
    public static ProblemHttpResult? Check(HttpContext http, string tag, object current)
    {
        var given = http.Request.Headers.IfMatch;
        if (given.Count == 0)
            return ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "If-Match is missing", "Send the ETag of the version you have seen as If-Match.");
        if (given.ToString() == "*" || given.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal)) return null;
        Put(http, tag);
        return TypedResults.Problem(
            title: "Somebody else was faster",
            detail: "What is stored has changed since the version you have seen; it is in \"current\".",
            statusCode: StatusCodes.Status412PreconditionFailed,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["current"] = current });
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Aggregator.Curation.Editing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

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

    /// <summary>What the caller says they have seen of something with a version number.</summary>
    public static Seen Seen(HttpContext http)
    {
        var given = http.Request.Headers.IfMatch;
        return new(version => Matches(given, Of(version)), VersionOf(given.ToString().Trim()));
    }

    /// <summary>Null when the caller says which version they have seen; else 428.</summary>
    public static ProblemHttpResult? Wanted(HttpContext http) => http.Request.Headers.IfMatch.Count > 0 ? null
        : ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "If-Match is missing", "Send the ETag of the version you have seen as If-Match.");

    /// <summary>412 with the current state.</summary>
    /// <param name="http">The request.</param>
    /// <param name="tag">The ETag of what is stored now.</param>
    /// <param name="current">The state stored now, to be sent along.</param>
    public static ProblemHttpResult Stale(HttpContext http, string tag, object current)
    {
        Put(http, tag);
        return TypedResults.Problem(
            title: "Somebody else was faster",
            detail: "What is stored has changed since the version you have seen; it is in \"current\".",
            statusCode: StatusCodes.Status412PreconditionFailed,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["current"] = current });
    }

    /// <inheritdoc cref="Check(HttpContext, string, object)"/>
    public static ProblemHttpResult? Check(HttpContext http, int version, object current) => Check(http, Of(version), current);

    /// <summary>Null when the caller has seen this version; else 428 without If-Match, or 412 with the current state.</summary>
    /// <param name="http">The request.</param>
    /// <param name="tag">The ETag of what is stored now.</param>
    /// <param name="current">The state stored now, to be sent along.</param>
    public static ProblemHttpResult? Check(HttpContext http, string tag, object current) =>
        Wanted(http) ?? (Matches(http.Request.Headers.IfMatch, tag) ? null : Stale(http, tag, current));

    private static bool Matches(StringValues given, string tag) =>
        given.ToString() == "*" || given.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal);

    private static int? VersionOf(string tag) =>
        tag is ['"', 'v', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}

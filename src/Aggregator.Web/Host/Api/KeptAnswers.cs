using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Accounts;
using Aggregator.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Host.Api;

/// <summary>
/// <c>Idempotency-Key</c>: a POST that comes again within a day is answered as the first time and does nothing. The answer is written
/// in the same transaction as what it tells of. A refused request is not kept: it did nothing, so it may be mended and sent again.
/// The body is sealed: it may hold a key or a link that is stored nowhere in plain.
/// </summary>
internal static class KeptAnswers
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public static async Task<object?> OnceAsync(AggregatorDb db, HttpContext http, TimeProvider clock, Func<ValueTask<object?>> run, CancellationToken stop)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Headers[Header].ToString() is not { Length: > 0 } key) return await run();
        if (key.Length > LongestKey) return ApiProblem.Field(Header, $"A key has {LongestKey} characters at the most.");
        var account = int.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var now = clock.GetUtcNow();
        var hash = await HashAsync(http.Request, stop);
        await db.WriteAsync(inner => db.KeptAnswers.Where(answer => answer.MadeAt < now - Kept).ExecuteDeleteAsync(inner), stop);
        if (await db.KeptAnswers.AsNoTracking().FirstOrDefaultAsync(answer => answer.AccountId == account && answer.Key == key, stop) is { } earlier)
            return earlier.RequestHash == hash ? Again(earlier, Seal(http)) : ApiProblem.Field(Header, "This key was used for another request: take a new one for each.");

        var made = await run();
        if (made is not IResult result || made is IStatusCodeHttpResult { StatusCode: >= 400 }) return made;
        var body = await BodyAsync(result, http);
        var answer = new KeptAnswer
        {
            AccountId = account, Key = key, RequestHash = hash, Status = http.Response.StatusCode, ContentType = http.Response.ContentType,
            Location = Of(http.Response.Headers.Location), ETag = Of(http.Response.Headers.ETag), Body = Seal(http).Protect(body), MadeAt = now,
        };
        db.Add(answer);
        await db.SaveChangesAsync(stop);
        return new GivenAnswer(answer, body);
    }

    private static IDataProtector Seal(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("kept answers");

    private static IResult Again(KeptAnswer earlier, IDataProtector seal)
    {
        try
        {
            return new GivenAnswer(earlier, seal.Unprotect(earlier.Body), isRepeated: true);
        }
        catch (CryptographicException)
        {
            return ApiProblem.Conflict("This was done already; its answer was sealed by another program and cannot be read here.");
        }
    }

    private static string? Of(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();

    private static async Task<string> HashAsync(HttpRequest request, CancellationToken stop)
    {
        // ApiFaults made the body readable twice.
        request.Body.Position = 0;
        var body = await SHA256.HashDataAsync(request.Body, stop);
        // By the route, not by the address, which may be written in more ways than one.
        var rule = request.HttpContext.GetEndpoint()!.Metadata.GetMetadata<ApiRule>()!;
        var places = request.RouteValues.OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => $"{place.Key}={place.Value}");
        var head = Encoding.UTF8.GetBytes($"{rule.Name} {string.Join('/', places)}{request.QueryString}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. head, .. body]));
    }

    /// <summary>Status and head go to the response, which has not begun; the body is caught.</summary>
    private static async Task<byte[]> BodyAsync(IResult result, HttpContext http)
    {
        var outside = http.Response.Body;
        using var caught = new MemoryStream();
        http.Response.Body = caught;
        try
        {
            await result.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = outside;
        }

        return caught.ToArray();
    }
}

/// <summary>An answer that is kept: given the first time, or once more.</summary>
internal sealed class GivenAnswer(KeptAnswer answer, byte[] body, bool isRepeated = false) : IResult
{
    /// <summary>Nothing was done this time.</summary>
    public bool IsRepeated { get; } = isRepeated;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.ETag is not null) response.Headers.ETag = answer.ETag;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}

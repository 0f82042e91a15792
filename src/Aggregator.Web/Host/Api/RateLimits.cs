using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;

namespace Aggregator.Web.Host.Api;

/// <summary>
/// How many requests of the API an account may make, whatever keys and browsers it uses, and how many an address may that has shown no
/// account: a bucket that fills again evenly. Each answer says what is left (<c>RateLimit</c> and <c>RateLimit-Policy</c>,
/// draft-ietf-httpapi-ratelimit-headers-10); one too many hears 429 with <c>Retry-After</c>.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    /// <summary>The setting that says how many requests a minute an account may make; 0 for no limit.</summary>
    public const string Setting = "Api:RequestsPerMinute";

    public const int Usual = 1200;

    private const int Strangers = 120;

    private readonly RequestDelegate next;
    private readonly int perMinute;
    private readonly PartitionedRateLimiter<Limited> limiter;

    public RateLimits(RequestDelegate next, Settings settings)
    {
        this.next = next;
        perMinute = settings.ApiRequestsPerMinute;
        limiter = PartitionedRateLimiter.Create<Limited, string>(who => RateLimitPartition.GetTokenBucketLimiter(who.Name, _ => new()
        {
            TokenLimit = who.Quota, TokensPerPeriod = Math.Max(1, who.Quota / 60), ReplenishmentPeriod = Math.Max(1, 60 / who.Quota) * TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true,
        }));
    }

    public async Task InvokeAsync(HttpContext http)
    {
        if (perMinute == 0)
        {
            await next(http);
            return;
        }

        var who = await OfAsync(http);
        using var lease = await limiter.AcquireAsync(who, 1, http.RequestAborted);
        var left = limiter.GetStatistics(who)?.CurrentAvailablePermits ?? 0;
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{who.Policy}\";q={who.Quota};w=60");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{who.Policy}\";r={left};t=60");
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        await ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too many requests", $"{who.Quota} a minute are allowed: wait as long as Retry-After says.").ExecuteAsync(http);
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>The key is looked up here and not once more: the answer is kept for the request.</summary>
    private async Task<Limited> OfAsync(HttpContext http)
    {
        var user = http.User.Identity?.IsAuthenticated == true ? http.User : (await http.AuthenticateAsync(ApiKeyHandler.Scheme)).Principal;
        return user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? new($"account {account}", "account", perMinute)
            : new($"address {Network(http.Connection.RemoteIpAddress)}", "address", Math.Min(perMinute, Strangers));
    }

    /// <summary>An IPv6 customer has a network, not an address (RFC 6177): the first 64 bits.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes, 0, 8) : address.ToString();
    }

    private sealed record Limited(string Name, string Policy, int Quota);
}

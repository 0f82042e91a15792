using System.Globalization;
using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Storage;

namespace Aggregator.Web.Host;

/// <summary>Writes down every change that was made through a page. The API writes its own, inside the transaction of the change.</summary>
internal sealed class AuditTrail(RequestDelegate next, Func<AggregatorDb> databases, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageRule>() is not { IsAudited: true } rule || http.Response.StatusCode >= StatusCodes.Status400BadRequest) return;
        await using var db = databases();
        db.Add(EntryOf(http, $"{rule.Method} {rule.Path}", clock.GetUtcNow()));
        // Noted even when the visitor has gone meanwhile.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>What somebody did now.</summary>
    public static AuditEntry EntryOf(HttpContext http, string action, DateTimeOffset now)
    {
        var user = http.User.Identity?.IsAuthenticated == true ? http.User : null;
        return new()
        {
            At = now,
            AccountId = user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null,
            Who = user?.FindFirstValue(ClaimTypes.GivenName) ?? "visitor",
            Via = user?.Identity?.AuthenticationType == ApiKeyHandler.Scheme ? "key" : "browser",
            Action = action,
            Subject = SubjectOf(http.Request),
        };
    }

    /// <summary>The address, but for the secret word that some of them hold.</summary>
    private static string SubjectOf(HttpRequest request) =>
        request.RouteValues.TryGetValue("token", out var token) && token is string { Length: > 0 } secret ? request.Path.Value!.Replace(secret, "…", StringComparison.Ordinal) : request.Path;
}

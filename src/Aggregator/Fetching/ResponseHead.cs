using System.Net;

namespace Aggregator.Fetching;

/// <summary>Reads what the head of a response says, byte for byte where it goes back to the server.</summary>
internal static class ResponseHead
{
    /// <summary>A wrong year in one header must not silence a source.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static FetchResponse Read(HttpResponseMessage response, Uri address, string? movedTo, DateTimeOffset now) => new()
    {
        Status = (int)response.StatusCode,
        FinalUrl = address.AbsoluteUri,
        MovedTo = movedTo,
        ContentType = Header(response, "Content-Type"),
        ContentLocation = Header(response, "Content-Location"),
        ETag = Header(response, "ETag"),
        LastModified = Header(response, "Last-Modified"),
        Link = Header(response, "Link"),
        Version = response.Version,
        FreshFor = FreshFor(response, now),
        RetryAfter = RetryAfter(response, now),
    };

    /// <summary>Where a redirect leads; null when it is none, or leads nowhere.</summary>
    public static Uri? Target(HttpResponseMessage response, Uri address) =>
        IsPermanent(response.StatusCode) || response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect
            ? Uri.TryCreate(address, Header(response, "Location"), out var target) ? target : null
            : null;

    public static bool IsPermanent(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;

    /// <summary>A form is posted again only where the status says so (RFC 9110 §15.4).</summary>
    public static bool KeepsMethod(HttpStatusCode status) => status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>RFC 9111 §4.2.1; Expires counts against the server's own Date, whose clock may be wrong.</summary>
    private static TimeSpan? FreshFor(HttpResponseMessage response, DateTimeOffset now)
    {
        var cache = response.Headers.CacheControl;
        var life = cache is { NoCache: true } or { NoStore: true } ? null : cache?.MaxAge ?? response.Content.Headers.Expires - (response.Headers.Date ?? now);
        return life - (response.Headers.Age ?? TimeSpan.Zero) is { } left && left > TimeSpan.Zero ? left : null;
    }

    private static DateTimeOffset? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        return (header?.Date ?? now + header?.Delta) is { } time ? (time > now + LongestWait ? now + LongestWait : time) : null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString() : null;
}

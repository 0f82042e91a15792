using System.Net;
using System.Reflection;
using System.Text;
using Aggregator.Sources;
using Microsoft.Extensions.Options;

namespace Aggregator.Fetching;

/// <summary>
/// The one client that leaves this machine. Guarded at the connection (<see cref="AddressPolicy"/>), polite to hosts
/// (<see cref="HostGate"/>), with one deadline over redirects, head and body, a cap on the decompressed body, and no cookies.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private const int MaxRedirects = 8;

    private readonly FetchingSettings settings;
    private readonly TimeProvider clock;
    private readonly HostGate hosts;
    private readonly HttpMessageInvoker client;
    private readonly string userAgent;

    public Fetcher(IOptions<FetchingSettings> settings, TimeProvider clock)
    {
        this.settings = settings.Value;
        this.clock = clock;
        hosts = new HostGate(this.settings.PerHost);
        userAgent = UserAgent(this.settings.Contact);
        client = Client(new GuardedConnection(new AddressPolicy(this.settings.AllowedPrivateNetworks)), this.settings);
    }

    /// <summary>Gets an address. Faults of the network and the server are in the answer; only <paramref name="stop"/> throws.</summary>
    public async Task<FetchResponse> GetAsync(FetchRequest request, CancellationToken stop)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var address) || !IsHttp(address)) return BadAddress(request.Url, request.Url);
        using var visit = new HostVisit(hosts);
        using var deadline = new PausableDeadline(settings.Deadline, clock, stop);
        var started = clock.GetTimestamp();
        try
        {
            return await FollowAsync(request, address, visit, deadline, stop) with { Duration = clock.GetElapsedTime(started) };
        }
        catch (Exception e) when (!stop.IsCancellationRequested && FetchFaults.Find(e, settings) is { } problem)
        {
            return new FetchResponse { FinalUrl = request.Url, Problem = problem, Duration = clock.GetElapsedTime(started) };
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchResponse> FollowAsync(FetchRequest request, Uri address, HostVisit visit, PausableDeadline deadline, CancellationToken stop)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            // The wait for a place does not count against the deadline: a slow neighbour is not this request's fault.
            deadline.Pause();
            await visit.MoveToAsync(address, stop);
            deadline.Resume();
            using var message = Message(address, request);
            using var response = await client.SendAsync(message, deadline.Token);
            if (Target(response, address) is not { } target) return await AnswerAsync(response, address, deadline.Token);
            if (!IsHttp(target)) return BadAddress(request.Url, target.ToString());
            address = target;
        }

        return new FetchResponse { FinalUrl = address.AbsoluteUri, Problem = new(PollError.TooManyRedirects, $"{MaxRedirects}+") };
    }

    private HttpRequestMessage Message(Uri address, FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        Add("User-Agent", userAgent);
        Add("Accept", request.Accept);
        // Validators belong to the address they came from, whichever hop that is (RFC 9110 §13.1).
        if (address.AbsoluteUri == request.ValidatorsUrl) Add("If-None-Match", request.ETag);
        if (address.AbsoluteUri == request.ValidatorsUrl) Add("If-Modified-Since", request.LastModified);
        return message;

        void Add(string name, string? value)
        {
            // Without validation: what a server sent as its validator goes back byte for byte.
            if (value is not null) message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private async Task<FetchResponse> AnswerAsync(HttpResponseMessage response, Uri address, CancellationToken stop)
    {
        var answer = new FetchResponse
        {
            Status = (int)response.StatusCode,
            FinalUrl = address.AbsoluteUri,
            ContentType = Header(response, "Content-Type"),
            ContentLocation = Header(response, "Content-Location"),
            ETag = Header(response, "ETag"),
            LastModified = Header(response, "Last-Modified"),
            MaxAge = response.Headers.CacheControl?.MaxAge,
            RetryAfter = RetryAfter(response),
        };
        if (answer.NotModified) return answer;
        if (!response.IsSuccessStatusCode) return answer with { Problem = FetchFaults.OfStatus(response.StatusCode) };
        return await Body.ReadAsync(response, settings.MaxBytes, stop) is { } body
            ? answer with { Body = body }
            : answer with { Problem = FetchFaults.TooLarge(settings) };
    }

    private DateTimeOffset? RetryAfter(HttpResponseMessage response)
    {
        var now = clock.GetUtcNow();
        var header = response.Headers.RetryAfter;
        // A day at the most: a wrong year in one header must not silence a source.
        return (header?.Date ?? now + header?.Delta) is { } time ? (time > now.AddDays(1) ? now.AddDays(1) : time) : null;
    }

    private static Uri? Target(HttpResponseMessage response, Uri address) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && Uri.TryCreate(address, Header(response, "Location"), out var target) ? target : null;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString() : null;

    private static bool IsHttp(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    private static FetchResponse BadAddress(string url, string named) => new() { FinalUrl = url, Problem = new(PollError.BadAddress, named) };

    private static string UserAgent(string? contact)
    {
        var version = typeof(Fetcher).Assembly.GetName().Version!.ToString(2);
        return string.IsNullOrWhiteSpace(contact) ? $"SocialReport/{version}" : $"SocialReport/{version} (+{contact})";
    }

    private static HttpMessageInvoker Client(GuardedConnection connection, FetchingSettings settings) => new(
        new SocketsHttpHandler
        {
            ConnectCallback = connection.OpenAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = settings.PerHost,
            MaxResponseHeadersLength = 64,
            // An ETag may hold bytes above ASCII (RFC 9110 §8.8.3, obs-text): they are read as Latin-1 and go back as the same bytes.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        },
        disposeHandler: true);
}

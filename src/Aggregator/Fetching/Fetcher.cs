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

    public Fetcher(IOptions<FetchingSettings> settings, TimeProvider clock) : this(settings, clock, NetworkDoor.Real)
    {
    }

    internal Fetcher(IOptions<FetchingSettings> settings, TimeProvider clock, NetworkDoor door)
    {
        this.settings = settings.Value;
        this.clock = clock;
        hosts = new HostGate(this.settings.PerHostOf, this.settings.DelayOf, clock);
        userAgent = UserAgent(this.settings.Contact);
        var ports = this.settings.Ports.Length > 0 ? this.settings.Ports : FetchingSettings.UsualPorts;
        client = Client(new GuardedConnection(new AddressPolicy(this.settings.AllowedPrivateNetworks, ports), door), door, this.settings);
    }

    /// <summary>Gets an address. Faults of the network and the server are in the answer; only <paramref name="stop"/> throws.</summary>
    public async Task<FetchResponse> GetAsync(FetchRequest request, CancellationToken stop)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var address) || !WebHost.IsWeb(address)) return BadAddress(request.Url, request.Url);
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
        var (isMoving, movedTo) = (true, (string?)null);
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            // The wait for a place does not count against the deadline: a slow neighbour is not this request's fault.
            deadline.Pause();
            await visit.MoveToAsync(address, stop);
            deadline.Resume();
            using var message = Message(address, request);
            using var response = await client.SendAsync(message, deadline.Token);
            var target = request.Form is null || ResponseHead.KeepsMethod(response.StatusCode) ? ResponseHead.Target(response, address) : null;
            if (target is null) return await AnswerAsync(response, address, movedTo, deadline.Token);
            if (!WebHost.IsWeb(target)) return BadAddress(request.Url, target.OriginalString);
            // Permanent as far as every step is: what a temporary one leads to is nobody's new address.
            isMoving &= ResponseHead.IsPermanent(response.StatusCode);
            if (isMoving) movedTo = target.AbsoluteUri;
            address = target;
        }

        return new FetchResponse { FinalUrl = address.AbsoluteUri, Problem = new(PollError.TooManyRedirects, $"{MaxRedirects}+") };
    }

    private HttpRequestMessage Message(Uri address, FetchRequest request)
    {
        var method = request.Form is null ? HttpMethod.Get : HttpMethod.Post;
        var message = new HttpRequestMessage(method, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        Add("User-Agent", userAgent);
        Add("Accept", request.Accept);
        if (request.Form is { } form) message.Content = new FormUrlEncodedContent(form);
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

    private async Task<FetchResponse> AnswerAsync(HttpResponseMessage response, Uri address, string? movedTo, CancellationToken stop)
    {
        var answer = ResponseHead.Read(response, address, movedTo, clock.GetUtcNow());
        if (answer.NotModified) return answer;
        if (!response.IsSuccessStatusCode) return answer with { Problem = FetchFaults.OfStatus(response.StatusCode) };
        return await Body.ReadAsync(response, settings.MaxBytes, stop) is { } body
            ? answer with { Body = body }
            : answer with { Problem = FetchFaults.TooLarge(settings) };
    }

    private static FetchResponse BadAddress(string url, string named) => new() { FinalUrl = url, Problem = new(PollError.BadAddress, named) };

    private static string UserAgent(string? contact)
    {
        var version = typeof(Fetcher).Assembly.GetName().Version!.ToString(2);
        return string.IsNullOrWhiteSpace(contact) ? $"{RobotsDesk.Product}/{version}" : $"{RobotsDesk.Product}/{version} (+{contact})";
    }

    private static HttpMessageInvoker Client(GuardedConnection connection, NetworkDoor door, FetchingSettings settings) => new(
        new SocketsHttpHandler
        {
            ConnectCallback = connection.OpenAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            SslOptions = new() { RemoteCertificateValidationCallback = door.Trust },
            MaxConnectionsPerServer = settings.Hosts.Values.Select(host => host.PerHost ?? 1).Append(settings.PerHost).Max(),
            MaxResponseHeadersLength = 64,
            // An ETag may hold bytes above ASCII (RFC 9110 §8.8.3, obs-text): they are read as Latin-1 and go back as the same bytes.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        },
        disposeHandler: true);
}

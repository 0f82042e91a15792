using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aggregator.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Tests.Service.Fetching;

/// <summary>
/// The public internet on loopback: a made-up name service, and one server, with and without TLS, behind every public address. What
/// the client connects to is written down.
/// </summary>
internal sealed class DoorSite : IAsyncDisposable
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    /// <summary>One for all: finding the primes of a key takes longer than most tests.</summary>
    private static readonly Lazy<X509Certificate2> Certificate = new(MakeCertificate);

    private readonly WebApplication app;
    private readonly int http, https;

    private DoorSite(WebApplication app, RequestDelegate answer)
    {
        this.app = app;
        app.Run(async context =>
        {
            Requests.Enqueue((context.Request.Scheme, context.Request.Host.Host, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            await answer(context);
        });
        app.StartAsync().GetAwaiter().GetResult();
        (http, https) = (new Uri(app.Urls.First()).Port, new Uri(app.Urls.Last()).Port);
    }

    /// <summary>What the name service says; a list of lists is said one after the other. A name that is not here is public.</summary>
    public ConcurrentDictionary<string, Queue<IPAddress[]>> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<IPAddress> Connected { get; } = new();

    public ConcurrentQueue<(string Scheme, string Host, IReadOnlyDictionary<string, string> Headers)> Requests { get; } = new();

    public static DoorSite Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate.Value));
        });
        return new(builder.Build(), answer);
    }

    public NetworkDoor Door => new(LookUp, ConnectAsync, (_, _, _, _) => true);

    public Fetcher Fetcher(FetchingSettings? settings = null) => new(
        Options.Create(settings ?? new FetchingSettings { HostDelay = TimeSpan.Zero, Deadline = TimeSpan.FromSeconds(20) }), TimeProvider.System, Door);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<IPAddress[]> LookUp(string name, CancellationToken stop)
    {
        if (!Names.TryGetValue(name.TrimEnd('.'), out var answers)) return Task.FromResult<IPAddress[]>([Public]);
        return Task.FromResult(answers.Count > 1 ? answers.Dequeue() : answers.Peek());
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken stop)
    {
        foreach (var address in addresses) Connected.Enqueue(address);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port is 443 or 8443 ? https : http, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=ok.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}

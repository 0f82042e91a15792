using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregator.Tests.Bench;

/// <summary>A request as it came in.</summary>
internal sealed record SeenRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// A small web of real servers on loopback: every host is an address of its own (127.0.0.1, 127.0.0.2 …) and shows the same
/// paths. It remembers what it was asked, and how many requests a host had to answer at once.
/// </summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> requests = new();
    private readonly ConcurrentDictionary<string, HostLoad> loads = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private TestSite(WebApplication app)
    {
        this.app = app;
        app.Run(AnswerAsync);
    }

    public IEnumerable<SeenRequest> Requests => requests;

    /// <summary>The most requests that any one host had in flight.</summary>
    public int MostAtOnce => loads.Values.Select(load => load.Most).DefaultIfEmpty().Max();

    /// <summary>The same of one host (counted from 0).</summary>
    public int MostAtOnceOf(int host) => loads.TryGetValue($"127.0.0.{host + 1}", out var load) ? load.Most : 0;

    public static async Task<TestSite> StartAsync(int hosts = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // Header bytes above ASCII as they are: servers send them.
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            for (var host = 1; host <= hosts; host++) kestrel.Listen(IPAddress.Parse($"127.0.0.{host}"), 0);
        });
        var site = new TestSite(builder.Build());
        await site.app.StartAsync();
        return site;
    }

    /// <summary>The address of a path at the first host or another one (counted from 0).</summary>
    public string Url(string path, int host = 0) => app.Urls.ElementAt(host) + path;

    public IReadOnlyList<SeenRequest> RequestsOf(string path) => [.. requests.Where(request => request.Path == path)];

    public void Forget() => requests.Clear();

    public void Give(string path, RequestDelegate answer) => answers[path] = answer;

    public void Give(string path, string body, string type = "application/rss+xml; charset=utf-8", int status = 200) =>
        Give(path, Encoding.UTF8.GetBytes(body), type, status);

    public void Give(string path, byte[] body, string type, int status = 200) => Give(path, async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(body);
    });

    public void Take(string path) => answers.TryRemove(path, out _);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path + http.Request.QueryString;
        requests.Enqueue(new(path, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        using var _ = loads.GetOrAdd(http.Connection.LocalIpAddress!.ToString(), _ => new()).Enter();
        if (answers.TryGetValue(path, out var answer)) await answer(http);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private sealed class HostLoad
    {
        private readonly Lock counting = new();
        private int now;

        public int Most { get; private set; }

        public IDisposable Enter()
        {
            lock (counting) Most = Math.Max(Most, ++now);
            return new Leaving(this);
        }

        private sealed class Leaving(HostLoad load) : IDisposable
        {
            public void Dispose()
            {
                lock (load.counting) load.now--;
            }
        }
    }
}

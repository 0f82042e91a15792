using System.Net;
using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Service.Fetching;

/// <summary>What only shows over TLS, with a name service of the test's own.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private readonly DoorSite site = DoorSite.Start(http => http.Response.WriteAsync("<rss/>"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task OverTlsHttp2IsSpoken()
    {
        using var fetcher = site.Fetcher();

        var safe = await GetAsync(fetcher, "https://ok.example/feed");
        var plain = await GetAsync(fetcher, "http://ok.example/feed");

        Assert.Equal((HttpVersion.Version20, HttpVersion.Version11), (safe.Version, plain.Version));
    }

    [Fact]
    public async Task ACertificateThatNobodyVouchesForIsAProblem()
    {
        using var fetcher = new Fetcher(
            Microsoft.Extensions.Options.Options.Create(new FetchingSettings { HostDelay = TimeSpan.Zero }), TimeProvider.System, site.Door with { Trust = null });

        Assert.Equal(PollError.Tls, (await GetAsync(fetcher, "https://ok.example/feed")).Problem?.Error);
    }

    [Theory]
    [InlineData("http://ok.example:22/", PollError.BadPort)]
    [InlineData("http://ok.example:6379/", PollError.BadPort)]
    [InlineData("http://ok.example:8080/", null)]
    [InlineData("https://ok.example:8443/", null)]
    public async Task OnlyPortsOfTheWebAreVisited(string url, PollError? expected)
    {
        using var fetcher = site.Fetcher();

        Assert.Equal(expected, (await GetAsync(fetcher, url)).Problem?.Error);
    }

    [Fact]
    public async Task AnOperatorMayNameOtherPorts()
    {
        using var fetcher = site.Fetcher(new() { HostDelay = TimeSpan.Zero, Ports = [8000] });

        Assert.Null((await GetAsync(fetcher, "http://ok.example:8000/")).Problem);
        Assert.Equal(PollError.BadPort, (await GetAsync(fetcher, "http://ok.example/")).Problem?.Error);
    }

    [Fact]
    public async Task ANameWithOnePrivateAddressIsRefusedWhole()
    {
        site.Names["both.example"] = new([[IPAddress.Parse("93.184.216.34"), IPAddress.Parse("192.168.0.1")]]);
        using var fetcher = site.Fetcher();

        Assert.Equal(new(PollError.NotPublic, "both.example (192.168.0.1)"), (await GetAsync(fetcher, "http://both.example/")).Problem);
        Assert.Empty(site.Connected);
    }

    [Fact]
    public async Task ANameIsLookedUpOnceForAConnection()
    {
        site.Names["rebind.example"] = new([[IPAddress.Parse("93.184.216.34")], [IPAddress.Loopback]]);
        using var fetcher = site.Fetcher();

        await GetAsync(fetcher, "http://rebind.example/");

        Assert.Equal([IPAddress.Parse("93.184.216.34")], site.Connected);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("feeds.localhost")]
    [InlineData("LOCALHOST.")]
    public async Task NamesOfThisMachineAreNotAskedOfANameService(string name)
    {
        using var fetcher = site.Fetcher();

        Assert.Equal(PollError.NotPublic, (await GetAsync(fetcher, $"http://{name}/")).Problem?.Error);
    }

    private static Task<FetchResponse> GetAsync(Fetcher fetcher, string url) => Eventually.EndsAsync(fetcher.GetAsync(new(url), CancellationToken.None));
}

using Aggregator.Web.Demo;

namespace Aggregator.Tests.Web.Demo;

/// <summary>The demo's web, started once for the tests of a class.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    /// <summary>Not the present, and not the future: a server ignores an If-Modified-Since that has not come yet (RFC 9110 section 13.1.3).</summary>
    internal static readonly DateTimeOffset Now = new(2024, 3, 8, 9, 30, 12, TimeSpan.FromHours(1));

    private DemoWeb? web;

    internal DemoWeb Web => web ?? throw new InvalidOperationException("It has not been started.");

    public HttpClient Browser { get; } = new();

    public async Task InitializeAsync() => web = await DemoWeb.StartAsync(Now, CancellationToken.None);

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        if (web is not null) await web.DisposeAsync();
    }
}

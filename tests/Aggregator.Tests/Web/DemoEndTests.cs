using System.Net;
using System.Net.Sockets;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web;

/// <summary>A demo that does not come so far as to open leaves nothing behind either.</summary>
[Collection(Programs.Name)]
public sealed class DemoEndTests : IDisposable
{
    private readonly DemoRuns demos = new();

    public void Dispose() => demos.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task EndedWhileItPreparesItLeavesNothing(string signal)
    {
        await using var demo = demos.Start(DemoRuns.FreeUrl());
        await Eventually.TrueAsync(() => demo.Errors.Contains("Reading the sample sources", StringComparison.Ordinal) || demo.HasEnded, "the demo to begin");
        await demo.SignalAsync(signal);
        var result = await demo.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("Nothing is left behind.", result.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(demos.LeftBehind());
    }

    [Fact]
    public async Task APortInUseIsASentenceAtOnceAndLeavesNothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        await using var demo = demos.Start(url);
        var result = await demo.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"{url} is in use by another program", result.Sentence, StringComparison.Ordinal);
        Assert.Single(result.Sentence.Split('\n'));
        Assert.Empty(demos.LeftBehind());
    }
}

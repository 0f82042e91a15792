using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Aggregator.Tests.Bench;
using Xunit.Abstractions;

namespace Aggregator.Tests.Web;

/// <summary>The demo as a visitor starts it: it opens soon, shows all, and leaves nothing behind however it ends.</summary>
[Collection(Processes.Name)]
public sealed class DemoTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TwoDemosAtOnceShowTheProductAndLeaveNothing()
    {
        var (first, second) = (FreeUrl(), FreeUrl());
        var started = Stopwatch.GetTimestamp();
        await using var one = Start(first);
        await OpenAsync(one);
        var took = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"open after {took.TotalSeconds:0.0} s");
        await using var other = Start(second);
        await OpenAsync(other);

        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await AssertShowsAllAsync(first);
        await AssertShowsAllAsync(second);
        await one.SignalAsync("INT");
        await other.SignalAsync("TERM");
        Assert.All([await one.EndAsync(), await other.EndAsync()], AssertQuietEnd);
        Assert.Empty(LeftBehind());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task EndedWhileItPreparesItLeavesNothing(string signal)
    {
        await using var demo = Start(FreeUrl());
        await Eventually.TrueAsync(() => demo.Errors.Contains("Reading the sample sources", StringComparison.Ordinal) || demo.HasEnded, "the demo to begin");
        await Task.Delay(300);
        await demo.SignalAsync(signal);
        var result = await demo.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("Nothing is left behind.", result.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(LeftBehind());
    }

    [Fact]
    public async Task APortInUseIsASentenceAtOnceAndLeavesNothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        await using var demo = Start(url);
        var result = await demo.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"{url} is in use by another program", result.Sentence, StringComparison.Ordinal);
        Assert.Single(result.Sentence.Split('\n'));
        Assert.Empty(LeftBehind());
    }

    private static async Task AssertShowsAllAsync(string url)
    {
        using var visitor = new Browsing(new(url), "fr");
        var archive = await visitor.PageAsync("/");
        var issues = archive.QuerySelectorAll("a[href^='/issues/']").Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal).Where(href => Guid.TryParse(href["/issues/".Length..], out _)).ToList();
        Assert.Equal(3, issues.Count);
        foreach (var issue in issues) Assert.NotEmpty((await visitor.PageAsync(issue)).QuerySelectorAll("article section"));
        using var signedIn = await visitor.SubmitAsync("/sign-in", "/sign-in", ("mail", "demo@releve.example"), ("password", "maree-basse-demo"));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var desk = await visitor.PageAsync("/desk");
        Assert.InRange(desk.QuerySelectorAll(".stories > li").Length, 5, 200);
        Assert.NotEmpty(desk.QuerySelectorAll(".issue-column .issue-section"));
    }

    private static void AssertQuietEnd(ProgramResult result)
    {
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        // Three lines: reading, the account, the address. Nothing that looks like trouble.
        Assert.Equal(3, result.Sentence.Split('\n').Length);
        Assert.Contains("Sign in as demo@releve.example", result.Errors, StringComparison.Ordinal);
    }

    private IEnumerable<string> LeftBehind() => Directory.EnumerateFileSystemEntries(folder.Path, "social-report-*");

    private static Task OpenAsync(ProgramRun demo) =>
        Eventually.TrueAsync(() => demo.HasEnded || demo.Errors.Contains("is open at", StringComparison.Ordinal), "the demo to open");

    private ProgramRun Start(string url) => ProgramRun.StartFile("env", folder.Path, [$"TMPDIR={folder.Path}", "dotnet", ProgramRun.Dll, "demo", "--urls", url]);

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}

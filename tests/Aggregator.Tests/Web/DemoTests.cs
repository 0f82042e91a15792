using System.Diagnostics;
using System.Net;
using Aggregator.Tests.Bench;
using Xunit.Abstractions;

namespace Aggregator.Tests.Web;

/// <summary>The demo as a visitor starts it: it opens soon, shows all, and leaves nothing behind.</summary>
[Collection(Processes.Name)]
public sealed class DemoTests(ITestOutputHelper output) : IDisposable
{
    private readonly DemoRuns demos = new();

    public void Dispose() => demos.Dispose();

    [Fact]
    public async Task TwoDemosAtOnceShowTheProductAndLeaveNothing()
    {
        var (first, second) = (DemoRuns.FreeUrl(), DemoRuns.FreeUrl());
        var started = Stopwatch.GetTimestamp();
        await using var one = demos.Start(first);
        await DemoRuns.OpenAsync(one);
        var took = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"open after {took.TotalSeconds:0.0} s");
        await using var other = demos.Start(second);
        await DemoRuns.OpenAsync(other);

        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await AssertShowsAllAsync(first);
        await AssertShowsAllAsync(second);
        await one.SignalAsync("INT");
        await other.SignalAsync("TERM");
        Assert.All([await one.EndAsync(), await other.EndAsync()], AssertQuietEnd);
        Assert.Empty(demos.LeftBehind());
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
}

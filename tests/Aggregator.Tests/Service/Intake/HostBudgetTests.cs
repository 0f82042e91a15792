using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Requests in flight and the pause between starts, as the servers see them.</summary>
public sealed class HostBudgetTests
{
    [Fact]
    public async Task AHostMayHaveMoreOrFewerRequestsThanTheOthers()
    {
        await using var site = await TestSite.StartAsync(hosts: 2);
        await using var bench = await TestBench.StartAsync("Fetching:Hosts:127.0.0.2:PerHost=3");
        for (var n = 0; n < 6; n++)
        {
            site.Give($"/{n}", async http =>
            {
                await Task.Delay(150);
                await http.Response.WriteAsync(Fixtures.Rss("Revue"));
            });
        }

        await bench.FollowAsync(Enumerable.Range(0, 12).Select(n => site.Url($"/{n / 2}", host: n % 2)));
        await bench.RefreshAsync();

        Assert.Equal(12, site.Requests.Count());
        Assert.Equal(1, site.MostAtOnceOf(host: 0));
        Assert.InRange(site.MostAtOnceOf(host: 1), 2, 3);
    }

    [Fact]
    public async Task StartsAtAHostAreApartAlsoWhenRedirectsLeadThere()
    {
        await using var site = await TestSite.StartAsync(hosts: 3);
        await using var bench = await TestBench.StartAsync("Fetching:Hosts:127.0.0.3:Delay=00:00:00.200");
        var starts = new System.Collections.Concurrent.ConcurrentQueue<long>();
        site.Give("/shared", http =>
        {
            starts.Enqueue(System.Diagnostics.Stopwatch.GetTimestamp());
            return http.Response.WriteAsync(Fixtures.Rss("Revue"));
        });
        for (var n = 0; n < 4; n++)
        {
            site.Give($"/{n}", http =>
            {
                http.Response.Redirect(site.Url("/shared", host: 2));
                return Task.CompletedTask;
            });
        }

        await bench.FollowAsync(Enumerable.Range(0, 4).Select(n => site.Url($"/{n}", host: n % 2)));
        await bench.RefreshAsync();

        var times = starts.Order().ToList();
        Assert.Equal(4, times.Count);
        // A start is booked here and seen there: the first may be seen late, so the sum of all pauses may be short of one.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(times[0], times[^1]) > TimeSpan.FromMilliseconds(350), "the starts were not apart");
    }

    [Theory]
    [InlineData("Fetching:Hosts:a.example:PerHost=0", "PerHost is 0")]
    [InlineData("Fetching:Hosts:a.example:Delay=01:00:00", "Delay is 01:00:00")]
    [InlineData("Fetching:Hosts:a.example:Speed=9", "does not exist")]
    [InlineData("Fetching:Ports=80,x", "Fetching:Ports")]
    public void AnUnusablePaceIsSaidAtStart(string setting, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<Exception>(() => Aggregator.Web.Host.Settings.Load([setting])).Message, StringComparison.Ordinal);
}

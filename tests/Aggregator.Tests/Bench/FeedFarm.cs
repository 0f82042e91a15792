using System.Globalization;
using System.Text.Json;

namespace Aggregator.Tests.Bench;

/// <summary>The farm of synthetic feeds of the shared test data, run by Node on loopback addresses.</summary>
internal sealed class FeedFarm : IAsyncDisposable
{
    private readonly ProgramRun node;

    private readonly HttpClient control;

    private FeedFarm(ProgramRun node, HttpClient control, IReadOnlyList<string> feeds) => (this.node, this.control, Feeds) = (node, control, feeds);

    /// <summary>Their addresses.</summary>
    public IReadOnlyList<string> Feeds { get; }

    /// <param name="feeds">How many, each with 20 entries.</param>
    /// <param name="port">The first of two ports of its own.</param>
    public static async Task<FeedFarm> StartAsync(int feeds, int port)
    {
        var farm = ProgramRun.StartFile("node", Path.GetTempPath(), [
            Shared.Path("tools", "feed_farm.mjs"), "--feeds", Text(feeds), "--base-port", Text(port), "--control", Text(port + 1)]);
        await Eventually.TrueAsync(() => farm.Output.Contains("\"ready\":true", StringComparison.Ordinal) || farm.HasEnded, "the farm to open");
        Assert.False(farm.HasEnded, farm.Errors);
        var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{Text(port + 1)}/_farm/") };
        var list = await client.GetStringAsync("feeds.txt");
        return new(farm, client, list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>The next version of so many of a hundred feeds, each with so many new entries.</summary>
    public async Task AdvanceAsync(int percent, int entries) => (await control.PostAsync($"advance?percent={Text(percent)}&new={Text(entries)}", content: null)).EnsureSuccessStatusCode();

    /// <summary>What was asked of it since the last look: requests, answers by status, the most in flight at one host.</summary>
    public async Task<(int Requests, IReadOnlyDictionary<string, int> Statuses, int MostPerHost)> StatsAsync()
    {
        using var stats = JsonDocument.Parse(await control.GetStringAsync("stats"));
        (await control.PostAsync("reset-stats", content: null)).EnsureSuccessStatusCode();
        return (stats.RootElement.GetProperty("requests").GetInt32(), stats.RootElement.GetProperty("status").EnumerateObject().ToDictionary(status => status.Name, status => status.Value.GetInt32(), StringComparer.Ordinal), stats.RootElement.GetProperty("maxPerHost").GetInt32());
    }

    public ValueTask DisposeAsync()
    {
        control.Dispose();
        return node.DisposeAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A fact that wants the feed farm (Node) and Python's mail reader.</summary>
internal sealed class FarmFactAttribute : FactAttribute
{
    public FarmFactAttribute() => Skip = Shared.SkipReason ?? Service.Sending.PythonReader.SkipReason ?? (HasNode() ? null : "node is not on the PATH: apt-get install nodejs");

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));
}

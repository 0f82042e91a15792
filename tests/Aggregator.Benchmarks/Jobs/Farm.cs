using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>The farm of synthetic feeds of the shared test data (Node), on loopback addresses.</summary>
internal sealed class Farm : IAsyncDisposable
{
    private const string Control = "http://127.0.0.1:18079/_farm/";
    private static readonly HttpClient Client = new();
    private readonly Process node;

    private Farm(Process node) => this.node = node;

    public static async Task<Farm> StartAsync(JobOptions options)
    {
        var script = Path.Combine(SharedData.Folder, "tools", "feed_farm.mjs");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in new[] { script, "--feeds", Text(options.Feeds), "--hosts", Text(options.Hosts), "--latency", Text(options.Latency), "--errors", options.Errors })
            start.ArgumentList.Add(argument);
        var farm = new Farm(Process.Start(start) ?? throw new InvalidOperationException("node does not start: install Node.js."));
        var ready = await farm.node.StandardOutput.ReadLineAsync();
        return ready?.Contains("\"ready\":true", StringComparison.Ordinal) == true ? farm
            : throw new InvalidOperationException($"The farm did not start: {ready}");
    }

    public Task<string> FeedsAsync() => Client.GetStringAsync(Control + "feeds.txt");

    /// <summary>Hosts on which some feed misbehaves.</summary>
    public async Task<IReadOnlySet<string>> TroubledHostsAsync()
    {
        using var kinds = JsonDocument.Parse(await Client.GetStringAsync(Control + "kinds"));
        var feeds = (await FeedsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return kinds.RootElement.EnumerateObject().Select(feed => new Uri(feeds[int.Parse(feed.Name, CultureInfo.InvariantCulture)]).Host).ToHashSet(StringComparer.Ordinal);
    }

    public async Task AdvanceAsync(int percent, int entries) =>
        (await Client.PostAsync($"{Control}advance?percent={percent}&new={entries}", content: null)).EnsureSuccessStatusCode();

    public async Task<FarmStats> StatsAsync()
    {
        using var stats = JsonDocument.Parse(await Client.GetStringAsync(Control + "stats"));
        var root = stats.RootElement;
        (await Client.PostAsync(Control + "reset-stats", content: null)).EnsureSuccessStatusCode();
        var statuses = root.GetProperty("status").EnumerateObject().Select(status => $"{status.Name}: {status.Value}");
        return new(root.GetProperty("requests").GetInt32(), string.Join(", ", statuses), root.GetProperty("maxPerHost").GetInt32(), root.GetProperty("cpu_ms").GetDouble() / 1000);
    }

    public async ValueTask DisposeAsync()
    {
        node.Kill(entireProcessTree: true);
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the farm counted since the last look.</summary>
/// <param name="Requests">Requests it answered.</param>
/// <param name="Statuses">How.</param>
/// <param name="MostInFlightPerHost">The most requests that one host had at once.</param>
/// <param name="Cpu">Processor seconds of the farm since it started: it works on the same cores.</param>
internal sealed record FarmStats(int Requests, string Statuses, int MostInFlightPerHost, double Cpu);

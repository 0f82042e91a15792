using System.Globalization;

namespace Aggregator.Tests.Bench;

/// <summary>The farm of synthetic feeds of the shared test data, run by Node on loopback addresses.</summary>
internal sealed class FeedFarm : IAsyncDisposable
{
    private readonly ProgramRun node;

    private FeedFarm(ProgramRun node, IReadOnlyList<string> feeds) => (this.node, Feeds) = (node, feeds);

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
        using var client = new HttpClient();
        var list = await client.GetStringAsync($"http://127.0.0.1:{Text(port + 1)}/_farm/feeds.txt");
        return new(farm, list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A fact that wants the feed farm (Node) and Python's mail reader.</summary>
internal sealed class FarmFactAttribute : FactAttribute
{
    public FarmFactAttribute() => Skip = Shared.SkipReason ?? Service.Sending.PythonReader.SkipReason ?? (HasNode() ? null : "node is not on the PATH: apt-get install nodejs");

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));
}

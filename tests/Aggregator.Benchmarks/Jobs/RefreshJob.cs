using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aggregator.Scheduling;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// The main job on the farm: a cold refresh, an unchanged one, one after a tenth of the feeds moved on; and the same in a warm
/// process. Floor: a bare client that gets every feed once and throws the bytes away.
/// </summary>
internal static class RefreshJob
{
    private static readonly string[] Settings = ["--set", "Fetching:AllowedPrivateNetworks=127.0.0.0/8", "--set", "Fetching:HostDelay=00:00:00"];

    public static async Task<int> RunAsync(JobOptions options)
    {
        // /dev/shm: a RAM disk, so that the figures are the program's and not the disk's.
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"refresh-job-{Environment.ProcessId}")).FullName;
        try
        {
            await using var farm = await Farm.StartAsync(options);
            await File.WriteAllTextAsync(Path.Combine(folder, "feeds.txt"), await farm.FeedsAsync());
            Say($"{options.Feeds} feeds of 20 entries on {options.Hosts} hosts, latency {options.Latency} ms, {Environment.ProcessorCount} cores, {DateTime.Now:yyyy-MM-dd}");
            Say("| pass | wall s | CPU s | peak MB | feeds/s | articles/s | × floor | farm |");
            Say("|---|---|---|---|---|---|---|---|");
            // A feed that does not answer would stop a client that knows no deadline.
            var floor = options.Errors.Length > 0 ? TimeSpan.FromSeconds(1) : await FloorAsync(folder, farm, options);
            await CommandAsync("cold", folder, farm, options, floor);
            await CommandAsync("unchanged", folder, farm, options, floor);
            await farm.AdvanceAsync(percent: 10, entries: 2);
            await CommandAsync("a tenth moved on", folder, farm, options, floor);
            if (options.Pages) await CommandAsync("pages", folder, farm, options, floor, "--wait");
            await WarmAsync(folder, farm, options, floor);
            await SavesAsync(folder, farm, options, floor);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> FloorAsync(string folder, Farm farm, JobOptions options)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        var hosts = (await File.ReadAllLinesAsync(Path.Combine(folder, "feeds.txt"))).GroupBy(url => new Uri(url).Host, StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (host, stop) =>
        {
            foreach (var url in host) await client.GetByteArrayAsync(url, stop);
        });
        var wall = clock.Elapsed;
        Row("floor: a bare client", wall, cpu: null, peak: null, options.Feeds, articles: null, wall, await farm.StatsAsync());
        return wall;
    }

    private static async Task CommandAsync(string name, string folder, Farm farm, JobOptions options, TimeSpan floor, params string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "social-report.dll");
        var cost = await Measured.RunAsync("dotnet", [program, "refresh", "--all", "--feeds", "feeds.txt", "--json", .. Settings, .. more], folder);
        using var said = JsonDocument.Parse(cost.Output);
        var failed = said.RootElement.GetProperty("failed").GetArrayLength();
        var articles = said.RootElement.GetProperty("newArticles").GetInt32();
        if (name == "pages") articles = said.RootElement.GetProperty("pages").GetProperty("read").GetInt32();
        Row(name + (failed > 0 ? $" ({failed} failed)" : ""), cost.Wall, cost.Cpu, cost.PeakMb, options.Feeds, articles, floor, await farm.StatsAsync());
    }

    private static async Task WarmAsync(string folder, Farm farm, JobOptions options, TimeSpan floor)
    {
        var settings = Web.Host.Settings.Load([$"DataDirectory={Path.Combine(folder, "data")}", .. Settings.Where(word => word != "--set")]);
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
        var healthy = await HealthyAsync(services, farm);
        for (var pass = 1; pass <= 12; pass++)
        {
            // Three passes without news, then some in which a tenth has some: the first of them compile what a changed feed needs.
            if (pass > 3) await farm.AdvanceAsync(percent: 10, entries: 2);
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var (done, lastHealthy) = (0, TimeSpan.Zero);
            var selection = new PollSelection(TimeProvider.System.GetUtcNow(), All: true, Report: outcome =>
            {
                if (healthy.Contains(outcome.SourceId) && Interlocked.Increment(ref done) > 0) lastHealthy = clock.Elapsed;
            });
            await using (var pump = ActivatorUtilities.CreateInstance<PollPump>(services, selection)) await pump.DrainAsync(CancellationToken.None);
            var wall = clock.Elapsed;
            if (options.Errors.Length > 0) Say($"{done} feeds on hosts without trouble: the last was done after {lastHealthy.TotalSeconds:0.00} s, {done / lastHealthy.TotalSeconds:0} feeds/s.");
            Row($"warm process, {(pass > 3 ? "a tenth moved on" : "unchanged")}, pass {pass}", wall, Process.GetCurrentProcess().TotalProcessorTime - cpu, peak: null, options.Feeds, articles: null, floor, await farm.StatsAsync());
        }
    }

    /// <summary>The sources on hosts that do not misbehave.</summary>
    private static async Task<IReadOnlySet<int>> HealthyAsync(IServiceProvider services, Farm farm)
    {
        var troubled = await farm.TroubledHostsAsync();
        var sources = await services.GetRequiredService<SqlStore>().ReadAsync(
            (session, stop) => session.QueryAsync("SELECT id, url FROM source", [], row => (Id: row.GetInt32(0), Url: row.GetString(1)), stop), CancellationToken.None);
        return sources.Where(source => !troubled.Contains(new Uri(source.Url).Host)).Select(source => source.Id).ToHashSet();
    }

    /// <summary>An editor saves a section every 30 ms while a tenth and then all of the feeds bring new articles.</summary>
    private static async Task SavesAsync(string folder, Farm farm, JobOptions options, TimeSpan floor)
    {
        await farm.AdvanceAsync(percent: 100, entries: 10);
        var settings = Web.Host.Settings.Load([$"DataDirectory={Path.Combine(folder, "data")}", .. Settings.Where(word => word != "--set")]);
        await using var services = ProductServices.Build(settings);
        using var over = new CancellationTokenSource();
        var saves = EditorSaves.RunAsync(services, over.Token);
        var clock = Stopwatch.StartNew();
        var articles = 0;
        var selection = new PollSelection(TimeProvider.System.GetUtcNow(), All: true, Report: outcome => Interlocked.Add(ref articles, outcome.NewArticles));
        await using (var pump = ActivatorUtilities.CreateInstance<PollPump>(services, selection)) await pump.DrainAsync(CancellationToken.None);
        var wall = clock.Elapsed;
        await over.CancelAsync();
        Row("warm process, ten new entries in each, an editor saving", wall, cpu: null, peak: null, options.Feeds, articles, floor, await farm.StatsAsync());
        Say((await saves).ToString());
        if (!options.Memory) return;
        // As serve does.
        var memory = new IdleMemory(services.GetRequiredService<SqlStore>());
        for (var halves = 0; halves < 2; halves++)
        {
            await Task.Delay(TimeSpan.FromSeconds(30));
            memory.Tidy();
        }

        var collector = GC.GetGCMemoryInfo();
        Say($"60 s after the pass this process holds {Environment.WorkingSet / 1048576.0:0} MB, of which the collector has {collector.TotalCommittedBytes / 1048576.0:0} MB for a heap of {collector.HeapSizeBytes / 1048576.0:0} MB.");
    }

    private static void Row(string name, TimeSpan wall, TimeSpan? cpu, double? peak, int feeds, int? articles, TimeSpan floor, FarmStats stats) => Say(
        $"| {name} | {wall.TotalSeconds:0.00} | {cpu?.TotalSeconds:0.00} | {peak:0} | {feeds / wall.TotalSeconds:0} | {(articles is > 0 ? articles / wall.TotalSeconds : null):0} | {wall / floor:0.0} | {stats.Requests} requests ({stats.Statuses}), at most {stats.MostInFlightPerHost} in flight per host, {stats.Cpu:0.0} s of its own CPU so far |");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}

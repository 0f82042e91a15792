using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aggregator.Fetching;
using Aggregator.Intake;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// What each hostile feed costs from its bytes to arrivals: processor time and memory beyond what the process had before. Bars: 2 s and
/// 64 MB. A body beyond the fetcher's cap is refused there, so it is read up to the cap and counts as refused.
/// </summary>
internal static class HostileJob
{
    private const double MostMs = 2000, MostMb = 64;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        try
        {
            var corpus = Path.Combine(SharedData.Folder, "corpus", "hostile");
            using (var maker = Process.Start("python3", [Path.Combine(corpus, "make_feeds.py"), "--big", "--out", folder])) await maker.WaitForExitAsync();
            var small = (await File.ReadAllLinesAsync(Path.Combine(corpus, "feeds.jsonl"))).Select(line => Path.Combine(corpus, JsonDocument.Parse(line).RootElement.GetProperty("file").GetString()!));
            var files = small.Concat(Directory.GetFiles(folder).Order(StringComparer.Ordinal)).ToList();
            Measure(files[0]); // What is compiled at first use is not the feed's.
            var costs = files.Select(Measure).ToList();
            Say($"{costs.Count} feeds; the costliest ten:");
            Say($"| feed | MB | CPU ms | extra MB | outcome |");
            Say($"|---|---|---|---|---|");
            foreach (var cost in costs.OrderByDescending(cost => Math.Max(cost.Ms / MostMs, cost.Mb / MostMb)).Take(10))
                Say($"| {cost.Name} | {cost.Size / 1e6:0.0} | {cost.Ms:0} | {cost.Mb:0.0} | {cost.Outcome} |");
            var over = costs.Count(cost => cost.Ms > MostMs || cost.Mb > MostMb);
            Say($"{over} beyond {MostMs} ms or {MostMb} MB");
            return over == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Cost Measure(string file)
    {
        var size = new FileInfo(file).Length;
        if (size > new FetchingSettings().MaxBytes) return new(Path.GetFileName(file), size, 0, 0, "refused by the cap");
        var response = new FetchResponse { Status = 200, FinalUrl = "https://ok.example/feed", Body = File.ReadAllBytes(file), ContentType = "application/xml" };
        for (var i = 0; i < 2; i++) GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        var (before, peak, isDone) = (GC.GetTotalMemory(forceFullCollection: false), 0L, false);
        var sampler = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Yield();
            }
        });
        var cpu = TimeSpan.Zero;
        var outcome = "";
        sampler.Start();
        var reader = new Thread(() =>
        {
            var start = ThreadTime();
            var reading = SourceReader.Read(response, language: null);
            reading.Complete(reading.Arrivals);
            cpu = ThreadTime() - start;
            outcome = reading.Problem is { } problem ? problem.Error.ToString() : $"{reading.Arrivals.Count} entries";
        });
        reader.Start();
        reader.Join();
        peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        Volatile.Write(ref isDone, true);
        sampler.Join();
        return new(Path.GetFileName(file), size, cpu.TotalMilliseconds, Math.Max(0, peak - before) / 1e6, outcome);
    }

    /// <summary>Processor time of this thread, from the system's account of it (Linux, 10 ms steps).</summary>
    private static TimeSpan ThreadTime()
    {
        var fields = File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Cost(string Name, long Size, double Ms, double Mb, string Outcome);
}

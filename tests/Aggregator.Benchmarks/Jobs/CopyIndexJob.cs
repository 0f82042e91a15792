using System.Diagnostics;
using System.Globalization;
using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Reading.Duplicates;
using Aggregator.Reading.Text;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Recognising copies with the database: what an article costs when the index holds few and when it holds many. The index is filled with
/// bands of random texts, which cost the same to look beside as those of real ones; then articles of the synthetic stream come in.
/// </summary>
internal static class CopyIndexJob
{
    private const int Measured = 5_000;
    private static readonly int[] Steps = [10_000, 30_000, 100_000, 300_000, 1_000_000];

    public static async Task<int> RunAsync(JobOptions options)
    {
        var texts = await SyndicatedTexts.MakeAsync(Measured * Steps.Length, options.Seed);
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"copies-job-{Environment.ProcessId}")).FullName;
        try
        {
            await using var services = ProductServices.Build(Settings.Load([$"DataDirectory={folder}"]));
            await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
            await services.GetRequiredService<SourceAdding>().RunAsync(
                [.. Enumerable.Range(0, 16).Select(n => new SourceEntry($"https://s{n}.example/feed", $"s{n}", null, [], "auto", 1, null, n))], isDryRun: false, CancellationToken.None);
            Console.WriteLine("| articles in the index | articles/s | µs CPU an article | × the first | copies found | index MB | process MB |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            var filler = new Filler(services.GetRequiredService<SqlStore>());
            double? first = null;
            for (var step = 0; step < Steps.Length && Steps[step] <= options.Articles; step++)
            {
                await filler.FillAsync(Steps[step]);
                await filler.ArriveAsync(texts.AsMemory(step * Measured, Measured));
                var cpu = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                var copies = await services.GetRequiredService<CopyKeeper>().RunAsync(CancellationToken.None);
                var wall = clock.Elapsed;
                var each = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / Measured;
                first ??= each;
                var megabytes = await filler.IndexMbAsync();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Steps[step]} | {Measured / wall.TotalSeconds:0} | {each:0} | {each / first:0.00} | {copies} | {megabytes:0} | {Environment.WorkingSet >> 20} |"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Filler(SqlStore store)
    {
        /// <summary>Numbers of articles that are not there: candidates are read from the table, and random bands are nobody's.</summary>
        private int next = 100_000_000;

        private readonly Random random = new(7);
        private int filled, arrived;

        public async Task FillAsync(int size)
        {
            while (filled < size)
            {
                var batch = Enumerable.Range(0, Math.Min(1_000, size - filled)).Select(_ => (next++, Keys())).ToList();
                await store.WriteAsync(async (session, stop) => { await session.AddBandsAsync(batch, stop); return 0; }, CancellationToken.None);
                filled += batch.Count;
            }
        }

        public Task<int> ArriveAsync(ReadOnlyMemory<string> texts) => store.WriteAsync(
            async (session, stop) =>
            {
                var now = DateTimeOffset.UtcNow;
                var articles = texts.ToArray().Select((text, i) => new Article
                {
                    Id = ++arrived, UrlKey = $"k{arrived}", Url = $"https://s.example/{arrived}", Title = "T", ArrivedAt = now, Time = now, SourceId = 1 + i % 16,
                    TextHash = FoldedText.Hash(text), IsWhole = true, Text = new() { Text = text },
                }).ToList();
                await ArticleRows.InsertAsync(session, articles, stop);
                await session.InsertAsync("copy_check", ["article_id"], [.. articles.Select(article => new object?[] { article.Id })], stop);
                return 0;
            },
            CancellationToken.None);

        public async Task<double> IndexMbAsync() => (await store.ReadAsync(
            (session, stop) => session.QueryAsync("SELECT sum(length(block)) FROM article_band_data", [], row => row.GetInt64(0), stop), CancellationToken.None))[0] / 1048576.0;

        private long[] Keys() => [.. Enumerable.Range(0, TextFingerprint.Bands).Select(band => (long)band << 32 | random.NextInt64(1L << 32))];
    }
}

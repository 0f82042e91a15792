using System.Diagnostics;
using System.Globalization;
using Aggregator.Archive;
using Aggregator.Reading.Searching;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Searching a large archive: articles of 300 words from a Zipf vocabulary of 200,000 terms, then 200 mixed queries. A quarter of them are
/// from the 100 commonest terms; others are phrases, filters, rare words, and 50 inflection pairs that must find each other.
/// </summary>
internal static class SearchJob
{
    private const int Batch = 500;

    public static async Task<int> RunAsync(JobOptions options)
    {
        // A kept folder is asked again without being filled: filling takes most of the time.
        var folder = options.Folder is null ? Directory.CreateTempSubdirectory("search-job-").FullName : Path.GetFullPath(options.Folder);
        var isFilled = File.Exists(Path.Combine(folder, "social-report.db"));
        try
        {
            await using var services = ProductServices.Build(Settings.Load([$"DataDirectory={folder}"]));
            await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
            if (!isFilled) await services.GetRequiredService<SourceAdding>().RunAsync(
                [.. Enumerable.Range(0, ZipfArticles.Sources).Select(n => new SourceEntry($"https://s{n}.example/feed", $"outlet {n}", null, [], "auto", 1, null, n))], isDryRun: false, CancellationToken.None);
            var store = services.GetRequiredService<SqlStore>();
            var articles = new ZipfArticles(options.Seed);
            if (!isFilled) await FillAsync(store, articles, options.Articles);
            await AskAsync(store, articles);
            var index = await store.ReadAsync((session, stop) => session.QueryAsync("SELECT sum(length(block)) FROM article_search_data", [], row => row.GetInt64(0), stop), CancellationToken.None);
            Say($"Index: {index[0] / 1048576.0:0} MB; database: {new FileInfo(Directory.GetFiles(folder, "*.db")[0]).Length / 1048576.0:0} MB; process: {Environment.WorkingSet >> 20} MB.");
            return 0;
        }
        finally
        {
            if (options.Folder is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(SqlStore store, ZipfArticles articles, int count)
    {
        var clock = Stopwatch.StartNew();
        for (var at = 0; at < count; at += Batch)
        {
            var batch = articles.Make(Math.Min(Batch, count - at)).ToList();
            var entries = batch.ConvertAll(article => SearchEntries.Of(article, SearchWords.OfText(article.Title, article.Language), SearchWords.OfText(article.Text.Text, article.Language), []));
            await store.WriteAsync(
                async (session, stop) =>
                {
                    await ArticleRows.InsertAsync(session, batch, stop);
                    await session.IndexAsync(entries, replace: false, stop);
                    return 0;
                },
                CancellationToken.None);
        }

        Say($"{count} articles stored and indexed in {clock.Elapsed.TotalSeconds:0} s ({count / clock.Elapsed.TotalSeconds:0}/s), {Environment.ProcessorCount} cores, {DateTime.Now:yyyy-MM-dd}");
    }

    private static async Task AskAsync(SqlStore store, ZipfArticles articles)
    {
        Say("| queries | number | p50 ms | p95 ms | longest ms | mean answers | the longest |");
        Say("|---|---|---|---|---|---|---|");
        var all = new List<double>();
        foreach (var (name, queries) in articles.Queries())
        {
            var times = new List<double>();
            double answers = 0;
            (double Time, string Query)? longest = null;
            foreach (var query in queries)
            {
                var clock = Stopwatch.StartNew();
                var found = await store.ReadAsync((session, stop) => ArticleSearch.FindAsync(session, query, articles.Now, stop), CancellationToken.None);
                if (clock.Elapsed.TotalMilliseconds > (longest?.Time ?? 0)) longest = (clock.Elapsed.TotalMilliseconds, query);
                times.Add(clock.Elapsed.TotalMilliseconds);
                answers += found.Ids.Count;
            }

            Row(name, times, answers / queries.Count, longest?.Query);
            all.AddRange(times);
        }

        Row("all", all, null, null);
        await MissingAsync(store, articles);
    }

    /// <summary>Both forms of a word must give the same articles.</summary>
    private static async Task MissingAsync(SqlStore store, ZipfArticles articles)
    {
        var apart = new List<string>();
        foreach (var (one, other) in ZipfArticles.Pairs)
        {
            var first = await store.ReadAsync((session, stop) => ArticleSearch.FindAsync(session, one, articles.Now, stop), CancellationToken.None);
            var second = await store.ReadAsync((session, stop) => ArticleSearch.FindAsync(session, other, articles.Now, stop), CancellationToken.None);
            if (first.Ids.Count == 0 || !first.Ids.ToHashSet().SetEquals(second.Ids)) apart.Add($"{one}/{other}");
        }

        Say($"Inflection pairs that find each other: {ZipfArticles.Pairs.Count - apart.Count} of {ZipfArticles.Pairs.Count}. {string.Join(", ", apart)}");
    }

    private static void Row(string name, List<double> times, double? answers, string? longest)
    {
        var sorted = times.Order().ToList();
        Say($"| {name} | {times.Count} | {sorted[sorted.Count / 2]:0.0} | {sorted[(int)(sorted.Count * .95)]:0.0} | {sorted[^1]:0.0} | {answers:0} | {longest} |");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}

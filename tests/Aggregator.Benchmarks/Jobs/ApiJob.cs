using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Accounts;
using Aggregator.Archive;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Commands;
using Aggregator.Web.Features;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// The API as a program on the same machine finds it, over HTTP with a key: saving a section of twelve paragraphs while nothing else happens and
/// while the running program takes a farm of feeds in; the list of 200 stories in an archive of many articles. Floor: the health page.
/// </summary>
internal static class ApiJob
{
    private const int Batch = 1000, StoryOf = 5;

    public static async Task<int> RunAsync(JobOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("api-job-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "feeds.json"), """{"sources": []}""");
            await using var app = Site.Build(Settings.Load([
                $"DataDirectory={Path.Combine(folder, "data")}", $"Feeds={Path.Combine(folder, "feeds.json")}", "Urls=http://127.0.0.1:0", "Fetching:AllowedPrivateNetworks=127.0.0.0/8",
                "Fetching:HostDelay=00:00:00", "Logging:LogLevel:Default=None", "Api:RequestsPerMinute=0"]));
            await ServeCommand.PrepareAsync(app.Services, CancellationToken.None);
            await FillAsync(app.Services, options);
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync(app.Services));
            await CalmAsync();
            var section = await SectionAsync(client);
            Say($"{options.Articles} articles in {options.Articles / StoryOf} stories, {Environment.ProcessorCount} cores, {DateTime.Now:yyyy-MM-dd}");
            Say("| request | number | p50 ms | p95 ms | longest ms | p95 × floor |");
            Say("|---|---|---|---|---|---|");
            // The first hundred pay for compiling; an editor's server has been running for long.
            for (var i = 0; i < 100; i++)
            {
                await SaveAsync(client, section);
                if (i < 20) await StoriesAsync(client);
                await client.GetStringAsync("/health/live");
            }

            var floor = Row("floor: the health page", await ManyAsync(500, () => client.GetStringAsync("/health/live")), null);
            Row("section save, idle", await ManyAsync(500, () => SaveAsync(client, section)), floor);
            Row("200 stories", await ManyAsync(200, () => StoriesAsync(client)), floor);
            await FarmAsync(app.Services, client, section, options, floor);
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Until what a start does is done: the stories' and copies' windows are read.</summary>
    private static async Task CalmAsync()
    {
        using var process = Process.GetCurrentProcess();
        for (var i = 0; i < 60; i++)
        {
            var before = process.TotalProcessorTime;
            await Task.Delay(1000);
            process.Refresh();
            if (process.TotalProcessorTime - before < TimeSpan.FromMilliseconds(50)) return;
        }
    }

    private static async Task FarmAsync(IServiceProvider services, HttpClient client, Section section, JobOptions options, double floor)
    {
        await using var farm = await Farm.StartAsync(options);
        var feeds = (await farm.FeedsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var clock = Stopwatch.StartNew();
        await services.GetRequiredService<SourceAdding>().RunAsync([.. feeds.Select((url, n) => new SourceEntry(url, $"feed {n}", null, [], "auto", 1, null, n))], isDryRun: false, CancellationToken.None);
        var (saves, lists) = (new List<double>(), new List<double>());
        var databases = services.GetRequiredService<Func<AggregatorDb>>();
        var taken = 0;
        // Until everything is there, or for five minutes.
        while (taken < options.Feeds * 20 && clock.Elapsed < TimeSpan.FromMinutes(5))
        {
            for (var i = 0; i < 20; i++)
            {
                saves.AddRange(await ManyAsync(1, () => SaveAsync(client, section)));
                await Task.Delay(30);
            }

            lists.AddRange(await ManyAsync(1, () => StoriesAsync(client)));
            await using var db = databases();
            taken = await db.Articles.CountAsync() - options.Articles;
        }

        Say($"The farm's {taken} articles were in after {clock.Elapsed.TotalSeconds:0} s.");
        Row("section save, while the farm is taken in", saves, floor);
        Row("200 stories, meanwhile", lists, floor);
    }

    private static async Task FillAsync(IServiceProvider services, JobOptions options)
    {
        await services.GetRequiredService<SourceAdding>().RunAsync([.. Enumerable.Range(0, ZipfArticles.Sources).Select(n => new SourceEntry($"https://s{n}.example/feed", $"outlet {n}", null, [], "auto", 1, null, n))], isDryRun: false, CancellationToken.None);
        var store = services.GetRequiredService<SqlStore>();
        var articles = new ZipfArticles(options.Seed);
        for (var at = 0; at < options.Articles; at += Batch)
        {
            var batch = articles.Make(Math.Min(Batch, options.Articles - at)).ToList();
            await store.WriteAsync(
                async (session, stop) =>
                {
                    await ArticleRows.InsertAsync(session, batch, stop);
                    return 0;
                },
                CancellationToken.None);
        }

        // Four weeks, evenly; five articles that follow each other are a story.
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var (first, step) = (TimeProvider.System.GetUtcNow().AddDays(-28).UtcTicks, TimeSpan.FromDays(28).Ticks / options.Articles);
        await db.Database.ExecuteSqlAsync($"UPDATE article SET time = {first} + id * {step}, arrived_at = {first} + id * {step}");
        await db.Database.ExecuteSqlAsync($"UPDATE source SET retired_at = {first}");
        await db.Database.ExecuteSqlAsync($"INSERT INTO story (id, headline, lead, language, articles, copies, outlets, first_at, last_at) SELECT (id - 1) / {StoryOf} + 1, min(title), 'Lead', 'fr', count(*), 0, count(DISTINCT source_id), min(time), max(time) FROM article GROUP BY (id - 1) / {StoryOf}");
        await db.Database.ExecuteSqlAsync($"INSERT INTO story_member (article_id, story_id, is_fixed, is_by_excerpt) SELECT id, (id - 1) / {StoryOf} + 1, 0, 0 FROM article");
        await db.Database.ExecuteSqlAsync($"ANALYZE");
    }

    private static async Task<string> KeyAsync(IServiceProvider services)
    {
        var key = ApiKeyHandler.NewKey();
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var account = new Account { Name = "Editor", UserName = "editor@review.example", Email = "editor@review.example", Role = AccountRole.Publisher };
        db.Add(account);
        await db.SaveChangesAsync();
        db.Add(new ApiKey { AccountId = account.Id, Name = "benchmark", Hash = ApiKeyHandler.HashOf(key), MadeAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
        return key;
    }

    private static async Task<Section> SectionAsync(HttpClient client)
    {
        var publication = await MadeAsync(client, "/publications", new { title = "Review", language = "en", timeZone = "UTC", senderName = "Review", senderAddress = "review@review.example" }, match: null);
        var issue = await MadeAsync(client, $"/publications/{publication}/issues", new { title = "Issue" }, match: null);
        var quotes = new List<string>();
        for (var at = 1; at <= 12; at++)
        {
            var article = await client.GetFromJsonAsync<JsonElement>(string.Create(CultureInfo.InvariantCulture, $"{ApiHost.Root}/articles/{at}"));
            quotes.Add(string.Join(' ', article.GetProperty("text").GetString()!.Split(' ').Skip(24).Take(8)));
        }

        return new(await MadeAsync(client, $"/issues/{issue}/sections", Words(0, quotes), match: "*"), quotes);
    }

    private static async Task<string> MadeAsync(HttpClient client, string path, object body, string? match)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ApiHost.Root + path) { Content = JsonContent.Create(body) };
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        using var response = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<string> SaveAsync(HttpClient client, Section section)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{ApiHost.Root}/sections/{section.Id}") { Content = JsonContent.Create(Words(section.Saved, section.Quotes)) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{section.Saved + 1}\"");
        using var response = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        section.Saved++;
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Twelve paragraphs of forty words, each with a credit and a quote of an article.</summary>
    private static object Words(int turn, IReadOnlyList<string> quotes) => new
    {
        title = "Section",
        blocks = Enumerable.Range(1, 12).Select(at => new
        {
            kind = "paragraph",
            spans = new object[]
            {
                new { text = string.Create(CultureInfo.InvariantCulture, $"Turn {turn}: {string.Concat(Enumerable.Repeat("words that tell what happened ", 8))}") },
                new { text = quotes[at - 1], marks = new[] { new { kind = "quote", articleId = at } } }, new { text = ", says " }, new { text = "outlet", marks = new[] { new { kind = "credit", articleId = at } } },
            },
        }),
    };

    private static async Task<string> StoriesAsync(HttpClient client) => await client.GetStringAsync(ApiHost.Root + "/stories?limit=200");

    private static async Task<List<double>> ManyAsync(int count, Func<Task<string>> request)
    {
        var took = new List<double>(count);
        for (var i = 0; i < count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await request();
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return took;
    }

    private static double Row(string name, List<double> times, double? floor)
    {
        var sorted = times.Order().ToList();
        var p95 = sorted[(int)(.95 * (sorted.Count - 1))];
        Say($"| {name} | {sorted.Count} | {sorted[sorted.Count / 2]:0.0} | {p95:0.0} | {sorted[^1]:0.0} | {p95 / (floor ?? p95):0.0} |");
        return p95;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);

    /// <summary>A section, what it quotes, and how often it was saved since it was made.</summary>
    private sealed class Section(string id, IReadOnlyList<string> quotes)
    {
        public string Id { get; } = id;

        public IReadOnlyList<string> Quotes { get; } = quotes;

        public int Saved { get; set; }
    }
}

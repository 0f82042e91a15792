using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Scheduling;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// The real feeds of the shared test data as if each had just published, taken in as <c>serve</c> takes them in: prints every story of more
/// than so many articles, before the nightly pass and after it, to be read by eye.
/// </summary>
internal static class RealStoriesJob
{
    public static async Task<int> RunAsync(JobOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("real-stories-job-");
        try
        {
            var feeds = Feeds();
            await using var site = await TestSite.StartAsync(feeds.Count);
            await using var services = ProductServices.Build(Settings.Load([
                $"DataDirectory={folder.FullName}", "Fetching:AllowedPrivateNetworks=127.0.0.0/8", "Fetching:HostDelay=00:00:00"]));
            await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
            await TakeInAsync(services, Give(site, feeds));
            var keeper = services.GetRequiredService<StoryKeeper>();
            await keeper.RunAsync(CancellationToken.None);
            await PrintAsync("Before the nightly pass", services, options.Above);
            await keeper.ReviewAsync(CancellationToken.None);
            await PrintAsync("After the nightly pass", services, options.Above);
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Feeds()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Folder, "corpus", "feeds", "real.json")));
        var files = list.RootElement.GetProperty("feeds").EnumerateArray().Select(feed => feed.GetProperty("file").GetString());
        return [.. files.Select(file => Path.GetFileName(file)!)];
    }

    private static List<SourceEntry> Give(TestSite site, IReadOnlyList<string> feeds) => [.. feeds.Select((file, host) =>
    {
        var address = new Uri(site.Url($"/{file}", host));
        var feed = File.ReadAllBytes(Path.Combine(SharedData.Folder, "corpus", "feeds", "real", file));
        var type = Path.GetExtension(file) == ".json" ? "application/feed+json" : "application/xml";
        site.Give(address.AbsolutePath, FeedAsOf.Of(feed, address.Authority, TimeProvider.System.GetUtcNow()), type);
        return new SourceEntry(address.AbsoluteUri, file, null, [], "auto", 1, null, Line: 1);
    })];

    private static async Task TakeInAsync(IServiceProvider services, IReadOnlyList<SourceEntry> feeds)
    {
        await services.GetRequiredService<SourceAdding>().RunAsync(feeds, isDryRun: false, CancellationToken.None);
        var round = new PollSelection(TimeProvider.System.GetUtcNow(), true, null, null);
        await using var visits = ActivatorUtilities.CreateInstance<PollPump>(services, round);
        await visits.DrainAsync(CancellationToken.None);
        await using var pages = ActivatorUtilities.CreateInstance<ExtractPump>(services);
        await pages.DrainAsync(CancellationToken.None);
        await services.GetRequiredService<CopyKeeper>().RunAsync(CancellationToken.None);
    }

    private static async Task PrintAsync(string when, IServiceProvider services, int above)
    {
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var stories = await ToldTogether.ReadAsync(db);
        var many = stories.Where(story => story.Titles.Count > above).ToList();
        var largest = stories.Select(story => story.Titles.Count).FirstOrDefault();
        Console.WriteLine($"{when}: {stories.Count} stories of several articles, the largest of {largest}.");
        Console.WriteLine($"{many.Count} of more than {above}:");
        foreach (var story in many) Console.WriteLine(story);
    }
}

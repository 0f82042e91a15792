using System.Text.Json;

namespace Aggregator.Tests.Bench;

/// <summary>The 77 whole feeds of real publishers of the shared test data, served from loopback.</summary>
internal static class RealFeeds
{
    /// <summary>Hosts they are spread over.</summary>
    public const int Hosts = 8;

    public const int Count = 77;

    /// <returns>Their addresses.</returns>
    public static async Task<IReadOnlyList<string>> GiveAsync(TestSite site)
    {
        var files = Files();
        foreach (var file in files) site.Give($"/{file}", await File.ReadAllBytesAsync(Shared.Path("corpus", "feeds", "real", file)), TypeOf(file));
        return [.. files.Select((file, at) => site.Url($"/{file}", at % Hosts))];
    }

    /// <summary>Each as if its newest entry had been published an hour before now, on a host of its own, which has no pages.</summary>
    /// <param name="site">With <see cref="Count"/> hosts.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Their addresses.</returns>
    public static async Task<IReadOnlyList<string>> GiveAsOfAsync(TestSite site, DateTimeOffset now)
    {
        var addresses = new List<string>();
        foreach (var file in Files())
        {
            var address = new Uri(site.Url($"/{file}", addresses.Count));
            var feed = await File.ReadAllBytesAsync(Shared.Path("corpus", "feeds", "real", file));
            site.Give(address.AbsolutePath, FeedAsOf.Of(feed, address.Authority, now), TypeOf(file));
            addresses.Add(address.AbsoluteUri);
        }

        return addresses;
    }

    private static List<string> Files()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Shared.Path("corpus", "feeds", "real.json")));
        return [.. list.RootElement.GetProperty("feeds").EnumerateArray().Select(feed => Path.GetFileName(feed.GetProperty("file").GetString()!))];
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".json" => "application/feed+json",
        ".atom" => "application/atom+xml",
        _ => "application/xml",
    };
}

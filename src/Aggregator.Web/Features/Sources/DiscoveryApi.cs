using Aggregator.Intake;
using Aggregator.Reading.Urls;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/sources:discover</c>: what can be followed at an address. Stores nothing, so it holds no write while it waits for others' servers.</summary>
internal static class DiscoveryApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/sources:discover", LookAsync)
            .For(Editor, "Looks what can be followed at an address, and stores nothing.", Answer.Ok<DiscoveryAnswer>()).WithMetadata(new CommitsItself());

    private static async Task<IResult> LookAsync(DiscoveryRequest request, DiscoverFeeds discover, AggregatorDb db, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Address)) return ApiProblem.Field("address", "Give the address of a feed, a page or an account.");
        var found = await discover.RunAsync(request.Address, stop);
        return found.Address is null
            ? ApiProblem.Field("address", DiscoveryWords.Say(found.Problem!, "en"))
            : Results.Ok(DiscoveryAnswer.Of(found, await FollowedAsync(db, found.Feeds, stop)));
    }

    /// <summary>The sources that the feeds are known as, followed or not, by key.</summary>
    public static async Task<Dictionary<string, Source>> KnownAsync(AggregatorDb db, IReadOnlyList<FoundFeed> feeds, CancellationToken stop) =>
        KnownKeys.Of(await KnownKeys.ReadAsync(db.Sources.AsNoTracking(), [.. feeds.Select(feed => UrlKey.Of(feed.Url))], stop), source => source);

    /// <summary>Which of the feeds are followed, and as which source.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> FollowedAsync(AggregatorDb db, IReadOnlyList<FoundFeed> feeds, CancellationToken stop)
    {
        var known = await KnownAsync(db, feeds, stop);
        return feeds.Select(feed => (feed.Url, Source: known.GetValueOrDefault(UrlKey.Of(feed.Url)))).Where(found => found.Source is { RetiredAt: null })
            .ToDictionary(found => found.Url, found => found.Source!.Id, StringComparer.Ordinal);
    }
}

using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Hostile feeds among good ones: each is a row with an outcome, and all the good ones arrive. What each costs is measured by the job "hostile".</summary>
public sealed class HostileFeedsTests
{
    private const int Good = 500, Hosts = 20;

    [SharedFact]
    public async Task AllGoodFeedsArriveAndEveryHostileOneIsARow()
    {
        await using var site = await TestSite.StartAsync(Hosts);
        await using var bench = await TestBench.StartAsync();
        var hostile = (await File.ReadAllLinesAsync(Shared.Path("corpus", "hostile", "feeds.jsonl"))).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        foreach (var feed in hostile) site.Give($"/{feed.GetProperty("file").GetString()}", await File.ReadAllBytesAsync(Shared.Path("corpus", "hostile", feed.GetProperty("file").GetString()!)), "application/xml");
        for (var n = 0; n < Good; n++) site.Give($"/good/{n}", Fixtures.WholeFeed(site, $"Revue {n}", n));
        var urls = Enumerable.Range(0, Good).Select(n => site.Url($"/good/{n}", n % Hosts))
            .Concat(hostile.Select((feed, at) => site.Url($"/{feed.GetProperty("file").GetString()}", at % Hosts)));
        await bench.FollowAsync(urls);

        var outcomes = await bench.RefreshAsync();

        Assert.Empty(bench.Faults.Lines);
        Assert.Equal(Good + hostile.Count, outcomes.Count);
        Assert.All(outcomes.Take(Good), outcome => Assert.Equal((PollKind.Read, 1), (outcome.Kind, outcome.Entries)));
        Assert.Equal(Good, await bench.QueryAsync(db => db.Articles.CountAsync(article => article.Url.Contains("/article/"))));
        var wrong = hostile.Zip(outcomes.Skip(Good)).Where(pair => !IsRight(pair.First, pair.Second)).Select(pair => $"{pair.First.GetProperty("id").GetString()}: {pair.Second}");
        Assert.Empty(wrong);
        Assert.False(await bench.QueryAsync(db => db.ArticleTexts.AnyAsync(text => text.Text.Contains("root:"))));
        Assert.DoesNotContain(site.Requests, request => !request.Path.StartsWith("/good/", StringComparison.Ordinal) && !request.Path.StartsWith("/feeds/", StringComparison.Ordinal));
    }

    /// <summary>"refuse" gives no entry; "entries" is read (an item that says nothing is no article); "either" only ends.</summary>
    private static bool IsRight(JsonElement feed, PollOutcome outcome) => feed.GetProperty("expect").GetString() switch
    {
        "refuse" => outcome.Error != PollError.None || outcome.Entries == 0,
        "entries" => outcome.Error == PollError.None,
        _ => true,
    };
}

using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Two hundred feeds of the farm: everything comes in, an unchanged round is answered by 304, and what moved on brings just the new entries.</summary>
public sealed class FarmRefreshTests
{
    private const int Feeds = 200, Entries = 20, Port = 18_290;

    [FarmFact]
    public async Task WhatIsNewComesInAndNothingElseIsAskedFor()
    {
        await using var farm = await FeedFarm.StartAsync(Feeds, Port);
        await using var bench = await TestBench.StartAsync();
        await bench.FollowAsync(farm.Feeds);

        var first = await bench.RefreshAsync();
        Assert.All(first, outcome => Assert.Equal((PollError.None, Entries), (outcome.Error, outcome.NewArticles)));
        Assert.Equal((Feeds, Feeds * Entries), (first.Count, await bench.QueryAsync(db => db.Articles.CountAsync())));
        var cold = await farm.StatsAsync();
        Assert.Equal((Feeds, Feeds), (cold.Requests, cold.Statuses["200"]));
        Assert.Equal(1, cold.MostPerHost);

        Assert.All(await bench.RefreshAsync(), outcome => Assert.Equal((PollError.None, 0), (outcome.Error, outcome.NewArticles)));
        Assert.Equal(Feeds, (await farm.StatsAsync()).Statuses["304"]);

        await farm.AdvanceAsync(percent: 10, entries: 2);
        var news = await bench.RefreshAsync();
        var moved = (await farm.StatsAsync()).Statuses;
        Assert.InRange(moved["200"], 1, Feeds / 2);
        Assert.Equal(Feeds, moved["200"] + moved["304"]);
        Assert.Equal((moved["200"], 2 * moved["200"]), (news.Count(outcome => outcome.NewArticles == 2), news.Sum(outcome => outcome.NewArticles)));
        Assert.Equal(Feeds * Entries + 2 * moved["200"], await bench.QueryAsync(db => db.Articles.CountAsync()));
    }
}

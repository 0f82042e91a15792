using System.Globalization;
using Aggregator.Intake;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Aggregator.Tests.Service.Intake;

/// <summary>Whole feeds of real publishers, served from loopback: each is a row with an outcome.</summary>
public sealed class RealFeedsTests(ITestOutputHelper output)
{
    [SharedFact]
    public async Task EveryRealFeedIsVisitedAndNoneBreaksUs()
    {
        await using var site = await TestSite.StartAsync(RealFeeds.Hosts);
        await using var bench = await TestBench.StartAsync();
        await bench.FollowAsync(await RealFeeds.GiveAsync(site));

        var outcomes = await bench.RefreshAsync();

        output.WriteLine("file | outcome | entries | new | error");
        foreach (var outcome in outcomes)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{outcome.Name[(outcome.Name.LastIndexOf('/') + 1)..]} | {outcome.Kind} | {outcome.Entries} | {outcome.NewArticles} | {outcome.Error} {outcome.ErrorDetail}"));
        Assert.Empty(bench.Faults.Lines);
        Assert.Equal(77, outcomes.Count);
        Assert.Equal(77, await bench.QueryAsync(db => db.Polls.CountAsync(poll => poll.Status == 200)));
        Assert.InRange(outcomes.Count(outcome => outcome.Kind == PollKind.Read), 74, 77);
        var (articles, brought) = (await bench.QueryAsync(db => db.Articles.CountAsync()), outcomes.Sum(outcome => outcome.NewArticles));
        Assert.Equal(brought, articles);
        Assert.True(articles > 1000, $"{articles} articles");
        Assert.False(await bench.QueryAsync(db => db.Articles.AnyAsync(article => article.Title == "" || article.UrlKey == "")));

        Assert.All(await bench.RefreshAsync(), outcome => Assert.True(outcome.NewArticles == 0, outcome.Name));
        Assert.Empty(bench.Faults.Lines);
    }
}

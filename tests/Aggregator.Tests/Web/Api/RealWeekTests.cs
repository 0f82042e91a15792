using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>The week on real input: the 77 real feeds, whose articles the issue cites, and a farm whose stories it tells.</summary>
[Collection(Programs.Name)]
public sealed class RealWeekTests
{
    private const int FarmFeeds = 40, FarmPort = 18_280;

    [FarmFact]
    public async Task FromRealFeedsAndTheFarmToMails()
    {
        await using var site = await TestSite.StartAsync(RealFeeds.Hosts);
        await using var farm = await FeedFarm.StartAsync(FarmFeeds, FarmPort);
        var real = await RealFeeds.GiveAsync(site);
        // The farm's texts are so alike that a matcher that sees them together makes one story of each language: these are four for certain.
        var told = ApiFixture.Tell(site);
        await using var desk = await ApiDesk.StartAsync([.. real, .. farm.Feeds, .. told]);
        await Eventually.TrueAsync(() => desk.Site.QueryAsync(async db => await db.SourcePolls.CountAsync(poll => poll.VisitedAt != null) == real.Count + farm.Feeds.Count + told.Length), "all to be visited");
        await Eventually.TrueAsync(async () => (await desk.Editor.GetAsync("/stories?limit=4")).Json.GetProperty("items").GetArrayLength() == 4, "four stories");

        var cited = await desk.Site.QueryAsync(db => db.Articles.Where(article => !article.Url.StartsWith("http://127.1.")).OrderByDescending(article => article.Id)
            .Select(article => article.Id).Take(4).ToListAsync());
        Assert.Equal(4, cited.Count);
        await new Week(desk).LiveAsync(cited);
    }
}

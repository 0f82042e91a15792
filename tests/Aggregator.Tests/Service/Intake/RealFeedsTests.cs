using System.Globalization;
using System.Text.Json;
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
        await using var site = await TestSite.StartAsync(hosts: 8);
        await using var bench = await TestBench.StartAsync();
        var files = RealFiles();
        foreach (var file in files) site.Give($"/{file}", await File.ReadAllBytesAsync(Shared.Path("corpus", "feeds", "real", file)), TypeOf(file));
        await bench.FollowAsync(files.Select((file, at) => site.Url($"/{file}", at % 8)));

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

    private static List<string> RealFiles()
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

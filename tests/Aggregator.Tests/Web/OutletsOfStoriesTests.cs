using Aggregator.Archive;
using Aggregator.Stories;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web;

/// <summary>Who tells a story is whose articles they are, not the log that links to them.</summary>
public sealed class OutletsOfStoriesTests : IAsyncLifetime
{
    private DeskSite desk = null!;

    public async Task InitializeAsync() => desk = await DeskSite.StartAsync("http://127.0.0.1:9/links");

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task TwoOutletsOfOneLinkLogAreTwoAndWhatNobodyDatesHasNoHour()
    {
        await desk.QueryAsync(async db =>
        {
            var now = DateTimeOffset.UtcNow;
            var story = new Story { Headline = "Le pont fermé", Language = "fr", Articles = 2, Outlets = 2, FirstAt = now.AddHours(-2), LastAt = now };
            db.Add(story);
            await db.SaveChangesAsync();
            db.Add(new StoryMember { StoryId = story.Id, Article = Linked(1, "https://www.courrier-orbe.example/pont", "Courrier d’Orbe", now.AddHours(-2), now.AddHours(-2)) });
            db.Add(new StoryMember { StoryId = story.Id, Article = Linked(2, "https://m.vallee-matin.example/pont", null, now, published: null) });
            return await db.SaveChangesAsync();
        });
        using var editor = await desk.SignUpAsync();

        var row = (await editor.PageAsync("/desk")).QuerySelector("article.story")!;
        Assert.Equal(["Courrier d’Orbe", "vallee-matin.example"], row.QuerySelectorAll("abbr.monogram").Select(mark => mark.GetAttribute("title")));

        var page = await editor.PageAsync(row.QuerySelector("h2 a")!.GetAttribute("href")!);
        Assert.Equal(["Courrier d’Orbe", "vallee-matin.example"], page.QuerySelectorAll(".timeline .what b").Select(outlet => outlet.TextContent));
        Assert.Equal("Undated", page.QuerySelectorAll(".timeline .day").Last().TextContent);
        Assert.Single(page.QuerySelectorAll(".timeline time"));
    }

    private static Article Linked(int id, string url, string? outlet, DateTimeOffset time, DateTimeOffset? published) => new()
    {
        UrlKey = url, Url = url, Title = $"Le pont {id}", SourceId = 1, ArrivedAt = time, Time = time, PublishedAt = published, Language = "fr", IsWhole = true,
        Text = new() { Text = "Le pont est fermé depuis lundi.", SiteName = outlet },
    };
}

using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

public sealed class SourcesTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task ASourceIsAddedChangedRefreshedAndRetired()
    {
        var url = fixture.Press.Url("/mine");
        var made = (await fixture.Administrator.PostAsync("/sources", new { url, name = "La mienne", topics = new[] { "lille" }, weight = 2, interval = "01:00:00" })).Is(201);
        (await fixture.Administrator.PostAsync("/sources", new { url = url + "?utm_source=x", name = "Encore" })).IsProblem(409, made.Location!);

        var moved = fixture.Press.Url("/mine-formerly");
        await fixture.Site.QueryAsync(async db =>
        {
            (await db.Sources.SingleAsync(source => source.Url == url)).FormerKeys = [Aggregator.Reading.Urls.UrlKey.Of(moved)];
            return await db.SaveChangesAsync();
        });
        (await fixture.Administrator.PostAsync("/sources", new { url = moved, name = "À son ancienne adresse" })).IsProblem(409, made.Location!);

        (await fixture.Administrator.PutAsync(made.Location!, new { url, name = "Nôtre" })).IsProblem(428, "If-Match");
        var changed = (await fixture.Administrator.PutAsync(made.Location!, new { url, name = "Nôtre" }, made.ETag)).Is(200);
        var stale = (await fixture.Administrator.PutAsync(made.Location!, new { url, name = "Perdu" }, made.ETag)).IsProblem(412, "current");
        Assert.Equal("Nôtre", stale.Json.GetProperty("current").GetProperty("name").GetString());
        var edited = await fixture.Site.QueryAsync(db => db.Sources.Where(source => source.Url == url).Select(source => source.EditedFields).SingleAsync());
        Assert.True(edited.HasFlag(SourceFields.Name | SourceFields.Topics));

        (await fixture.Editor.PostAsync(made.Location! + ":refresh")).Is(202);
        (await fixture.Administrator.SendAsync("DELETE", made.Location!, match: changed.ETag)).Is(204);
        var retired = (await fixture.Contributor.GetAsync(made.Location!)).Is(200);
        Assert.Equal("True", retired.Of("isRetired"));
        (await fixture.Editor.PostAsync(made.Location! + ":refresh")).IsProblem(409, "retired");
        (await fixture.Administrator.SendAsync("DELETE", made.Location!, match: changed.ETag)).IsProblem(412, "current");
        Assert.Equal("False", (await fixture.Administrator.PutAsync(made.Location!, new { url, name = "Nôtre", isRetired = false }, retired.ETag)).Is(200).Of("isRetired"));
    }

    [Fact]
    public async Task WhatIsGotCanBePutBackWithARegionInItsLanguage()
    {
        var url = fixture.Press.Url("/region");
        var made = (await fixture.Administrator.PostAsync("/sources", new { url, name = "Le Devoir", language = "FR-ca", keepDays = 30 })).Is(201);
        var got = (await fixture.Administrator.GetAsync(made.Location!)).Is(200);
        Assert.Equal("fr-CA", got.Of("language"));

        var put = (await fixture.Administrator.PutAsync(
            made.Location!, new { url = got.Of("url"), name = got.Of("name"), language = got.Of("language"), keepDays = 30 }, got.ETag)).Is(200);

        Assert.Equal(("fr-CA", got.ETag), (put.Of("language"), put.ETag));
        Assert.True((await fixture.Site.QueryAsync(db => db.Sources.Where(source => source.Url == url).Select(source => source.EditedFields).SingleAsync())).HasFlag(SourceFields.Keep));
    }

    [Fact]
    public async Task WhatCanBeFollowedIsShownAndNothingIsStored()
    {
        fixture.Press.Give("/discover", Fixtures.Rss("Découverte", Fixtures.Item("Article", fixture.Press.Url("/d/1"))));
        var before = await fixture.Site.QueryAsync(db => db.Sources.CountAsync());

        var found = (await fixture.Editor.PostAsync("/sources:discover", new { address = fixture.Press.Url("/discover") })).Is(200).Json;
        var feed = Assert.Single(found.GetProperty("feeds").EnumerateArray());
        Assert.Equal(("Découverte", "itself", "Article"), (feed.GetProperty("title").GetString(), feed.GetProperty("origin").GetString(), feed.GetProperty("preview")[0].GetProperty("title").GetString()));
        Assert.False(feed.TryGetProperty("sourceId", out _));

        var nothing = (await fixture.Editor.PostAsync("/sources:discover", new { address = "http://nobody.invalid/" })).Is(200).Json;
        Assert.Contains("No server has the name", nothing.GetProperty("problem").GetString(), StringComparison.Ordinal);
        (await fixture.Editor.PostAsync("/sources:discover", new { address = "un mot" })).Is(422);
        (await fixture.Contributor.PostAsync("/sources:discover", new { address = "https://a.example/" })).IsProblem(403, "editor");
        Assert.Equal(before, await fixture.Site.QueryAsync(db => db.Sources.CountAsync()));
    }

    [Theory]
    [InlineData("url", """{"name":"a"}""")]
    [InlineData("url", """{"url":"ftp://press.example/","name":"a"}""")]
    [InlineData("url", """{"url":"https://me:secret@press.example/","name":"a"}""")]
    [InlineData("name", """{"url":"https://press.example/x","name":" "}""")]
    [InlineData("language", """{"url":"https://press.example/x","name":"a","language":"français"}""")]
    [InlineData("language", """{"url":"https://press.example/x","name":"a","language":"fr_CA"}""")]
    [InlineData("topics", """{"url":"https://press.example/x","name":"a","topics":[""]}""")]
    [InlineData("weight", """{"url":"https://press.example/x","name":"a","weight":100}""")]
    [InlineData("interval", """{"url":"https://press.example/x","name":"a","interval":"00:00:01"}""")]
    [InlineData("interval", """{"url":"https://press.example/x","name":"a","interval":"soon"}""")]
    [InlineData("kind", """{"url":"https://press.example/x","name":"a","kind":"radio"}""")]
    [InlineData("kind", """{"url":"https://press.example/x","name":"a","kind":1}""")]
    public async Task ABadSourceIsRefused(string field, string body)
    {
        var answer = (await fixture.Administrator.PostAsync("/sources", body)).Is(422);
        Assert.Equal(field, Assert.Single(answer.Json.GetProperty("errors").EnumerateObject()).Name);
        Assert.False(await fixture.Site.QueryAsync(db => db.Sources.AnyAsync(source => source.Url.Contains("press.example"))));
    }

    [Fact]
    public async Task SourcesArticlesAndStoriesAreListedInParts()
    {
        foreach (var list in new[] { "/sources", "/articles", "/stories", "/sources/1/polls" })
        {
            var seen = new List<int>();
            for (string? after = null; ;)
            {
                var part = (await fixture.Contributor.GetAsync($"{list}?limit=1{(after is null ? "" : $"&after={after}")}")).Is(200).Json;
                seen.AddRange(part.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32()));
                if (!part.TryGetProperty("next", out var next)) break;
                after = next.GetString();
            }

            Assert.NotEmpty(seen);
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    [Fact]
    public async Task WhatTheListsNameIsThere()
    {
        var story = (await fixture.Contributor.GetAsync("/stories?language=fr")).Is(200).Json.GetProperty("items")[0];
        var members = (await fixture.Contributor.GetAsync($"/stories/{story.GetProperty("id")}")).Is(200).Json.GetProperty("members");
        var article = (await fixture.Contributor.GetAsync($"/articles/{members[0].GetProperty("id")}")).Is(200);
        Assert.True(article.Of("text").Length > 500);
        Assert.Equal(2, (await fixture.Contributor.GetAsync("/articles?q=marseille%20instagram&language=fr")).Is(200).Json.GetProperty("items").GetArrayLength());
        (await fixture.Contributor.GetAsync("/articles?q=%22%20OR%20*%20(")).IsFault("q", "A quotation mark is not closed");
        (await fixture.Contributor.GetAsync("/articles/999999")).IsProblem(404, "no article");
        (await fixture.Contributor.GetAsync("/stories/999999")).IsProblem(404, "no story");
        (await fixture.Contributor.GetAsync("/sources/999999")).IsProblem(404, "no source");
        (await fixture.Contributor.GetAsync("/sources/999999/polls")).IsProblem(404, "no source");
        (await fixture.Contributor.GetAsync("/articles?source=x")).IsFault("source", "cannot be read");
    }
}

using System.Text.Json;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>What editors do to stories, through the API: the machine never undoes it, they can.</summary>
public sealed class StoryMovesTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task AMergeHoldsThroughTheNightAndARestartAndCanBeUndone()
    {
        var before = await PlacesAsync();
        var (one, other) = await TwoStoriesAsync();
        var merged = (await fixture.Editor.PostAsync($"/stories/{one}:merge", new { other }, match: await TagAsync(one))).Is(200);
        Assert.Equal(4, merged.Json.GetProperty("members").GetArrayLength());
        var moved = await PlacesAsync();
        Assert.DoesNotContain(other, moved.Values);
        Assert.DoesNotContain(Listed(await StoriesAsync()), id => id == other);

        await AssertHoldsAsync(moved);
        await UndoAsync(merged);
        Assert.Equal(before, await PlacesAsync());
        await AssertHoldsAsync(before);
    }

    [Fact]
    public async Task ASplitHoldsThroughTheNightAndARestartAndCanBeUndone()
    {
        var before = await PlacesAsync();
        var (one, _) = await TwoStoriesAsync();
        var leaving = before.Where(place => place.Value == one).Select(place => place.Key).First();
        var split = (await fixture.Editor.PostAsync($"/stories/{one}:split", new { articles = new[] { leaving } }, match: await TagAsync(one))).Is(200);
        var moved = await PlacesAsync();
        Assert.NotEqual(one, moved[leaving]);
        Assert.Single(moved.Values, one);

        await AssertHoldsAsync(moved);
        await UndoAsync(split);
        Assert.Equal(before, await PlacesAsync());
    }

    [Fact]
    public async Task APinnedStoryIsFirstAndADismissedOneIsNotListed()
    {
        var last = Listed(await StoriesAsync())[^1];
        var pinned = (await fixture.Editor.PostAsync($"/stories/{last}:pin", new { }, match: await TagAsync(last))).Is(200);
        Assert.Equal(last, Listed(await StoriesAsync())[0]);
        await fixture.Site.ReviewStoriesAsync();
        Assert.Equal(last, Listed(await StoriesAsync())[0]);
        await UndoAsync(pinned);

        var dismissed = (await fixture.Editor.PostAsync($"/stories/{last}:dismiss", new { }, match: await TagAsync(last))).Is(200);
        await fixture.Site.ReviewStoriesAsync();
        Assert.DoesNotContain(last, Listed(await StoriesAsync()));
        await UndoAsync(dismissed);
        Assert.Contains(last, Listed(await StoriesAsync()));
    }

    [Fact]
    public async Task WhatCannotBeIsRefusedAndChangesNothing()
    {
        var before = await PlacesAsync();
        var (one, other) = await TwoStoriesAsync();
        var tag = await TagAsync(one);
        (await fixture.Editor.PostAsync($"/stories/{one}:merge", new { other })).IsProblem(428, "If-Match");
        (await fixture.Editor.PostAsync($"/stories/{one}:merge", new { other }, match: "\"old\"")).IsProblem(412, "current");
        (await fixture.Editor.PostAsync($"/stories/{one}:merge", new { other = one }, match: tag)).IsProblem(409, "other");
        (await fixture.Editor.PostAsync($"/stories/{one}:merge", new { other = 999_999 }, match: tag)).IsProblem(409, "999999");
        (await fixture.Editor.PostAsync($"/stories/{one}:split", new { articles = before.Where(place => place.Value == one).Select(place => place.Key) }, match: tag)).IsProblem(409, "leave");
        (await fixture.Editor.PostAsync($"/stories/{one}:split", new { articles = Array.Empty<int>() }, match: tag)).IsProblem(409, "at least one");
        (await fixture.Editor.PostAsync("/story-moves/999999:undo", new { })).IsProblem(409, "999999");
        (await fixture.Editor.PostAsync("/stories/999999:pin", new { }, match: tag)).IsProblem(404, "999999");
        Assert.Equal(before, await PlacesAsync());
    }

    private Task<Dictionary<int, int>> PlacesAsync() => fixture.Site.QueryAsync(db => db.StoryMembers.ToDictionaryAsync(member => member.ArticleId, member => member.StoryId));

    private async Task<JsonElement> StoriesAsync() => (await fixture.Editor.GetAsync("/stories")).Is(200).Json.GetProperty("items");

    private static List<int> Listed(JsonElement stories) => [.. stories.EnumerateArray().Select(story => story.GetProperty("id").GetInt32())];

    private async Task<(int One, int Other)> TwoStoriesAsync()
    {
        var listed = Listed(await StoriesAsync());
        return (listed[0], listed[1]);
    }

    private async Task<string> TagAsync(int story) => (await fixture.Editor.GetAsync($"/stories/{story}")).Is(200).ETag!;

    private async Task UndoAsync(ApiAnswer move) =>
        (await fixture.Editor.PostAsync($"/story-moves/{move.Json.GetProperty("move").GetProperty("id").GetInt32()}:undo", new { })).Is(204);

    private async Task AssertHoldsAsync(Dictionary<int, int> places)
    {
        await fixture.Site.ReviewStoriesAsync();
        Assert.Equal(places, await PlacesAsync());
        await fixture.Site.ReviewStoriesAfterARestartAsync();
        Assert.Equal(places, await PlacesAsync());
    }
}

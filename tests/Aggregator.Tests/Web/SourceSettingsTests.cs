using System.Net;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>The page on which an administrator sets what is known of a source, how long its articles are kept, and what may be done with them.</summary>
public sealed class SourceSettingsTests : IAsyncLifetime
{
    private const string Address = "/sources/1/settings";

    private DeskSite site = null!;
    private Browsing editor = null!;

    public async Task InitializeAsync()
    {
        site = await DeskSite.StartAsync("http://revue.example/feed");
        editor = await site.SignUpAsync();
    }

    public async Task DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task SettingsAndRightsAreKept()
    {
        Assert.Contains((await editor.PageAsync("/sources/1")).QuerySelectorAll("a"), link => link.GetAttribute("href") == Address);

        using var saved = await editor.SubmitAsync(
            Address, Address, ("name", "Revue de la presse"), ("topics", "médias, réseaux"), ("language", "fr"), ("weight", "1,5"), ("minutes", "90"), ("keepDays", "30"), ("keepArticles", ""),
            ("licence", "Accord de 2026"), ("longestQuote", "40"), ("largestShare", "12,5"), ("images", ""), ("retentionDays", "14"), ("reservesMining", "on"));

        Assert.Equal((HttpStatusCode.Redirect, Address + "?saved=true"), (saved.StatusCode, saved.Headers.Location?.ToString()));
        var source = await site.QueryAsync(db => db.Sources.SingleAsync());
        Assert.Equal(("Revue de la presse", "fr", 1.5, TimeSpan.FromMinutes(90), 30, null), (source.Name, source.Language, source.Weight, source.Interval, source.KeepDays, source.KeepArticles));
        Assert.Equal(["médias", "réseaux"], source.Topics);
        Assert.True(source.EditedFields.HasFlag(SourceFields.Keep | SourceFields.Name));
        var card = await site.QueryAsync(db => db.RightsCards.SingleAsync());
        Assert.Equal(("Accord de 2026", 40, 0.125, null, 14, true), (card.Licence, card.LongestQuote, card.LargestShare, card.Images, card.RetentionDays, card.ReservesMining));

        var page = await editor.PageAsync(Address + "?saved=true");
        Assert.NotNull(page.QuerySelector("[role=status]"));
        Assert.Equal(("1.5", "12.5"), (page.QuerySelector("#weight")!.GetAttribute("value"), page.QuerySelector("#largestShare")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("keepDays", "-1", "keepDays")]
    [InlineData("keepDays", "beaucoup", "keepDays")]
    [InlineData("weight", "0", "weight")]
    [InlineData("minutes", "5", "interval")]
    [InlineData("largestShare", "120", "largestShare")]
    [InlineData("longestQuote", "1.5", "longestQuote")]
    [InlineData("name", "", "name")]
    public async Task WhatMeansNothingIsSaidAndNothingIsKept(string field, string value, string named)
    {
        (string, string)[] fields = field == "name" ? [("name", value)] : [("name", "Autre nom"), (field, value)];

        using var answer = await editor.SubmitAsync(Address, Address, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browsing.PageOf(answer);
        Assert.Equal($"#{named}", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal("true", page.GetElementById(named)!.GetAttribute("aria-invalid"));
        Assert.Equal(value, page.GetElementById(named)!.GetAttribute("value"));
        Assert.Equal("Revue 1", await site.QueryAsync(db => db.Sources.Select(source => source.Name).SingleAsync()));
    }
}

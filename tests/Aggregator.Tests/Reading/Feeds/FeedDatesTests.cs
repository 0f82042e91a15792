using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("2025-01-02T03:04:05Z", "2025-01-02T03:04:05Z")]
    [InlineData("2025-01-02T03:04:05.678+01:30", "2025-01-02T01:34:05Z")]
    [InlineData("2025-01-02 03:04", "2025-01-02T03:04:00Z")]
    [InlineData("20250102T030405Z", "2025-01-02T03:04:05Z")]
    [InlineData("2025-060", "2025-03-01T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("2025-01-02T24:00:00Z", "2025-01-03T00:00:00Z")]
    [InlineData("Thu, 2 Jan 25 03:04 EST", "2025-01-02T08:04:00Z")]
    [InlineData("Thu, 02 Jan 2025 03:04:05 GMT+0200", "2025-01-02T01:04:05Z")]
    [InlineData("Thu Jan 02 2025 03:04:05 GMT+0100 (Central European Time)", "2025-01-02T02:04:05Z")]
    [InlineData("January 2, 2025 3:04 PM", "2025-01-02T15:04:00Z")]
    [InlineData("2 January 2025 12:05 am", "2025-01-02T00:05:00Z")]
    [InlineData("mar., 11 févr. 2025 08:00:00 +0100", "2025-02-11T07:00:00Z")]
    [InlineData("mardi 12 août 2025 à 10:30", "2025-08-12T10:30:00Z")]
    [InlineData("Di, 04 Mär 2025 10:00:00 CET", "2025-03-04T09:00:00Z")]
    [InlineData("Пн, 06 янв 2025 12:00:00 +0300", "2025-01-06T09:00:00Z")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17Z")]
    [InlineData("25/12/2024 10:00", "2024-12-25T10:00:00Z")]
    public void Reads(string text, string utc)
    {
        Assert.True(FeedDates.TryParse(text, out var instant), text);
        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-29")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("2025-01-02T25:00:00Z")]
    [InlineData("9999-12-31T23:59:59-10:00")]
    [InlineData("0001-01-01T00:00:00+10:00")]
    [InlineData("03/04/2025")]
    [InlineData("Mon, 32 Jan 2025")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("Mon, 06 Jan 2025 10:00:00 +99999")]
    public void Refuses(string text) => Assert.False(FeedDates.TryParse(text, out _), text);

    [Fact]
    public void A_date_that_is_none_is_null_and_said_so()
    {
        var feed = Sample.Parse("<rss><channel><item><pubDate>next week</pubDate></item></channel></rss>");
        Assert.Null(feed.Items[0].PublishingDate);
        Assert.Equal("next week", feed.Items[0].Details.Published!.Raw);
        Assert.Contains(feed.Diagnostics, d => d.Code == "date-unreadable" && d.Message.Contains("next week", StringComparison.Ordinal));
        Assert.False(feed.Malformed);
    }

    [SharedFact]
    public void Agrees_with_the_corpus()
    {
        using var corpus = JsonDocument.Parse(File.ReadAllBytes(Shared.Path("corpus", "feeds", "dates.json")));
        Assert.All(corpus.RootElement.GetProperty("rows").EnumerateArray(), row =>
        {
            var text = row.GetProperty("input").GetString();
            var expected = row.GetProperty("utc").GetString();
            var found = FeedDates.TryParse(text, out var instant) ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null;
            Assert.Equal((text, expected), (text, found));
        });
    }
}

using System.Globalization;
using Aggregator.Curation.Issues;

namespace Aggregator.Tests.Service.Curation;

/// <summary>Hours that clocks skip and hours that they show twice. The right moments were worked out with another library (Python's zoneinfo).</summary>
public sealed class WallClockTests
{
    [Theory]
    [InlineData("Europe/Paris", "2027-03-28T01:59", "2027-03-28T00:59Z", WallTimeFit.Plain, "2027-03-28T01:59")]
    [InlineData("Europe/Paris", "2027-03-28T02:00", "2027-03-28T01:00Z", WallTimeFit.Skipped, "2027-03-28T03:00")]
    [InlineData("Europe/Paris", "2027-03-28T02:30", "2027-03-28T01:30Z", WallTimeFit.Skipped, "2027-03-28T03:30")]
    [InlineData("Europe/Paris", "2027-03-28T03:00", "2027-03-28T01:00Z", WallTimeFit.Plain, "2027-03-28T03:00")]
    [InlineData("Europe/Paris", "2027-07-14T09:00", "2027-07-14T07:00Z", WallTimeFit.Plain, "2027-07-14T09:00")]
    [InlineData("Europe/Paris", "2027-10-31T02:00", "2027-10-31T00:00Z", WallTimeFit.Twice, "2027-10-31T02:00")]
    [InlineData("Europe/Paris", "2027-10-31T02:30", "2027-10-31T00:30Z", WallTimeFit.Twice, "2027-10-31T02:30")]
    [InlineData("Europe/Paris", "2027-10-31T03:00", "2027-10-31T02:00Z", WallTimeFit.Plain, "2027-10-31T03:00")]
    // Its winter time is the one that the rules call "saving".
    [InlineData("Europe/Dublin", "2027-03-28T01:30", "2027-03-28T01:30Z", WallTimeFit.Skipped, "2027-03-28T02:30")]
    [InlineData("Europe/Dublin", "2027-10-31T01:30", "2027-10-31T00:30Z", WallTimeFit.Twice, "2027-10-31T01:30")]
    [InlineData("Europe/London", "2027-03-28T01:15", "2027-03-28T01:15Z", WallTimeFit.Skipped, "2027-03-28T02:15")]
    [InlineData("America/New_York", "2027-03-14T02:30", "2027-03-14T07:30Z", WallTimeFit.Skipped, "2027-03-14T03:30")]
    [InlineData("America/New_York", "2027-11-07T01:30", "2027-11-07T05:30Z", WallTimeFit.Twice, "2027-11-07T01:30")]
    [InlineData("America/St_Johns", "2027-03-14T02:30", "2027-03-14T06:00Z", WallTimeFit.Skipped, "2027-03-14T03:30")]
    // Half an hour.
    [InlineData("Australia/Lord_Howe", "2027-10-03T02:15", "2027-10-02T15:45Z", WallTimeFit.Skipped, "2027-10-03T02:45")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45Z", WallTimeFit.Twice, "2027-04-04T01:45")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T02:00", "2027-04-03T15:30Z", WallTimeFit.Plain, "2027-04-04T02:00")]
    // Two hours.
    [InlineData("Antarctica/Troll", "2027-03-28T02:30", "2027-03-28T02:30Z", WallTimeFit.Skipped, "2027-03-28T04:30")]
    // At midnight.
    [InlineData("Africa/Cairo", "2024-04-26T00:30", "2024-04-25T22:30Z", WallTimeFit.Skipped, "2024-04-26T01:30")]
    [InlineData("Asia/Beirut", "2022-03-27T00:15", "2022-03-26T22:15Z", WallTimeFit.Skipped, "2022-03-27T01:15")]
    [InlineData("America/Santiago", "2024-09-08T00:30", "2024-09-08T04:30Z", WallTimeFit.Skipped, "2024-09-08T01:30")]
    [InlineData("America/Santiago", "2024-04-06T23:30", "2024-04-07T02:30Z", WallTimeFit.Twice, "2024-04-06T23:30")]
    [InlineData("America/Havana", "2027-03-14T00:30", "2027-03-14T05:30Z", WallTimeFit.Skipped, "2027-03-14T01:30")]
    [InlineData("Pacific/Auckland", "2027-09-26T02:30", "2027-09-25T14:30Z", WallTimeFit.Skipped, "2027-09-26T03:30")]
    // A whole day.
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00Z", WallTimeFit.Skipped, "2011-12-31T12:00")]
    [InlineData("Asia/Kathmandu", "2027-03-28T02:30", "2027-03-27T20:45Z", WallTimeFit.Plain, "2027-03-28T02:30")]
    [InlineData("UTC", "2027-03-28T02:30", "2027-03-28T02:30Z", WallTimeFit.Plain, "2027-03-28T02:30")]
    public void AnHourIsTheMomentThatTheClockShowsIt(string zone, string text, string moment, WallTimeFit fit, string shown)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);

        var read = WallClock.Read(text, clock)!;

        Assert.Equal((At(moment), fit), (read.At, read.Fit));
        Assert.Equal(shown, TimeZoneInfo.ConvertTime(read.At, clock).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2027-03-28 02:30")]
    [InlineData("2027-03-28T02:30:00")]
    [InlineData(" 2027-03-28T02:30:00.000 ")]
    public void SecondsAndASpaceAreReadToo(string text) => Assert.Equal(At("2027-03-28T01:30Z"), WallClock.Read(text, Paris)?.At);

    [Theory]
    [InlineData("2027-03-28T02:30Z", "2027-03-28T02:30Z")]
    [InlineData("2027-03-28T02:30:00+01:00", "2027-03-28T01:30Z")]
    [InlineData("2027-10-31T02:30:00.5+01:00", "2027-10-31T01:30:00.5Z")]
    public void WithAnOffsetItIsThatMoment(string text, string moment)
    {
        var read = WallClock.Read(text, Paris)!;

        Assert.Equal((At(moment), WallTimeFit.Plain), (read.At, read.Fit));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("demain")]
    [InlineData("02:30")]
    [InlineData("2027-03-28")]
    [InlineData("28/03/2027 02:30")]
    [InlineData("3/4/2027 9:00")]
    [InlineData("2027-02-30T10:00")]
    [InlineData("2027-03-28T24:00")]
    [InlineData("2027-03-28T02:60")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("0001-01-01T00:00+14:00")]
    [InlineData("9999-12-31T23:59-12:00")]
    public void WhatCannotBeReadIsNoTime(string? text) => Assert.Null(WallClock.Read(text, Paris));

    private static TimeZoneInfo Paris => TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}

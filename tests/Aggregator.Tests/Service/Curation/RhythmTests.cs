using System.Globalization;
using Aggregator.Curation.Issues;

namespace Aggregator.Tests.Service.Curation;

public sealed class RhythmTests
{
    [Theory]
    // A week in winter and one in summer: nine in Paris is eight and seven UTC.
    [InlineData("2026-01-12T06:00:00Z", "2026-01-16T08:00:00Z")]
    [InlineData("2026-07-13T05:00:00Z", "2026-07-17T07:00:00Z")]
    // The clocks change on the Sunday between.
    [InlineData("2026-03-27T08:00:00Z", "2026-04-03T07:00:00Z")]
    [InlineData("2026-10-23T07:00:00Z", "2026-10-30T08:00:00Z")]
    // At the very moment it is the next one's turn; a second before it is this one's.
    [InlineData("2026-01-16T08:00:00Z", "2026-01-23T08:00:00Z")]
    [InlineData("2026-01-16T07:59:59Z", "2026-01-16T08:00:00Z")]
    public void AnIssueIsDueAtTheSameHourOfTheClockAllYear(string now, string due) => Assert.Equal(At(due), new Rhythm().NextDue(At(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));

    [Fact]
    public void AnHourThatTheClocksSkipIsTakenAnHourLater()
    {
        var rhythm = new Rhythm(DayOfWeek.Monday, new(7, 0), DayOfWeek.Sunday, new(2, 30));

        Assert.Equal(At("2026-03-29T01:30:00Z"), rhythm.NextDue(At("2026-03-28T12:00:00Z"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));
    }

    [Theory]
    [InlineData("2026-10-25T00:29:59Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z")]
    public void OfAnHourThatComesTwiceTheFirstCounts(string now, string due)
    {
        var rhythm = new Rhythm(DayOfWeek.Monday, new(7, 0), DayOfWeek.Sunday, new(2, 30));

        Assert.Equal(At(due), rhythm.NextDue(At(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));
    }

    [Fact]
    public void AcrossTheDateLineTheDayIsThePublications() => Assert.Equal(
        At("2026-01-15T20:00:00Z"), new Rhythm().NextDue(At("2026-01-12T00:00:00Z"), TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland")));

    [Theory]
    [InlineData("2026-01-12T06:00:00Z", "2026-01-12T06:00:00Z")]
    [InlineData("2026-01-12T05:59:59Z", "2026-01-05T06:00:00Z")]
    [InlineData("2026-03-31T12:00:00Z", "2026-03-30T05:00:00Z")]
    [InlineData("2026-10-27T12:00:00Z", "2026-10-26T06:00:00Z")]
    public void AnIssueIsOpenedAtTheSameHourOfTheClockAllYear(string now, string opened) => Assert.Equal(At(opened), new Rhythm().LastOpening(At(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}

using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class NextCheckTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Min = TimeSpan.FromMinutes(15), Max = TimeSpan.FromDays(1);

    /// <summary>Steady sources: √(2 · 0.25 h / rate), within the bounds.</summary>
    [Theory]
    [InlineData(1000, 15)]
    [InlineData(24, 42)]
    [InlineData(3, 120)]
    [InlineData(1, 208)]
    [InlineData(0.2, 465)]
    public void ASteadySourceIsVisitedByTheRootOfItsRate(double articlesADay, int expected)
    {
        var interval = NextCheck.Interval(Steady(articlesADay), Now, Min, Max).TotalMinutes;

        // The prior of three a day pulls at sources of which little was seen.
        Assert.InRange(interval, expected * 0.7, expected * 1.15 + 5);
    }

    [Fact]
    public void ASourceWithOfficeHoursIsNotVisitedAtNight()
    {
        // Eight weeks, nine articles a working day between 8 and 17 h.
        var rhythm = PostingRhythm.Begin(
            [.. Enumerable.Range(0, 56).SelectMany(day => Enumerable.Range(0, 9).Select(n => (DateTimeOffset?)Now.Date.AddDays(-day).AddHours(8.5 + n)))
                .Where(time => time <= Now && time!.Value.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))], Now);

        var atNoon = NextCheck.Interval(rhythm, At(day: 5, hour: 12), Min, Max);
        var atNight = NextCheck.Interval(rhythm, At(day: 5, hour: 20), Min, Max);
        var onFriday = NextCheck.Interval(rhythm, At(day: 7, hour: 20), Min, Max);

        Assert.InRange(atNoon.TotalMinutes, 20, 60);
        Assert.InRange(atNight.TotalHours, 2.5, 14);
        Assert.True(onFriday > atNight, $"Friday evening {onFriday}, Wednesday evening {atNight}");
    }

    [Fact]
    public void ASourceThatFellSilentIsVisitedRarerAndRarerUpToADay()
    {
        var rhythm = Steady(10);

        var waits = new[] { 0, 7, 30, 120 }.Select(days => NextCheck.Interval(rhythm, Now.AddDays(days), Min, Max)).ToList();

        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[^1].TotalHours, 18, 24);
    }

    [Fact]
    public void ANewSourceIsVisitedAfterAnHourAndOneWithoutDatesAfterTwo()
    {
        Assert.Equal(NextCheck.First, NextCheck.Interval(null, Now, Min, Max));
        Assert.InRange(NextCheck.Interval(PostingRhythm.Begin([], Now), Now, Min, Max).TotalMinutes, 110, 130);
    }

    [Theory]
    [InlineData(60, null, null, null, 60)]
    [InlineData(60, 30, null, null, 60)]
    [InlineData(60, 120, null, null, 120)]
    [InlineData(60, 525_600, null, null, 1440)]
    [InlineData(60, -30, null, null, 60)]
    [InlineData(60, null, 180, null, 180)]
    [InlineData(60, 120, 180, null, 180)]
    [InlineData(60, null, 100_000, null, 1440)]
    [InlineData(60, null, null, 90, 90)]
    [InlineData(60, null, null, 30, 60)]
    [InlineData(60, 120, null, 90, 120)]
    public void AGoodVisitIsFollowedByTheNextWhenIntervalAndServerAgree(int interval, int? freshFor, int? ttl, int? notBefore, int expected)
    {
        var next = NextCheck.AfterSuccess(
            Now, TimeSpan.FromMinutes(interval), Minutes(freshFor), new(Minutes(ttl), 0, 0), notBefore is { } wait ? Now.AddMinutes(wait) : null, Max);

        Assert.Equal(Now.AddMinutes(expected), next);
    }

    /// <summary>Wednesday, 12 h; the visit would be at 13 h.</summary>
    [Theory]
    [InlineData("13", "", "14:00 5")]
    [InlineData("13 14 15", "", "16:00 5")]
    [InlineData("12", "", "13:00 5")]
    [InlineData("", "Wednesday", "00:00 6")]
    [InlineData("", "Wednesday thursday", "12:00 6")]
    [InlineData("24", "", "13:00 5")]
    [InlineData("13 noon -1 99", "Noday 3", "14:00 5")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23", "", "13:00 5")]
    public void HoursAndDaysThatAFeedNamesAreSkipped(string hours, string days, string expected)
    {
        var hints = FeedHints.Of(null, hours.Split(' '), days.Split(' '));

        var next = NextCheck.AfterSuccess(Now, TimeSpan.FromHours(1), null, hints, null, Max);

        Assert.Equal(expected, next.ToString("HH:mm d", System.Globalization.CultureInfo.InvariantCulture).Replace(" 0", " ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, null, 0, 15)]
    [InlineData(2, null, 0, 30)]
    [InlineData(3, null, 0, 60)]
    [InlineData(7, null, 0, 960)]
    [InlineData(8, null, 0, 1440)]
    [InlineData(2_000_000, null, 0, 1440)]
    [InlineData(1, null, 1, 18)]
    [InlineData(8, null, 1, 1440)]
    [InlineData(1, 60, 0, 60)]
    [InlineData(3, 30, 0, 60)]
    public void EachFailureDoublesTheWait(int failures, int? notBefore, double jitter, int expected)
    {
        var next = NextCheck.AfterFailure(Now, failures, Min, Max, notBefore is { } wait ? Now.AddMinutes(wait) : null, jitter);

        Assert.Equal(Now.AddMinutes(expected), next);
    }

    private static PostingRhythm Steady(double articlesADay)
    {
        var count = (int)(100 * articlesADay);
        return PostingRhythm.Begin(Enumerable.Range(0, count).Select(n => (DateTimeOffset?)Now.AddDays(-(n + n * 0.618 % 1) / articlesADay)), Now);
    }

    private static DateTimeOffset At(int day, int hour) => new(2025, 3, day, hour, 0, 0, TimeSpan.Zero);

    private static TimeSpan? Minutes(int? minutes) => minutes is { } given ? TimeSpan.FromMinutes(given) : null;
}

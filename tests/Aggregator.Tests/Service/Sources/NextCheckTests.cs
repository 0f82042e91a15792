using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class NextCheckTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Min = TimeSpan.FromMinutes(15), Max = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(0, true, 36)]
    [InlineData(0, false, 90)]
    [InlineData(60, true, 36)]
    [InlineData(60, false, 90)]
    [InlineData(20, true, 15)]
    [InlineData(1200, false, 1440)]
    [InlineData(1440, false, 1440)]
    [InlineData(-5, false, 90)]
    public void TheIntervalLearnsFromWhatAVisitBrought(int last, bool brought, int expected) =>
        Assert.Equal(TimeSpan.FromMinutes(expected), NextCheck.Interval(TimeSpan.FromMinutes(last), brought, Min, Max));

    [Theory]
    [InlineData(60, null, null, 60)]
    [InlineData(60, 30, null, 60)]
    [InlineData(60, 120, null, 120)]
    [InlineData(60, 525_600, null, 1440)]
    [InlineData(60, -30, null, 60)]
    [InlineData(60, null, 90, 90)]
    [InlineData(60, null, 30, 60)]
    [InlineData(60, 120, 90, 120)]
    public void AGoodVisitIsFollowedByTheNextWhenIntervalAndServerAgree(int interval, int? freshFor, int? notBefore, int expected)
    {
        var next = NextCheck.AfterSuccess(
            Now, TimeSpan.FromMinutes(interval), Minutes(freshFor), notBefore is { } wait ? Now.AddMinutes(wait) : null, Max);

        Assert.Equal(Now.AddMinutes(expected), next);
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

    private static TimeSpan? Minutes(int? minutes) => minutes is { } given ? TimeSpan.FromMinutes(given) : null;
}

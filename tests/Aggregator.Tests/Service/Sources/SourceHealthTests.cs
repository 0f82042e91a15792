using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class SourceHealthTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 20, HealthState.Healthy)]
    [InlineData(2, 20, HealthState.Healthy)]
    [InlineData(9, 5, HealthState.Healthy)]
    [InlineData(3, 6, HealthState.Failing)]
    [InlineData(30, 300, HealthState.Failing)]
    [InlineData(30, 336, HealthState.Dead)]
    public void FailureIsBelievedAfterHoursAndSeveralVisits(int failures, int hours, HealthState expected)
    {
        var row = Visited();
        (row.ErrorCount, row.FailingSince, row.Error) = (failures, Now.AddHours(-hours), PollError.Timeout);

        Assert.Equal(expected, SourceHealth.Of(row, null, Now).State);
    }

    /// <summary>Articles a day, days of silence.</summary>
    [Theory]
    [InlineData(6, 0.9, HealthState.Healthy)]
    [InlineData(6, 3, HealthState.Quiet)]
    [InlineData(100, 0.5, HealthState.Healthy)]
    [InlineData(100, 1.1, HealthState.Quiet)]
    [InlineData(1, 3, HealthState.Healthy)]
    [InlineData(1, 15, HealthState.Quiet)]
    [InlineData(0.15, 20, HealthState.Healthy)]
    [InlineData(0.15, 91, HealthState.Quiet)]
    public void SilenceIsQuietWhenTheRhythmDoesNotExplainIt(double articlesADay, double days, HealthState expected)
    {
        var row = Visited();
        row.Rhythm = PostingRhythm.Begin(Enumerable.Range(0, (int)(60 * articlesADay)).Select(n => (DateTimeOffset?)Now.AddDays(-n / articlesADay)), Now).Pack();

        Assert.Equal(expected, SourceHealth.Of(row, null, Now.AddDays(days)).State);
    }

    [Fact]
    public void ASourceThatNeverAnsweredIsNewUntilItCountsAsFailing()
    {
        var row = new SourcePoll { Host = "a.example", VisitedAt = Now, ErrorCount = 1, FailingSince = Now, Error = PollError.NotAFeed };

        Assert.Equal(HealthState.New, SourceHealth.Of(row, null, Now).State);
        row.ErrorCount = 5;
        Assert.Equal(HealthState.Failing, SourceHealth.Of(row, null, Now.AddHours(7)).State);
    }

    [Fact]
    public void EveryStateSaysInWordsWhatToDo()
    {
        var quiet = Visited();
        quiet.Rhythm = PostingRhythm.Begin(Enumerable.Range(0, 360).Select(n => (DateTimeOffset?)Now.AddHours(-4 * n)), Now).Pack();
        var failing = Visited();
        (failing.ErrorCount, failing.FailingSince, failing.Error, failing.ErrorDetail) = (11, Now, PollError.HttpStatus, "404");

        Assert.Equal(
            "Rien depuis 3 jours, d’ordinaire 6 articles par jour\u00A0: ouvrez le site\u202F; si de nouveaux articles y sont, son flux a changé d’adresse.",
            Say(quiet, Now.AddDays(3), "fr"));
        Assert.Equal("Nothing for 3 days, usually 6 articles a day: open the site; if there are new articles, its feed has another address now.", Say(quiet, Now.AddDays(3), "en"));
        Assert.Equal(
            "The server answered 404: check that the address still opens in a browser. So for 3 days, at 11 visits in a row.", Say(failing, Now.AddDays(3), "en"));
        Assert.Equal("", Say(Visited(), Now, "fr"));
    }

    private static string Say(SourcePoll row, DateTimeOffset now, string language) => HealthWords.Say(row, SourceHealth.Of(row, null, now), now, language);

    [Fact]
    public void GoneIsDeadAndRetiredIsRetired()
    {
        var gone = Visited();
        gone.Error = PollError.Gone;

        Assert.Equal(HealthState.Dead, SourceHealth.Of(gone, Now, Now).State);
        Assert.Equal(HealthState.Retired, SourceHealth.Of(Visited(), Now, Now).State);
        Assert.Equal(HealthState.New, SourceHealth.Of(new SourcePoll { Host = "a" }, null, Now).State);
    }

    private static SourcePoll Visited() => new() { Host = "a.example", VisitedAt = Now, Rhythm = PostingRhythm.Begin([], Now).Pack() };
}

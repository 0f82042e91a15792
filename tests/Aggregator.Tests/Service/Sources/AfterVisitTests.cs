using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class AfterVisitTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly VisitBounds Bounds = new(TimeSpan.FromMinutes(15), TimeSpan.FromDays(1), 0);

    private readonly SourcePoll row = new() { Host = "a.example" };

    [Fact]
    public void WhatTheFeedAskedForCountsAfterA304Too()
    {
        Note(Now, visit => visit with { Hints = new(TimeSpan.FromHours(5), 0, 0) });
        Note(Now.AddHours(6), visit => visit with { Status = 304 });

        Assert.Equal(Now.AddHours(11), row.DueAt);
    }

    [Fact]
    public void AnAnswerThatCannotBeReadLeavesItsValidatorsAllTheSame()
    {
        Note(Now, visit => visit with { Error = PollError.NotAFeed, ETag = "\"1\"", BodyHash = 7 });

        Assert.Equal(("\"1\"", "http://a.example/feed", 7L, 1), (row.ETag, row.ValidatorsUrl, row.BodyHash, row.ErrorCount));
        Note(Now.AddHours(1), visit => visit with { Error = PollError.NotAFeed, Status = 304 });
        Assert.Equal("\"1\"", row.ETag);
    }

    [Fact]
    public void AFailedAnswerLeavesThemAsTheyWere()
    {
        Note(Now, visit => visit with { ETag = "\"1\"" });
        Note(Now.AddHours(1), visit => visit with { Status = 500, Error = PollError.HttpStatus, ETag = "\"error page\"" });

        Assert.Equal("\"1\"", row.ETag);
    }

    [Fact]
    public void NewArticlesCountWhenTheyWereDatedAndTheOthersHalfway()
    {
        var visit = Visit(Now) with { Published = [Now.AddMinutes(-5), Now.AddDays(-3), null, Now.AddMinutes(5)], Brought = 3 };

        Assert.Equal(
            [Now.AddMinutes(-5), Now.AddMinutes(-30), Now.AddMinutes(-30)], AfterVisit.Arrived(visit, Now.AddHours(-1)));
    }

    [Fact]
    public void WhatIsKnownFromElsewhereStillTellsTheRhythm() =>
        Assert.Single(AfterVisit.Arrived(Visit(Now) with { Published = [Now.AddMinutes(-5)], Brought = 0 }, Now.AddHours(-1)));

    [Fact]
    public void AVisitThatBringsNothingLeavesTheRhythmAsItIs()
    {
        Note(Now, visit => visit with { Published = [Now.AddHours(-1), Now.AddHours(-2)] });
        var before = row.Rhythm;

        Note(Now.AddHours(1), visit => visit with { Status = 304 });

        Assert.Same(before, row.Rhythm);
    }

    [Fact]
    public void BesidePushesVisitsAreRare()
    {
        var busy = Enumerable.Range(1, 50).Select(n => (DateTimeOffset?)Now.AddMinutes(-20 * n)).ToList();
        Note(Now, visit => visit with { Published = busy });
        Assert.True(row.Interval < TimeSpan.FromHours(1));

        Note(Now.AddHours(1), visit => visit with { IsPushed = true });

        Assert.Equal(TimeSpan.FromHours(6), row.Interval);
    }

    [Fact]
    public void AnAddressIsRewrittenAfterTheSameAnswerAtThreeVisitsOverADay()
    {
        Note(Now, Moved);
        Note(Now.AddHours(2), Moved);
        Note(Now.AddHours(4), Moved);
        Assert.False(MovedAddress.IsConfirmed(row));

        Note(Now.AddHours(24), Moved);
        Assert.True(MovedAddress.IsConfirmed(row));
    }

    [Fact]
    public void AnAnswerToTheContraryBeginsAgainAndAFailureSaysNothing()
    {
        Note(Now, Moved);
        Note(Now.AddHours(12), Moved);
        Note(Now.AddHours(13), visit => visit with { Error = PollError.Timeout, Status = null });
        Assert.Equal(2, row.MovedSeen);

        Note(Now.AddHours(14), visit => visit);
        Note(Now.AddHours(30), Moved);
        Assert.Equal((1, Now.AddHours(30)), (row.MovedSeen, row.MovedSince));
        Note(Now.AddHours(60), visit => visit with { MovedTo = "https://c.example/feed" });
        Assert.Equal(("https://c.example/feed", 1), (row.MovedTo, row.MovedSeen));
    }

    private static SourceVisit Moved(SourceVisit visit) => visit with { MovedTo = "https://b.example/feed" };

    private void Note(DateTimeOffset at, Func<SourceVisit, SourceVisit> visit) => AfterVisit.Note(row, visit(Visit(at)), Bounds);

    private static SourceVisit Visit(DateTimeOffset at) => new(at, 200, "http://a.example/feed");
}

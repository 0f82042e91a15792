using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class PostingRhythmTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(40)]
    public void TheRateOfASteadySourceIsFound(double articlesADay)
    {
        var rhythm = PostingRhythm.Begin(Steady(articlesADay, 90), Now);

        Assert.InRange(rhythm.HourlyRate(Now) * 24, articlesADay * 0.85, articlesADay * 1.15 + 0.05);
    }

    [Fact]
    public void AFirstLookAtTwentyEntriesTellsTheRate() =>
        Assert.InRange(PostingRhythm.Begin(Steady(10, 2), Now).HourlyRate(Now) * 24, 7.5, 11);

    [Fact]
    public void AChangeOfPaceIsBelievedInAFortnight()
    {
        var rhythm = PostingRhythm.Begin(Steady(2, 60), Now);
        for (var hour = 1; hour <= 14 * 24; hour++) rhythm = rhythm.With([Now.AddHours(hour)], Now.AddHours(hour));

        Assert.InRange(rhythm.HourlyRate(Now.AddDays(14)) * 24, 14, 24);
    }

    [Fact]
    public void OneOldEntryBesideNewOnesDoesNotHideThem()
    {
        var with = PostingRhythm.Begin([.. Steady(5, 30), Now.AddYears(-9)], Now);

        Assert.InRange(with.HourlyRate(Now) * 24, 4, 5.5);
    }

    [Fact]
    public void DatesOfTomorrowDoNotCount() =>
        Assert.Equal(PostingRhythm.Begin([], Now).HourlyRate(Now), PostingRhythm.Begin([Now.AddDays(1), Now.AddYears(100)], Now).HourlyRate(Now));

    [Fact]
    public void TheShapeAveragesToOneOverTheWeek()
    {
        var rhythm = PostingRhythm.Begin(Steady(7, 40).Where(time => time!.Value.Hour is > 7 and < 20), Now);

        Assert.Equal(1, Enumerable.Range(0, 168).Average(hour => rhythm.Shape(Now.AddHours(hour))), 3);
        Assert.True(rhythm.Shape(Now) > 4 * rhythm.Shape(Now.AddHours(14)));
    }

    [Fact]
    public void ItComesBackFromItsBytesAsItWas()
    {
        var rhythm = PostingRhythm.Begin(Steady(3, 30), Now);
        var again = PostingRhythm.Unpack(rhythm.Pack())!;

        Assert.Equal((rhythm.Since, rhythm.At, rhythm.Latest), (again.Since, again.At, again.Latest));
        Assert.Equal(rhythm.HourlyRate(Now.AddDays(3)), again.HourlyRate(Now.AddDays(3)));
        Assert.Equal(rhythm.Shape(Now), again.Shape(Now));
        Assert.Null(PostingRhythm.Unpack(null));
        Assert.Null(PostingRhythm.Unpack([1, 2, 3]));
    }

    private static IEnumerable<DateTimeOffset?> Steady(double articlesADay, int days) =>
        Enumerable.Range(0, (int)(articlesADay * days)).Select(n => (DateTimeOffset?)Now.AddDays(-(n + 0.5) / articlesADay));
}

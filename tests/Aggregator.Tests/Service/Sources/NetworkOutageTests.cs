using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

/// <summary>When the network is to blame, and when a source is.</summary>
public sealed class NetworkOutageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    // Nothing ever answered: three hosts of many, or all of two; not two of many, nor the only one.
    [InlineData(null, new[] { 5, 5, 5 }, 60, true)]
    [InlineData(null, new[] { 5, 5 }, 2, true)]
    [InlineData(null, new[] { 5, 5 }, 60, false)]
    [InlineData(null, new[] { 5 }, 1, false)]
    // All that began to fail did so after the last answer.
    [InlineData(0, new[] { 1, 2, 3 }, 60, true)]
    // Two of the three were out of reach before it: they are gone by themselves.
    [InlineData(0, new[] { -600, -600, 3 }, 60, false)]
    [InlineData(0, new[] { -600, 1, 2, 3 }, 60, true)]
    public void SeveralHostsThatBeganToFailTogetherAreTheNetwork(int? last, int[] since, int hosts, bool isAway)
    {
        DateTimeOffset? answered = last is { } minute ? Noon.AddMinutes(minute) : null;

        var found = NetworkOutage.Of(answered, [.. since.Select((minutes, at) => new LostVisit($"host{at}.example", Noon.AddMinutes(minutes)))], hosts);

        Assert.Equal(isAway, found is not null);
    }

    [Fact]
    public void ManySourcesOfOneHostAreOneHost() =>
        Assert.Null(NetworkOutage.Of(Noon, [.. Enumerable.Range(1, 9).Select(at => new LostVisit("blogs.example", Noon.AddMinutes(at)))], hosts: 40));

    [Theory]
    [InlineData(PollError.UnknownHost, null, 5, true)]
    [InlineData(PollError.Timeout, null, 5, true)]
    [InlineData(PollError.HttpStatus, 404, 5, false)]
    [InlineData(PollError.RobotsForbid, null, 5, false)]
    [InlineData(PollError.UnknownHost, null, -5, false)]
    public void ItExplainsWhatFailedOnTheWaySinceTheLastAnswer(PollError error, int? status, int minutes, bool isExplained)
    {
        var row = new SourcePoll { Host = "a.example", Error = error, Status = status, VisitedAt = Noon.AddMinutes(minutes) };

        Assert.Equal(isExplained, new NetworkOutage(Noon, Sources: 3, Hosts: 3).Explains(row));
    }
}

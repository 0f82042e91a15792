using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Scheduling;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Scheduling;

public sealed class IssueOpeningTests
{
    [Fact]
    public async Task ADraftIsOpenedOnceWhenTheRhythmSaysSo()
    {
        await using var bench = await TestBench.StartAsync();
        var clock = new FakeClock(At("2026-01-16T10:00:00Z"));
        var opening = new IssueOpening(bench.Get<Func<AggregatorDb>>(), clock);
        await BeginAsync(bench, At("2026-01-12T06:00:00Z"), IssueState.Sent);

        Assert.Equal(0, await opening.RunAsync(CancellationToken.None));
        clock.Advance(At("2026-01-19T05:59:00Z") - clock.GetUtcNow());
        Assert.Equal(0, await opening.RunAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal((1, 0), (await opening.RunAsync(CancellationToken.None), await opening.RunAsync(CancellationToken.None)));

        var draft = await bench.QueryAsync(db => db.Issues.Include(issue => issue.Sections).SingleAsync(issue => issue.Number == 2));
        Assert.Equal(("La semaine du 19 janvier", IssueState.Draft, At("2026-01-23T08:00:00Z")), (draft.Title, draft.State, draft.Slot));
        Assert.Equal("Synthèse", Assert.Single(draft.Sections).Title);
        Assert.Equal(1, await bench.QueryAsync(db => db.Revisions.CountAsync(row => row.SectionId != null)));

        // Still being written a week later: no second one.
        clock.Advance(TimeSpan.FromDays(7.1));
        Assert.Equal(0, await opening.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ASeriesThatHasNotBegunOrThatNobodyWritesGetsNone()
    {
        await using var bench = await TestBench.StartAsync();
        var opening = new IssueOpening(bench.Get<Func<AggregatorDb>>(), new FakeClock(At("2026-03-04T10:00:00Z")));
        await BeginAsync(bench, At("2026-01-12T06:00:00Z"), IssueState.Sent);
        await BeginAsync(bench, null, IssueState.Draft);

        Assert.Equal(0, await opening.RunAsync(CancellationToken.None));
    }

    private static Task BeginAsync(TestBench bench, DateTimeOffset? made, IssueState state) => bench.WriteAsync(async db =>
    {
        var series = new Publication
        {
            PublicId = Guid.CreateVersion7(), Title = "Revue", Language = "fr", TimeZone = "Europe/Paris", SenderName = "Revue", SenderAddress = "revue@revue.example",
            House = new() { Template = [new("synthese", "Synthèse")] },
        };
        db.Add(series);
        if (made is { } at) db.Add(new Issue { PublicId = Guid.CreateVersion7(), Publication = series, Number = 1, Title = "Un", DatedAt = at, MadeAt = at, State = state });
        return await db.SaveChangesAsync();
    });

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Aggregator.Sources;

namespace Aggregator.Benchmarks.Jobs.Revisit;

/// <summary>
/// Whether visits at a source's own rhythm see articles sooner than visits at fixed intervals, at the same number of visits. No clock
/// and no network: four weeks of a fixed population are replayed, so the figures are the same on every machine.
/// </summary>
internal static class RevisitJob
{
    private const int Seed = 1, Days = 28;

    /// <summary>What a visit may be worth, in article-hours: the middle one is the product's.</summary>
    private static readonly double[] Worths = [NextCheck.Patience / 8, NextCheck.Patience / 4, NextCheck.Patience / 2, NextCheck.Patience, NextCheck.Patience * 2, NextCheck.Patience * 4, NextCheck.Patience * 8];

    /// <param name="picture">Where the curve is drawn (SVG); null draws none.</param>
    public static async Task<int> RunAsync(string? picture)
    {
        var begin = new DateTimeOffset(2026, 9, 7, 0, 0, 0, TimeSpan.Zero);
        var end = begin.AddDays(Days);
        var sources = Population.Make(begin.AddDays(-14), end, Seed);
        var replay = new Replay(sources, begin, end);
        Say($"{sources.Count} sources, {sources.Sum(times => times.Count(time => time >= begin))} articles in {Days} days, seed {Seed}");
        Say($"| article-hours a visit | visits a source and day | mean age at own rhythm, min | at fixed intervals, min | ratio |");
        Say($"|---|---|---|---|---|");
        var points = Worths.Select(worth => Measure(replay, worth)).ToList();
        if (picture is not null) await File.WriteAllTextAsync(picture, RevisitPicture.Draw(points));
        return points[Worths.Length / 2].Ratio <= 0.6 ? 0 : 1;
    }

    private static RevisitPoint Measure(Replay replay, double worth)
    {
        var own = replay.Adaptive(worth, Seed);
        var fixedly = WithVisits(own.Visits, interval => replay.Fixed(interval, Seed));
        var point = new RevisitPoint((double)own.Visits / Population.Sources / Days, own.MeanAge, fixedly.MeanAge);
        Say($"| {worth:0.###} | {point.VisitsADay:0.0} | {own.MeanAge.TotalMinutes:0.0} | {fixedly.MeanAge.TotalMinutes:0.0} | {point.Ratio:0.00} |");
        return point;
    }

    /// <summary>The fixed interval that makes as many visits, found by halving.</summary>
    private static Visited WithVisits(int visits, Func<TimeSpan, Visited> run)
    {
        var (low, high) = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(4));
        for (var i = 0; i < 25; i++)
        {
            var middle = (low + high) / 2;
            if (run(middle).Visits > visits) low = middle;
            else high = middle;
        }

        // The shorter of the two: fixed intervals get the visit that may be over.
        return run(low);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>One point of the curve.</summary>
internal sealed record RevisitPoint(double VisitsADay, TimeSpan Own, TimeSpan Fixed)
{
    public double Ratio => Own / Fixed;
}

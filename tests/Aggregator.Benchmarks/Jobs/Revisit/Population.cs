namespace Aggregator.Benchmarks.Jobs.Revisit;

/// <summary>
/// The fixed population of the job: sources and every article they publish in the weeks of the replay and the two before. Rates are
/// log-normal (median 3 a day, σ 1.5); all follow a working-day curve; a tenth publish in bursts; a twentieth fall silent for good.
/// The same seed gives the same articles.
/// </summary>
internal static class Population
{
    public const int Sources = 2000;
    private const double MedianADay = 3, Sigma = 1.5, BurstShare = 0.1, DeadShare = 0.05, BurstSize = 6;
    private static readonly TimeSpan BurstSpread = TimeSpan.FromMinutes(20);

    /// <summary>Articles by hour, midnight first, of a working day.</summary>
    private static readonly double[] Curve = [1, 1, 1, 1, 2, 4, 8, 12, 16, 18, 18, 16, 13, 15, 17, 17, 16, 14, 10, 7, 5, 4, 3, 2];

    private const double Weekend = 0.35;

    /// <param name="begin">Start of the time before the replay.</param>
    /// <param name="end">End of the replay.</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <returns>Times of the articles of each source, in order.</returns>
    public static IReadOnlyList<DateTimeOffset[]> Make(DateTimeOffset begin, DateTimeOffset end, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Sources).Select(_ => Source(begin, end, random))];
    }

    private static DateTimeOffset[] Source(DateTimeOffset begin, DateTimeOffset end, Random random)
    {
        var rate = MedianADay * Math.Exp(Sigma * Normal(random)) / 24;
        var isBursty = random.NextDouble() < BurstShare;
        var death = random.NextDouble() < DeadShare ? begin + random.NextDouble() * (end - begin) : end;
        var times = new List<DateTimeOffset>();
        for (var hour = begin; hour < death; hour = hour.AddHours(1))
        {
            var expected = rate * Factor(hour);
            for (var n = Poisson(isBursty ? expected / BurstSize : expected, random); n > 0; n--)
            {
                var first = hour.AddHours(random.NextDouble());
                times.Add(first);
                if (!isBursty) continue;
                for (var more = Poisson(BurstSize - 1, random); more > 0; more--) times.Add(first + -Math.Log(1 - random.NextDouble()) * BurstSpread);
            }
        }

        return [.. times.Where(time => time < death).Order()];
    }

    private static double Factor(DateTimeOffset hour)
    {
        var mean = Curve.Average() * (5 + 2 * Weekend) / 7;
        return Curve[hour.Hour] / mean * (hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : 1);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(double mean, Random random)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        while (product > limit)
        {
            count++;
            product *= random.NextDouble();
        }

        return count;
    }
}

using Aggregator.Sources;

namespace Aggregator.Benchmarks.Jobs.Revisit;

/// <summary>What visiting came to.</summary>
/// <param name="Visits">Visits in the replay.</param>
/// <param name="MeanAge">Mean age of a new article when it is seen; what no visit sees counts its age at the end.</param>
internal sealed record Visited(int Visits, TimeSpan MeanAge);

/// <summary>Replays the population's articles against a rule for the next visit.</summary>
internal sealed class Replay(IReadOnlyList<DateTimeOffset[]> sources, DateTimeOffset begin, DateTimeOffset end)
{
    /// <summary>Entries that a feed shows.</summary>
    private const int Shown = 20;

    private static readonly TimeSpan Min = TimeSpan.FromMinutes(15), Max = TimeSpan.FromDays(1);

    /// <summary>Our own rule, from a first visit that sees the last entries as any feed shows them.</summary>
    public Visited Adaptive(double patience, int seed) => Run(seed, times =>
    {
        PostingRhythm? rhythm = null;
        return (at, from, to) =>
        {
            rhythm = rhythm is null
                ? PostingRhythm.Begin(times[Math.Max(0, to - Shown)..to].Select(time => (DateTimeOffset?)time), at)
                : rhythm.With(times[from..to], at);
            return NextCheck.Interval(rhythm, at, Min, Max, patience);
        };
    });

    /// <summary>The same interval for every source, always.</summary>
    public Visited Fixed(TimeSpan interval, int seed) => Run(seed, _ => (_, _, _) => interval);

    private delegate TimeSpan Rule(DateTimeOffset at, int from, int to);

    private Visited Run(int seed, Func<DateTimeOffset[], Rule> ruleFor)
    {
        var random = new Random(seed);
        var (visits, seen, age) = (0, 0L, TimeSpan.Zero);
        foreach (var times in sources)
        {
            var rule = ruleFor(times);
            // First visits do not come at once: sources are added over a day.
            var at = begin + random.NextDouble() * TimeSpan.FromDays(1);
            var from = Count(times, at);
            for (var first = true; at < end; first = false)
            {
                var to = Count(times, at);
                if (!first) visits++;
                for (var i = from; i < to; i++) age += at - times[i];
                seen += to - from;
                var wait = rule(at, from, to);
                (at, from) = (at + wait, to);
            }

            for (var i = from; i < times.Length; i++) age += end - times[i];
            seen += times.Length - from;
        }

        return new(visits, age / Math.Max(seen, 1));
    }

    private static int Count(DateTimeOffset[] times, DateTimeOffset at)
    {
        var found = Array.BinarySearch(times, at);
        return found < 0 ? ~found : found + 1;
    }
}

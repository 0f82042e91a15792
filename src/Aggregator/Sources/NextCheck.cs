namespace Aggregator.Sources;

/// <summary>
/// When a source is visited next: one pure rule, with all it depends on as arguments. A visit is due when the waiting of the articles
/// that have probably come since the last one is worth a visit: ∫ λ(s)·(T − s) ds = <see cref="Patience"/>. For a steady source that
/// is an interval of √(2·Patience/λ), the allocation by the root of the rate that Sia, Cho and Cho prove to give the least delay
/// ("Efficient Monitoring Algorithm for Fast News Alerts", TKDE 2007); for one with hours of its own the visits move into them.
/// </summary>
public static class NextCheck
{
    /// <summary>Article-hours of waiting that are worth a visit: a source with three articles a day is visited every two hours.</summary>
    public const double Patience = 0.25;

    /// <summary>Where a source begins of which nothing is known.</summary>
    public static TimeSpan First { get; } = TimeSpan.FromHours(1);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>The time to the next visit by the source's own rhythm.</summary>
    /// <param name="rhythm">What is known of it; null when nothing is.</param>
    /// <param name="now">End of the visit, UTC.</param>
    /// <param name="min">Shortest interval.</param>
    /// <param name="max">Longest interval.</param>
    /// <param name="patience">Article-hours that are worth a visit.</param>
    public static TimeSpan Interval(PostingRhythm? rhythm, DateTimeOffset now, TimeSpan min, TimeSpan max, double patience = Patience)
    {
        if (rhythm is null) return Clamp(First, min, max);
        var rate = rhythm.HourlyRate(now) * Step.TotalHours;
        double waiting = 0, cost = 0, shape = 0;
        var hour = -1;
        for (var wait = Step; wait < max; wait += Step)
        {
            var time = now + wait;
            if (time.Hour != hour) (hour, shape) = (time.Hour, rhythm.Shape(time));
            var came = rate * shape;
            cost += (waiting + came / 2) * Step.TotalHours;
            waiting += came;
            if (cost >= patience) return Clamp(wait, min, max);
        }

        return max;
    }

    /// <summary>The next visit after a good one: not before what server and feed call fresh, not before it asks to be left alone.</summary>
    /// <param name="now">End of the visit, UTC.</param>
    /// <param name="interval">A fixed interval, else the rhythm's.</param>
    /// <param name="freshFor">Cache-Control: max-age or Expires; null without.</param>
    /// <param name="hints">What the feed itself asks for.</param>
    /// <param name="notBefore">Retry-After; null without.</param>
    /// <param name="max">Longest interval: also the longest that anyone may ask for.</param>
    public static DateTimeOffset AfterSuccess(
        DateTimeOffset now, TimeSpan interval, TimeSpan? freshFor, FeedHints hints, DateTimeOffset? notBefore, TimeSpan max)
    {
        var wait = Longer(interval, Longer(Clamp(freshFor ?? TimeSpan.Zero, TimeSpan.Zero, max), Clamp(hints.TimeToLive ?? TimeSpan.Zero, TimeSpan.Zero, max)));
        return Later(hints.Skip(now + wait, now + max), notBefore);
    }

    /// <summary>The next visit after a failure: twice as late each time, up to <paramref name="max"/>.</summary>
    /// <param name="now">End of the visit, UTC.</param>
    /// <param name="failures">Failures in a row, this one among them; 1 or more.</param>
    /// <param name="min">The wait after the first failure.</param>
    /// <param name="max">The longest wait.</param>
    /// <param name="notBefore">Retry-After; null without.</param>
    /// <param name="jitter">0 to 1: adds up to a fifth, so that sources that failed together do not come back together.</param>
    public static DateTimeOffset AfterFailure(
        DateTimeOffset now, int failures, TimeSpan min, TimeSpan max, DateTimeOffset? notBefore, double jitter)
    {
        var wait = Clamp(min * Math.Pow(2, Math.Min(failures - 1, 20)), min, max);
        return Later(now + Clamp(wait * (1 + jitter / 5), min, max), notBefore);
    }

    private static DateTimeOffset Later(DateTimeOffset time, DateTimeOffset? other) => other > time ? other.Value : time;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;
}

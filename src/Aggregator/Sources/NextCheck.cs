namespace Aggregator.Sources;

/// <summary>When a source is visited next: one pure rule, with all it depends on as arguments.</summary>
public static class NextCheck
{
    private const double Grow = 1.5, Shrink = 0.6;

    /// <summary>Where a new source begins.</summary>
    public static TimeSpan First { get; } = TimeSpan.FromHours(1);

    /// <summary>The time between visits after one that went well: shorter when it brought something, longer when not.</summary>
    /// <param name="last">The interval so far; zero for a new source.</param>
    /// <param name="brought">Whether the visit brought new articles.</param>
    /// <param name="min">Shortest interval.</param>
    /// <param name="max">Longest interval.</param>
    public static TimeSpan Interval(TimeSpan last, bool brought, TimeSpan min, TimeSpan max)
    {
        var begin = last <= TimeSpan.Zero ? First : last;
        return Clamp(begin * (brought ? Shrink : Grow), min, max);
    }

    /// <summary>The next visit after a good one: not before what the server calls fresh, not before it asks to be left alone.</summary>
    /// <param name="now">End of the visit, UTC.</param>
    /// <param name="interval">A fixed interval, else the learnt one.</param>
    /// <param name="freshFor">Cache-Control: max-age, or the feed's ttl; null without.</param>
    /// <param name="notBefore">Retry-After; null without.</param>
    /// <param name="max">Longest interval: also the longest that a server may ask for.</param>
    public static DateTimeOffset AfterSuccess(
        DateTimeOffset now, TimeSpan interval, TimeSpan? freshFor, DateTimeOffset? notBefore, TimeSpan max)
    {
        var wait = Clamp(freshFor ?? TimeSpan.Zero, TimeSpan.Zero, max);
        return Later(now + (wait > interval ? wait : interval), notBefore);
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

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;
}

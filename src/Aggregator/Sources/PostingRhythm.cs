using System.Buffers.Binary;

namespace Aggregator.Sources;

/// <summary>
/// How often and when in the week a source publishes, learnt from the dates of its entries. A Gamma–Poisson posterior with exponential
/// forgetting (the steady model of Harvey and Fernandes, "Time series models for count or qualitative observations", JBES 1989): each
/// article counts e^(−age/<see cref="Memory"/>), each hour watched likewise, and both are added to a weak prior. Dates say more than
/// whether a visit found a change, which is all that Cho and Garcia-Molina ("Estimating frequency of change", TOIT 2003) have for pages
/// without dates; an entry without a usable date counts halfway between two visits. As everything fades at one rate, a visit that
/// brings nothing changes nothing here: the fading is reckoned when the rhythm is asked.
/// </summary>
public sealed class PostingRhythm
{
    /// <summary>Two weeks: each day of the week is seen twice, and a change of pace is believed after a few days.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    /// <summary>The prior: half an article in four hours, three a day, soon outvoted by what is seen.</summary>
    private const double PriorArticles = 0.5, PriorHours = 4;

    /// <summary>Laplace's rule: one article in each hour of the day and on each day of the week, beside those that were seen.</summary>
    private const double FlatHours = HoursADay, FlatDays = DaysAWeek;

    private const int HoursADay = 24, DaysAWeek = 7, Packed = 3 * 8 + (1 + HoursADay + DaysAWeek) * 4;

    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    private readonly float articles;
    private readonly float[] byHour;
    private readonly float[] byDay;

    private PostingRhythm(DateTimeOffset since, DateTimeOffset at, DateTimeOffset latest, float articles, float[] byHour, float[] byDay) =>
        (Since, At, Latest, this.articles, this.byHour, this.byDay) = (since, at, latest, articles, byHour, byDay);

    /// <summary>From when on the source is known without gaps: its oldest entry at the first visit.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The moment the counts are reckoned to.</summary>
    public DateTimeOffset At { get; }

    /// <summary>When the newest article was published; <see cref="Since"/> without any.</summary>
    public DateTimeOffset Latest { get; }

    /// <summary>What the first visit tells: the entries that the source shows now, as far as they are dated.</summary>
    public static PostingRhythm Begin(IEnumerable<DateTimeOffset?> published, DateTimeOffset now)
    {
        var times = published.OfType<DateTimeOffset>().Where(time => time <= now && time > now - 8 * Memory).ToList();
        var since = times.Count == 0 ? now : times.Min();
        return new PostingRhythm(since, now, since, 0, new float[HoursADay], new float[DaysAWeek]).With(times, now);
    }

    /// <summary>The rhythm with further articles.</summary>
    /// <param name="times">When they were published; each at most <paramref name="now"/>.</param>
    /// <param name="now">The end of the visit, not before <see cref="At"/>.</param>
    public PostingRhythm With(IReadOnlyCollection<DateTimeOffset> times, DateTimeOffset now)
    {
        if (times.Count == 0) return this;
        var kept = Fade(now - At);
        var (count, hours, days) = (articles * kept, Scaled(byHour, kept), Scaled(byDay, kept));
        foreach (var time in times)
        {
            var weight = (float)Fade(now - time);
            count += weight;
            hours[time.UtcDateTime.Hour] += weight;
            days[(int)time.UtcDateTime.DayOfWeek] += weight;
        }

        var newest = times.Max();
        return new(Since, now, newest > Latest ? newest : Latest, (float)count, hours, days);
    }

    /// <summary>Articles an hour, over the whole week; more than 0.</summary>
    public double HourlyRate(DateTimeOffset now)
    {
        var watched = Memory.TotalHours * (1 - Fade(now - Since));
        return (PriorArticles + articles * Fade(now - At)) / (PriorHours + watched);
    }

    /// <summary>Whether what was seen says more than the prior: an article, or three days without.</summary>
    public bool IsKnown(DateTimeOffset now) => articles * Fade(now - At) >= 0.9 || now - Since >= TimeSpan.FromDays(3);

    /// <summary>How much of the week's mean rate this hour of the week (UTC) has; 1 in a source without hours of its own.</summary>
    public double Shape(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var hour = utc.Hour;
        // A neighbour is evidence too: 9:50 and 10:10 are one habit.
        var near = (byHour[(hour + 23) % HoursADay] + 2 * byHour[hour] + byHour[(hour + 1) % HoursADay]) / 4;
        var inHours = (near + FlatHours / HoursADay) / (Sum(byHour) + FlatHours) * HoursADay;
        var inDays = (byDay[(int)utc.DayOfWeek] + FlatDays / DaysAWeek) / (Sum(byDay) + FlatDays) * DaysAWeek;
        return inHours * inDays;
    }

    /// <summary>The probability that such a source is silent from <see cref="Latest"/> until now: of no article in a Poisson process whose rate is known as well as this posterior knows it.</summary>
    public double ChanceOfSilence(DateTimeOffset now)
    {
        var evidence = PriorArticles + articles;
        var expected = 0.0;
        for (var hour = Latest; hour < now && expected < 1000; hour += OneHour) expected += Shape(hour);
        return Math.Pow(1 + expected * HourlyRate(At) / evidence, -evidence);
    }

    /// <summary>152 bytes that <see cref="Unpack"/> understands.</summary>
    public byte[] Pack()
    {
        var bytes = new byte[Packed];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Since.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), At.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), Latest.UtcTicks);
        var at = 24;
        foreach (var value in (float[])[articles, .. byHour, .. byDay])
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
            at += 4;
        }

        return bytes;
    }

    /// <returns>The rhythm, or null when nothing is known: no bytes, or not ours.</returns>
    public static PostingRhythm? Unpack(byte[]? bytes)
    {
        if (bytes is not { Length: Packed }) return null;
        var values = new float[1 + HoursADay + DaysAWeek];
        for (var i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(24 + 4 * i));
        return new(Time(bytes), Time(bytes.AsSpan(8)), Time(bytes.AsSpan(16)), values[0], values[1..(1 + HoursADay)], values[(1 + HoursADay)..]);
    }

    private static DateTimeOffset Time(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes), TimeSpan.Zero);

    private static double Fade(TimeSpan age) => age <= TimeSpan.Zero ? 1 : Math.Exp(-age / Memory);

    private static float[] Scaled(float[] values, double by) => Array.ConvertAll(values, value => (float)(value * by));

    private static float Sum(float[] values)
    {
        var sum = 0f;
        foreach (var value in values) sum += value;
        return sum;
    }
}

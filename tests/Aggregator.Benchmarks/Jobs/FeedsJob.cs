using System.Globalization;
using System.Text;
using System.Xml;
using Aggregator.Reading.Feeds;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Parsing the real feeds of the test data, in pairs: an XmlReader that reads every value, and the parser, over the same bytes one after
/// the other. A ratio is taken of each pair and the median of the ratios counts, so that a machine that slows down slows both. Bars: 1.9
/// times the XmlReader, 5 bytes allocated a byte; 20 MB/s where a feed is ill-formed.
/// </summary>
internal static class FeedsJob
{
    private const int WarmUps = 60, Pairs = 101;
    private static readonly Uri Address = new("https://example.org/feed");

    public static int Run()
    {
        var real = Directory.GetFiles(Path.Combine(SharedData.Folder, "corpus", "feeds", "real")).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).Where(body => !body.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])).ToList();
        byte[][] sound = [.. real.Where(IsWellFormed)];
        byte[][] broken = [.. real.Where(body => !IsWellFormed(body) && body.AsSpan().TrimStart(" \r\n\t"u8)[0] != '{'), .. sound.Select(Damaged)];
        Say($"{sound.Length} well-formed feeds, {Size(sound) / 1e6:0.0} MB; {broken.Length} ill-formed ones, {Size(broken) / 1e6:0.0} MB; {Environment.ProcessorCount} cores, {DateTime.Now:yyyy-MM-dd}");
        Say($"| what | ms (median) | MB/s | bytes allocated a byte | x XmlReader (median; quartiles) |");
        Say($"|---|---|---|---|---|");

        for (var i = 0; i < WarmUps; i++) _ = ReadValues(sound) + Parse(sound) + Parse(broken) + Peer(sound);
        var floors = new double[Pairs];
        var times = new double[Pairs];
        var tolerant = new double[Pairs];
        var peers = new double[Pairs];
        for (var i = 0; i < Pairs; i++)
        {
            floors[i] = Time(() => ReadValues(sound));
            times[i] = Time(() => Parse(sound));
            tolerant[i] = Time(() => Parse(broken));
            peers[i] = Time(() => Peer(sound));
        }

        var ratios = times.Zip(floors, (time, floor) => time / floor).ToArray();
        Row("XmlReader, every value", sound, floors, Allocated(() => ReadValues(sound)), "1");
        Row("FeedParser", sound, times, Allocated(() => Parse(sound)), string.Create(CultureInfo.InvariantCulture, $"{At(ratios, .5):0.00} ({At(ratios, .25):0.00} to {At(ratios, .75):0.00})"));
        Row("CodeHollow.FeedReader", sound, peers, Allocated(() => Peer(sound)), string.Create(CultureInfo.InvariantCulture, $"{At([.. peers.Zip(floors, (time, floor) => time / floor)], .5):0.00}"));
        Row("FeedParser, ill-formed", broken, tolerant, Allocated(() => Parse(broken)), "");
        return 0;
    }

    /// <summary>A feed with the faults that feeds have: white space before the declaration, bare ampersands, an HTML entity, no end.</summary>
    private static byte[] Damaged(byte[] feed)
    {
        var text = Encoding.Latin1.GetString(feed).Replace("</title>", " &eacute; A&B</title>", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes($"\n{text[..(text.Length * 9 / 10)]}");
    }

    private static bool IsWellFormed(byte[] feed)
    {
        try
        {
            return ReadValues([feed]) > 0;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static long ReadValues(byte[][] feeds)
    {
        var length = 0L;
        foreach (var feed in feeds)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };
            using var reader = XmlReader.Create(new MemoryStream(feed), settings);
            while (reader.Read())
            {
                if (reader.HasValue) length += reader.Value.Length;
                while (reader.MoveToNextAttribute()) length += reader.Value.Length;
            }
        }

        return length;
    }

    private static long Parse(byte[][] feeds)
    {
        var items = 0L;
        foreach (var feed in feeds) items += FeedParser.Parse(feed, Address).Items.Count;
        return items;
    }

    /// <summary>What it refuses counts for it: it has then read only a part.</summary>
    private static long Peer(byte[][] feeds)
    {
        var items = 0L;
        foreach (var feed in feeds)
        {
            try
            {
                items += CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed).Items.Count;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                items++;
            }
        }

        return items;
    }

    private static double Time(Func<long> work)
    {
        var before = ThreadClock.Now;
        _ = work();
        return (ThreadClock.Now - before).TotalMilliseconds;
    }

    private static long Allocated(Func<long> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Row(string name, byte[][] feeds, double[] times, long allocated, string ratio) =>
        Say($"| {name} | {At(times, .5):0.0} | {Size(feeds) / 1e3 / At(times, .5):0} | {allocated / (double)Size(feeds):0.0} | {ratio} |");

    private static double At(double[] values, double share) => values.Order().ElementAt((int)(share * (values.Length - 1)));

    private static long Size(byte[][] feeds) => feeds.Sum(feed => (long)feed.Length);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

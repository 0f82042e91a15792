using System.Diagnostics;
using System.Text.Json;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class CorpusTests
{
    [SharedFact]
    public void Every_feed_of_the_corpus_is_read_without_an_exception()
    {
        var files = Directory.EnumerateFiles(Shared.Path("corpus", "feeds"), "*", SearchOption.AllDirectories)
            .Where(f => f.Contains("feedparser", StringComparison.Ordinal) || f.Contains("gofeed", StringComparison.Ordinal) || f.Contains("real", StringComparison.Ordinal));
        Assert.All(files, file => Check(File.ReadAllBytes(file)));
    }

    [SharedFact]
    public void Real_feeds_are_feeds_and_have_items() =>
        Assert.All(Directory.EnumerateFiles(Shared.Path("corpus", "feeds", "real")), file =>
        {
            var feed = FeedParser.Parse(File.ReadAllBytes(file));
            Assert.True(feed.IsFeed, feed.Format);
            Assert.NotEmpty(feed.Items);
        });

    [SharedFact]
    public void Fetched_hostile_feeds_are_read_without_an_exception() =>
        Assert.All(File.ReadLines(Shared.Path("corpus", "hostile", "feeds_fetched.jsonl")), line =>
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            Check(root.TryGetProperty("b64", out var packed) ? packed.GetBytesFromBase64() : System.Text.Encoding.UTF8.GetBytes(root.GetProperty("xml").GetString()!));
        });

    [SharedFact]
    public void Hostile_feeds_meet_what_is_expected_of_them() =>
        Assert.All(File.ReadLines(Shared.Path("corpus", "hostile", "feeds.jsonl")), line =>
        {
            using var json = JsonDocument.Parse(line);
            var hostile = json.RootElement;
            var file = Shared.Path("corpus", "hostile", hostile.GetProperty("file").GetString()!);
            var body = File.ReadAllBytes(file);
            var clock = Stopwatch.StartNew();
            var feed = Check(body);
            Assert.True(clock.ElapsedMilliseconds < hostile.GetProperty("limit").GetProperty("ms").GetInt32(), $"{file}: {clock.ElapsedMilliseconds} ms");
            var expect = hostile.GetProperty("expect").GetString();
            Assert.DoesNotContain(feed.Items, i => $"{i.Title}{i.SummaryHtml}".Contains("root:", StringComparison.Ordinal));
            if (expect == "refuse") Assert.False(feed.IsFeed, file);
            if (expect == "entries") Assert.True(feed.IsFeed, file);
            if (hostile.TryGetProperty("n", out var count) && file.IndexOf("dup-guid", StringComparison.Ordinal) < 0)
                Assert.Equal((file, count.GetInt32()), (file, feed.Items.Count));
        });

    /// <summary>Reads a feed and checks what holds for every feed, whatever is in it.</summary>
    private static Feed Check(byte[] body)
    {
        var feed = FeedParser.Parse(body, Sample.Address);
        Assert.Equal(feed.Items.Count, feed.Items.Select(i => i.Key).Distinct().Count());
        Assert.All(feed.Items, item =>
        {
            Assert.InRange(item.Key.Length, 1, 512);
            Assert.True(item.Link is null || item.Link.StartsWith("http", StringComparison.OrdinalIgnoreCase), item.Link);
            Assert.DoesNotContain(item.Title ?? "", c => c is '\0' or '\u001B');
        });
        return feed;
    }
}

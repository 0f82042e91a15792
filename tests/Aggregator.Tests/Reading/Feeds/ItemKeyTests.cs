namespace Aggregator.Tests.Reading.Feeds;

public sealed class ItemKeyTests
{
    [Fact]
    public void A_repeated_guid_swallows_nothing_and_order_does_not_matter()
    {
        string[] items =
        [
            "<item><guid>same</guid><link>https://a.example/1</link><title>One</title></item>",
            "<item><guid>same</guid><link>https://a.example/2</link><title>Two</title></item>",
            "<item><guid>same</guid><link>https://a.example/2</link><title>Three</title></item>",
            "<item><guid>own</guid><title>Four</title></item>",
        ];

        var keys = Keys(items);
        Assert.Equal(4, keys.Values.Distinct().Count());
        Assert.Equal("own", keys["Four"]);
        Assert.Equal(keys.OrderBy(k => k.Key), Keys([.. items.Reverse()]).OrderBy(k => k.Key));
    }

    [Fact]
    public void Items_alike_in_everything_still_have_keys_of_their_own()
    {
        var feed = Sample.Parse($"<rss><channel>{string.Concat(Enumerable.Repeat("<item><title>t</title></item>", 3))}</channel></rss>");
        Assert.Equal(3, feed.Items.Select(i => i.Key).Distinct().Count());
    }

    [Fact]
    public void Without_id_and_link_the_text_is_the_identity()
    {
        Assert.Equal(Sample.Item("<title>a</title><description>b</description>").Key, Sample.Item("<description>b</description><title>a</title>").Key);
        Assert.NotEqual(Sample.Item("<title>a</title><description>b</description>").Key, Sample.Item("<title>a</title><description>c</description>").Key);
    }

    [Fact]
    public void A_long_id_fits_an_index()
    {
        var key = Sample.Item($"<guid>{new string('x', 100_000)}</guid>").Key;
        Assert.InRange(key.Length, 1, 512);
        Assert.NotEqual(key, Sample.Item($"<guid>{new string('x', 100_001)}</guid>").Key);
    }

    [Theory]
    [InlineData("<guid>http://www.press.example/a</guid>", "<guid>https://press.example/a</guid>")]
    [InlineData("<link>http://www.press.example/a/</link>", "<link>https://press.example/a?utm_medium=feed</link>")]
    [InlineData("<guid isPermaLink='false'>https://press.example/?p=12</guid><link>https://press.example/a</link>", "<guid isPermaLink='false'>http://press.example/?p=12</guid><link>https://press.example/b</link>")]
    public void Spellings_of_one_address_are_one_key(string one, string other) => Assert.Equal(Sample.Item(one).Key, Sample.Item(other).Key);

    [Fact]
    public void A_new_date_is_no_new_item() => Assert.Equal(
        Sample.Item("<title>a</title><description>b</description><pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate>").Key,
        Sample.Item("<title>a</title><description>b</description><pubDate>Wed, 05 Mar 2026 08:00:00 GMT</pubDate>").Key);

    private static Dictionary<string, string> Keys(string[] items) =>
        Sample.Parse($"<rss><channel>{string.Concat(items)}</channel></rss>").Items.ToDictionary(i => i.Title!, i => i.Key);
}

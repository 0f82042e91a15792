using System.Text;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class EncodingTests
{
    private const string Body = "<rss version='2.0'><channel><title>Été, Żory €</title></channel></rss>";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16be", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16be", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    public void Unicode_is_seen_in_the_bytes(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Body)];
        var feed = FeedParser.Parse(bytes, contentType: "text/xml; charset=iso-8859-1");
        Assert.Equal("Été, Żory €", mark || name != "utf-8" ? feed.Title : null);
    }

    [Theory]
    [InlineData(null, "windows-1250", "windows-1250", "Été, Żory €")]
    [InlineData("text/xml; charset=\"windows-1250\"", "utf-8", "windows-1250", "Été, Żory €")]
    [InlineData("text/xml; charset=nonsense", "windows-1250", "windows-1250", "Été, Żory €")]
    [InlineData("text/xml; charset=utf-8", "windows-1250", "windows-1250", "Été, Żory €")]
    public void Names_count_in_order_unless_the_bytes_contradict(string? contentType, string declared, string encoding, string title)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{declared}'?>"), .. CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(Body)];
        var feed = FeedParser.Parse(bytes, contentType: contentType);
        Assert.Equal((encoding, title), (feed.Encoding, feed.Title));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-8")]
    [InlineData("utf-7")]
    [InlineData("klingon")]
    [InlineData("")]
    public void Without_a_name_that_fits_bytes_are_windows_1252(string declared)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{declared}'?><rss><channel><title>L"), 0x92, .. "avenir "u8, 0xE9, 0x80, .. "</title></channel></rss>"u8];
        Assert.Equal("L’avenir é€", FeedParser.Parse(bytes).Title);
    }

    [Theory]
    [InlineData("shift_jis", "今日はとても良い天気ですね、散歩に行きましょう")]
    [InlineData("euc-jp", "今日はとても良い天気ですね、散歩に行きましょう")]
    [InlineData("euc-kr", "오늘은 날씨가 아주 좋습니다 산책하러 갑시다")]
    [InlineData("gb2312", "今天天气很好我们去公园散步吧")]
    [InlineData("windows-1251", "Сегодня хорошая погода, пойдём гулять")]
    [InlineData("koi8-r", "Сегодня хорошая погода, пойдём гулять")]
    [InlineData("windows-1255", "היום מזג האוויר יפה מאוד בואו נצא")]
    [InlineData("windows-1252", "Créées à Nîmes, déjà fêtées où l’on naît")]
    public void Text_that_names_no_encoding_is_guessed_by_its_bytes(string name, string title)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        var feed = FeedParser.Parse(encoding.GetBytes($"<rss><channel><title>{title}</title></channel></rss>"));
        Assert.Equal((name, title, true), (feed.Encoding, feed.Title, feed.Malformed));
    }

    [Fact]
    public void A_few_damaged_characters_do_not_make_utf8_something_else()
    {
        byte[] bytes = [.. "<rss><channel><title>Été déjà là "u8, 0xC3, .. " fin</title></channel></rss>"u8];
        var feed = FeedParser.Parse(bytes);
        Assert.Equal(("utf-8", "Été déjà là \uFFFD fin", true), (feed.Encoding, feed.Title, feed.Malformed));
    }

    [Fact]
    public void Overlong_forms_do_not_become_markup()
    {
        byte[] bytes = [.. "<rss><channel><title>a"u8, 0xC0, 0xBC, .. "b</title></channel></rss>"u8];
        Assert.DoesNotContain('<', FeedParser.Parse(bytes).Title!);
    }

    [Theory]
    [InlineData("Été à Nîmes, « déjà » l’année 2026 — 10 €")]
    [InlineData("Żory, 日本語, Привет")]
    public void UTF_8_encoded_twice_is_undone(string title)
    {
        foreach (var misread in (string[])["windows-1252", "iso-8859-1"])
        {
            // As the WHATWG has it, the bytes that windows-1252 leaves out stand for themselves.
            var once = string.Concat(Encoding.UTF8.GetBytes(title).Select(b => misread == "windows-1252" ? Windows1252(b) : (char)b));
            var feed = Sample.Parse($"<rss version='2.0'><channel><title>{once}</title></channel></rss>");
            Assert.Equal(title, feed.Title);
            Assert.Contains(feed.Diagnostics, d => d.Code == "encoding-doubled");
        }
    }

    [Theory]
    [InlineData("Pourquoi lit-on « Ã© » au lieu de « é » ?")] // not all of it is
    [InlineData("Ã©")] // one accident may be quoted
    [InlineData("Créées à Nîmes")]
    [InlineData("Â Â Â")]
    public void What_may_be_meant_stays(string title)
    {
        var feed = Sample.Parse($"<rss version='2.0'><channel><title>{title}</title></channel></rss>");
        Assert.Equal(title, feed.Title);
        Assert.DoesNotContain(feed.Diagnostics, d => d.Code == "encoding-doubled");
    }

    private static char Windows1252(byte b) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([b])[0];
}

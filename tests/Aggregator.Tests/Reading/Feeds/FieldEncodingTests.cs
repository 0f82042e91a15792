using System.Text;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Html;

namespace Aggregator.Tests.Reading.Feeds;

/// <summary>Bytes against what is said of them, for feeds and pages alike.</summary>
public sealed class FieldEncodingTests
{
    [Theory]
    [InlineData("gbk", "港口周一重新开放")]
    [InlineData("gb2312", "港口")]
    [InlineData("big5", "港口週一重新開放")]
    [InlineData("shift_jis", "港は月曜に再開する")]
    [InlineData("euc-kr", "항구는 월요일에")]
    [InlineData("iso-8859-1", "Le quai fermé")]
    [InlineData("windows-1251", "Порт откроется")]
    [InlineData("iso-8859-15", "Dix € à gagner")]
    [InlineData("us-ascii", "Le quai fermé")]
    public void Valid_UTF_8_is_UTF_8_whatever_is_said(string said, string title)
    {
        var body = Encoding.UTF8.GetBytes($"<rss version='2.0'><channel><title>{title}</title></channel></rss>");
        Assert.Equal((title, "utf-8"), (FeedParser.Parse(body, contentType: $"text/xml; charset={said}").Title, FeedParser.Parse(body, contentType: $"text/xml; charset={said}").Encoding));
        byte[] declared = [.. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{said}'?>"), .. body];
        Assert.Equal(title, FeedParser.Parse(declared).Title);

        var page = Encoding.UTF8.GetBytes($"<!doctype html><meta charset='{said}'><title>{title}</title><p>{title}</p>");
        Assert.Contains($"<p>{title}</p>", SafeHtml.Decode(page, null), StringComparison.Ordinal);
        Assert.Contains($"<p>{title}</p>", SafeHtml.Decode(page, $"text/html; charset={said}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gb18030", "港口周一重新开放")]
    [InlineData("gb18030", "一")] // two bytes that could be one letter of UTF-8
    [InlineData("big5", "港口週一重新開放")]
    [InlineData("shift_jis", "港は月曜に再開する")]
    [InlineData("euc-kr", "항구는 월요일에")]
    [InlineData("windows-1252", "Le quai fermé")]
    [InlineData("windows-1251", "Порт откроется")]
    [InlineData("windows-1250", "Żory i Łódź")]
    [InlineData("iso-8859-7", "Το λιμάνι ανοίγει")]
    [InlineData("windows-1252", "")]
    public void What_is_said_counts_where_the_bytes_allow_it(string said, string title)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(said)!;
        var body = encoding.GetBytes($"<rss version='2.0'><channel><title>{title}</title><description>d</description></channel></rss>");
        var feed = FeedParser.Parse(body, contentType: $"text/xml; charset={said}");
        Assert.Equal((title.Length == 0 ? null : title, said), (feed.Title, feed.Encoding));
        Assert.Contains($"<p>{title}</p>", SafeHtml.Decode(encoding.GetBytes($"<!doctype html><meta charset='{said}'><p>{title}</p>"), null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_cut_in_the_middle_of_a_character_is_UTF_8_all_the_same()
    {
        var page = Encoding.UTF8.GetBytes("<meta charset='iso-8859-1'><p>Le quai fermé rouvrira à l’été</p><p>é").AsSpan()[..^1];
        Assert.Contains("Le quai fermé rouvrira à l’été", SafeHtml.Decode(page, null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1", "Fermé à l'été", "Le quai fermé rouvrira")]
    [InlineData("windows-1252", "L’été à Brest", "Été")]
    [InlineData("windows-1252", "Déjà", "L’avenir")]
    [InlineData("windows-1251", "Порт откроется", "Порт закрыт")]
    [InlineData("iso-8859-1", "Fermé", "<p>Une <b>journée</b> d’été</p>")]
    public void Elements_in_two_encodings_are_each_read_in_their_own(string said, string title, string description)
    {
        var feed = Mixed(said, title, description);
        Assert.Equal((title, description), (feed.Items[0].Title, feed.Items[0].SummaryHtml));
    }

    [Theory]
    [InlineData("iso-8859-1", "Les Pyrénées", "CAFÉ»")]
    [InlineData("windows-1252", "L’été", "AMANHÃ… talvez")]
    [InlineData("windows-1252", "Größe", "Ein Spaß”")]
    public void Letters_that_could_be_bytes_stay_letters(string said, string title, string description)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(said == "iso-8859-1" ? "windows-1252" : said)!;
        var body = encoding.GetBytes($"<?xml version='1.0' encoding='{said}'?><rss><channel><item><title>{title}</title><description>{description}</description></item></channel></rss>");
        Assert.Equal((title, description), (FeedParser.Parse(body).Items[0].Title, FeedParser.Parse(body).Items[0].SummaryHtml));
    }

    /// <summary>The title in the encoding that is declared, the description in UTF-8.</summary>
    private static Feed Mixed(string said, string title, string description)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(said == "iso-8859-1" ? "windows-1252" : said)!;
        byte[] body =
        [
            .. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{said}'?><rss><channel><item><title>"), .. encoding.GetBytes(title), .. "</title><description><![CDATA["u8,
            .. Encoding.UTF8.GetBytes(description), .. "]]></description></item></channel></rss>"u8,
        ];
        return FeedParser.Parse(body);
    }
}

using System.Text;
using Aggregator.Reading.Html;

namespace Aggregator.Tests.Reading.Html;

public sealed class SafeHtmlTests
{
    private static readonly Uri Page = new("https://journal.example/2026/article.html");

    [Theory]
    [InlineData("text/html; charset=iso-8859-1", "L\u2019\u00e9t\u00e9", "windows-1252")]
    [InlineData("text/html; charset=utf-8", "L’été", "utf-8")]
    [InlineData(null, "L’été", "utf-8")]
    [InlineData(null, "L’été à Nîmes", "windows-1252")]
    [InlineData("text/html", "Привет", "utf-16")]
    [InlineData("text/html; charset=koi8-r", "Привет", "koi8-r")]
    public void Bytes_are_read_in_the_encoding_they_were_written_in(string? contentType, string text, string encoding)
    {
        var code = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var bytes = code.GetPreamble().Concat(code.GetBytes($"<p>{text}</p>")).ToArray();
        Assert.Equal($"<p>{text}</p>", SafeHtml.Decode(bytes, contentType));
    }

    [Fact]
    public void A_meta_element_names_the_encoding()
    {
        var code = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;
        var html = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head><p>Привет";
        Assert.Equal(html, SafeHtml.Decode(code.GetBytes(html), null));
    }

    [Fact]
    public void A_single_bad_byte_does_not_change_the_encoding_a_page_states()
    {
        byte[] bytes = [.. "<meta charset=utf-8>été"u8, 0xFF, .. "été"u8];
        Assert.Contains("été\uFFFDété", SafeHtml.Decode(bytes, null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("charset=made-up-99")]
    [InlineData("charset=utf-7")]
    [InlineData(";;;charset=\"")]
    public void An_unknown_encoding_is_guessed(string contentType) => Assert.Equal("<p>été", SafeHtml.Decode("<p>été"u8, contentType));

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<div><table></div></table>", 60_000)]
    [InlineData("<div><select></div></select>", 60_000)]
    [InlineData("<b><div></b>", 60_000)]
    [InlineData("<span><div></span>", 60_000)]
    [InlineData("<svg><g>", 60_000)]
    [InlineData("<table><tr><td>", 60_000)]
    [InlineData("<blockquote><p>", 60_000)]
    [InlineData("<a href=x><div>", 60_000)]
    [InlineData("<ul><li>", 60_000)]
    [InlineData("<x-y>", 100_000)]
    public void What_nests_without_end_is_refused(string unit, int times) =>
        // Refused after 1,500 levels whatever the length: 20 to 80 ms on an idle core. A time limit here would measure the neighbours.
        Assert.Equal("The elements of this page are nested too deeply.", SafeHtml.Parse(string.Concat(Enumerable.Repeat(unit, times)), Page).Problem);

    [Fact]
    public void Formatting_that_is_never_closed_is_not_multiplied()
    {
        var formats = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<b id={i}>"));
        var parsed = SafeHtml.Parse($"<p>{formats}</p>" + string.Concat(Enumerable.Repeat("<p>x</p>", 50_000)), Page);
        Assert.Equal("This page leaves too many formatting elements open.", parsed.Problem);
        Assert.Equal(parsed.Problem, SafeHtml.Parse(string.Concat(Enumerable.Repeat("<font size=7><p>x", 60_000)), Page).Problem);
    }

    [Fact]
    public void Length_elements_and_attributes_are_bounded()
    {
        Assert.Contains("larger", SafeHtml.Parse(new string('x', 15_000_000), Page).Problem, StringComparison.Ordinal);
        Assert.Contains("400,000", SafeHtml.Parse(string.Concat(Enumerable.Repeat("<hr>", 500_000)), Page).Problem, StringComparison.Ordinal);
        var attributes = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"a{i}"));
        Assert.Contains("attributes", SafeHtml.Parse($"<p {attributes}>", Page).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_page_with_sloppy_markup_is_read()
    {
        var parsed = SafeHtml.Parse(string.Concat(Enumerable.Repeat("<p>Un <b>mot<i> de plus</b><li>et <font>encore", 300)), Page);
        Assert.True(parsed.Readable, parsed.Problem);
    }

    [Theory]
    [InlineData("<base href='/a/'>", "https://journal.example/a/")]
    [InlineData("<base href='https://other.example/'>", "https://other.example/")]
    [InlineData("<base href='javascript:x'>", "https://journal.example/2026/article.html")]
    [InlineData("<base href='file:///etc/'>", "https://journal.example/2026/article.html")]
    [InlineData("", "https://journal.example/2026/article.html")]
    public void A_base_element_counts_when_it_leads_to_the_web(string head, string expected) =>
        Assert.Equal(new Uri(expected), SafeHtml.Parse(head + "<p>x", Page).Address);

    [Fact]
    public void A_fragment_cannot_leave_the_body()
    {
        var parsed = SafeHtml.ParseFragment("un</body></html><head><p>deux<body onload=x>trois", Page);
        Assert.Equal("undeuxtrois", parsed.Document!.Body!.TextContent);
    }
}

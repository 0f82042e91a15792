using Aggregator.Reading.Urls;

namespace Aggregator.Tests.Reading.Urls;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("  HTTPS://User:pw@WWW.Example.COM.:443/a/../Path/./Page#top ", "https://www.example.com/Path/Page")]
    [InlineData("//www.example.com", "https://www.example.com/")]
    [InlineData("http://example.com:080/x", "http://example.com/x")]
    [InlineData("http://example.com:443/x", "http://example.com:443/x")]
    [InlineData("https://example.com:/x", "https://example.com/x")]
    [InlineData("https:\\\\example.com\\a\\b?c=\\d", "https://example.com/a/b?c=%5Cd")]
    [InlineData("https://exam\nple.com/a\tb", "https://example.com/ab")]
    [InlineData("https://CAFÉ.example/é ê?q=ü#ö", "https://xn--caf-dma.example/%C3%A9%20%C3%AA?q=%C3%BC")]
    [InlineData("https://caf%C3%A9.example/", "https://xn--caf-dma.example/")]
    [InlineData("https://[2001:DB8::0:1]:8080/x", "https://[2001:db8::1]:8080/x")]
    [InlineData("https://example.com/%7e%2d%2f%e9%C3%a9", "https://example.com/~-%2F%E9%C3%A9")]
    [InlineData("https://example.com/100%?a=5%%34%31", "https://example.com/100%25?a=5%2541")]
    [InlineData("https://example.com/%2e%2E/a/%2e/b/..", "https://example.com/a/")]
    [InlineData("https://example.com/a[1]|{b}", "https://example.com/a%5B1%5D%7C%7Bb%7D")]
    public void AnAddressIsWrittenInNormalForm(string address, string canonical) => AssertCanonical(address, canonical);

    [Theory]
    [InlineData("?utm_source=a&id=3&UTM_Medium=b", "?id=3")]
    [InlineData("?a=1&amp;utm_source=x&amp;amp;b=2", "?a=1&b=2")]
    [InlineData("?a=1&#038;utm_source=x&#38;b=2", "?a=1&b=2")]
    [InlineData("?&&a=1&&", "?a=1")]
    [InlineData("?xtor=RSS-1&at_medium=x&lmd_campaign=y&maca=z&CMP=w", "")]
    [InlineData("?cmp=2&mc=3&ref=77&source=12", "?cmp=2&mc=3&ref=77&source=12")]
    [InlineData("?id=1&p=2&article=3&q=4&page=5&page_id=6", "?id=1&p=2&article=3&q=4&page=5&page_id=6")]
    [InlineData("?article512&rubrique=", "?article512&rubrique=")]
    [InlineData("?ref=tw_i&from=rss&b", "?b")]
    [InlineData(";JSESSIONID=0A1B/x;v=1?sid=8f14e45fceea167a5a36dedd4bea2543&s=9", "/x;v=1?s=9")]
    [InlineData("/.;jsessionid=1/b", "/b")]
    [InlineData("?id=7?utm_source=x&utm_medium=y", "?id=7")]
    [InlineData("?utm_source=x?id=7", "?id=7")]
    [InlineData("?id=7%3Futm_source%3Dx%26utm_medium%3Dy", "?id=7")]
    [InlineData("?q=who%3Fid%3D7", "?q=who%3Fid%3D7")]
    [InlineData("?q=who?&id=7", "?q=who?&id=7")]
    [InlineData("&utm_source=x&utm_medium=y", "")]
    [InlineData("%3Futm_source=x", "")]
    [InlineData("&b=2", "&b=2")]
    [InlineData("/(S(lit3py55t21z5v55vlm25s55))/b", "/b")]
    [InlineData("/%28X%281%29S%28lit3py55t21z5v55vlm25s55%29%29/b", "/b")]
    [InlineData("/(S(1))/b", "/(S(1))/b")]
    [InlineData("/news(12)", "/news(12)")]
    [InlineData(";phpsessid=q3b1/x;page=2", "/x;page=2")]
    [InlineData("#!/a", "#!/a")]
    [InlineData("#/a:~:text=b", "#/a")]
    [InlineData("#!", "")]
    [InlineData("#xtor=RSS-3-[politique]", "")]
    public void WhatOnlyTracksGoesAndWhatNamesStays(string address, string canonical) =>
        AssertCanonical("https://www.example.fr/a" + address, "https://www.example.fr/a" + canonical);

    [Theory]
    [InlineData("https://www.google.fr/url?sa=t&q=http%3A%2F%2Fb.example%2F%3Fa%3D1%26b%3D2")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fgoogle.fr%2Furl%3Fq%3Dhttp%253A//b.example/%253Fa%253D1%2526b%253D2")]
    [InlineData("https://b-example.cdn.ampproject.org/c/b.example/?a=1&b=2&amp_js_v=0.1")]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fb.example%2F%3Fa%3D1%26b%3D2&data=05")]
    public void RedirectorsAreUnwrapped(string address) => AssertCanonical(address, "http://b.example/?a=1&b=2");

    [Theory]
    [InlineData("https://www.google.com/url?url=javascript%3Aalert(1)")]
    [InlineData("https://www.google.com/url?url=ftp%3A%2F%2Fb.example%2F")]
    [InlineData("https://www.google.com/url?url=https%3A%2F%2F")]
    [InlineData("https://a.example/url?url=https%3A%2F%2Fb.example%2F")]
    public void WhatLeadsToNoPageStays(string address) => AssertCanonical(address, address);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("article.html")]
    [InlineData("www.example.com/a")]
    [InlineData("https://")]
    [InlineData("https:///a")]
    [InlineData("https:example.com")]
    [InlineData("https://a..b/")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://example.com:99999/")]
    [InlineData("https://example.com:+80/")]
    [InlineData("https://[::1/")]
    [InlineData("https://%ff.example/")]
    [InlineData("https://\uD800.example/")]
    [InlineData("mailto:a@example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("urn:uuid:1")]
    public void AnythingElseIsRefused(string? address)
    {
        Assert.False(CanonicalUrl.TryParse(address, out var canonical));
        Assert.Equal("", canonical);
    }

    [Fact]
    public void LengthIsBounded()
    {
        var longest = "https://a.example/".PadRight(CanonicalUrl.MaxLength, 'x');

        AssertCanonical(longest, longest);
        Assert.False(CanonicalUrl.TryParse(longest + "x", out _));
        Assert.False(CanonicalUrl.TryParse("https://a.example/".PadRight(CanonicalUrl.MaxLength, 'é'), out _));
    }

    private static void AssertCanonical(string address, string expected)
    {
        Assert.True(CanonicalUrl.TryParse(address, out var canonical));
        Assert.Equal(expected, canonical);
    }
}

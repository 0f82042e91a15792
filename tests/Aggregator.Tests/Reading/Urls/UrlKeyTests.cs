using Aggregator.Reading.Urls;

namespace Aggregator.Tests.Reading.Urls;

public sealed class UrlKeyTests
{
    [Theory]
    [InlineData("https://www.example.com/a/", "http://m.example.com//a")]
    [InlineData("https://example.com/", "https://amp.example.com/index.html")]
    [InlineData("https://example.com/?p=1", "https://example.com/index.php?p=1")]
    [InlineData("https://example.com/a?y=1&x=2", "https://example.com/a?x=2&y=1")]
    [InlineData("https://example.com/a", "https://example.com/amp/a")]
    [InlineData("https://example.com/a", "https://example.com/a/amp/")]
    [InlineData("https://example.com/a", "https://example.com/a?amp")]
    [InlineData("https://example.com/a.html", "https://example.com/a.amp.html")]
    [InlineData("https://fr.wikipedia.org/wiki/A", "https://fr.m.wikipedia.org/wiki/A")]
    [InlineData("https://www.bbc.co.uk/news/1", "https://www.bbc.com/news/1.amp")]
    [InlineData("https://youtu.be/abc?t=3", "https://www.youtube.com/watch?list=PL1&v=abc&si=x")]
    [InlineData("https://www.youtube.com/shorts/abc", "https://m.youtube.com/watch?v=abc")]
    [InlineData("https://edition.cnn.com/2026/01/12/a", "https://amp.cnn.com/cnn/2026/01/12/a")]
    [InlineData("https://twitter.com/a/status/1?s=20", "https://x.com/a/status/1")]
    [InlineData("https://dai.ly/x1", "https://www.dailymotion.com/video/x1")]
    public void OneArticleHasOneKey(string one, string other) => Assert.Equal(UrlKey.Of(one), UrlKey.Of(other));

    [Theory]
    [InlineData("https://example.com/a", "https://example.com/A")]
    [InlineData("https://example.com/a?id=1", "https://example.com/a?id=2")]
    [InlineData("https://example.com/a?id=1", "https://example.com/a?id=1&page=2")]
    [InlineData("https://example.com/a?x=1&x=2", "https://example.com/a?x=2&x=1")]
    [InlineData("https://example.com/a?article", "https://example.com/a?article=")]
    [InlineData("https://example.com/a%2Fb", "https://example.com/a/b")]
    [InlineData("https://example.com/", "https://example.com:8443/")]
    [InlineData("https://example.com/amp", "https://example.com/")]
    [InlineData("https://amp.dev/a", "https://m.dev/a")]
    [InlineData("https://shop.example.com/a", "https://example.com/a")]
    [InlineData("https://money.cnn.com/cnn/a", "https://cnn.com/a")]
    [InlineData("https://www.youtube.com/playlist?list=1", "https://www.youtube.com/playlist?list=2")]
    [InlineData("https://app.example/#!/a", "https://app.example/#!/b")]
    [InlineData("https://web.archive.org/web/2026/https://example.com/a", "https://example.com/a")]
    public void TwoArticlesHaveTwoKeys(string one, string other) => Assert.NotEqual(UrlKey.Of(one), UrlKey.Of(other));

    [Theory]
    [InlineData(null, "?")]
    [InlineData("  ", "?")]
    [InlineData(" example.com/a ", "?example.com/a")]
    [InlineData("mailto:a@example.com", "?mailto:a@example.com")]
    public void AnUnusableAddressIsItsOwnKey(string? address, string key) => Assert.Equal(key, UrlKey.Of(address));
}

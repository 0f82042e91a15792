using System.Security.Cryptography;
using System.Text;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Reading.Feeds;

namespace Aggregator.Tests.Service.Intake;

public sealed class PushSignatureTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<rss/>");

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("SHA512")]
    public void TheRightSignatureIsRight(string method)
    {
        var right = $"{method}={Sign(method, Body, "secret")}";

        Assert.True(PushSignature.IsRight(right, Body, "secret"));
        Assert.True(PushSignature.IsRight(right.ToUpperInvariant().Replace("SHA", "sha", StringComparison.Ordinal), Body, "secret"));
        Assert.False(PushSignature.IsRight(right, Encoding.UTF8.GetBytes("<rss />"), "secret"));
        Assert.False(PushSignature.IsRight(right, Body, "Secret"));
        Assert.False(PushSignature.IsRight(right[..^1], Body, "secret"));
        Assert.False(PushSignature.IsRight(right + "00", Body, "secret"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("md5=d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("none=")]
    [InlineData("5d41402abc4b2a76b9719d911017c592")]
    public void AnythingElseIsWrong(string? header) => Assert.False(PushSignature.IsRight(header, Body, "secret"));

    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\", <https://a.example/feed>; rel=\"self\"", "https://hub.example/", "https://a.example/feed")]
    [InlineData("<https://hub.example/>; rel=hub", "https://hub.example/", "https://a.example/asked")]
    [InlineData("</hub>;title=\"x\";rel=\"preload hub\"", "https://a.example/hub", "https://a.example/asked")]
    [InlineData("<https://a.example/next>; rel=\"next\"", null, null)]
    [InlineData("<javascript:alert(1)>; rel=hub", null, null)]
    [InlineData("<<<>;;;rel", null, null)]
    [InlineData(null, null, null)]
    public void AHubIsFoundInTheHeader(string? header, string? hub, string? topic)
    {
        var found = HubLinks.Find(header, [], new("https://a.example/asked"));

        Assert.Equal((hub, topic), (found?.Hub, found?.Topic));
    }

    [Fact]
    public void AHubIsFoundInTheFeedToo() => Assert.Equal(
        new HubLinks("https://hub.example/", "https://a.example/feed"),
        HubLinks.Find(null, [new("https://hub.example/", "hub"), new("https://a.example/feed", "self")], new("https://a.example/asked")));

    [Theory]
    [InlineData("https://revue.org", true)]
    [InlineData("http://93.184.216.34:8080", true)]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://[::1]/", false)]
    [InlineData("http://192.168.1.4", false)]
    [InlineData("http://desk", false)]
    [InlineData("https://desk.local", false)]
    [InlineData("https://desk.internal.", false)]
    [InlineData("ftp://revue.org", false)]
    [InlineData(null, false)]
    public void HubsReachOnlyAPublicAddress(string? url, bool expected) => Assert.Equal(expected, new PushAddress(url, new AddressPolicy([])).IsOpen);

    private static string Sign(string method, byte[] body, string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        return Convert.ToHexStringLower(method.ToLowerInvariant() switch
        {
            "sha1" => HMACSHA1.HashData(key, body), "sha256" => HMACSHA256.HashData(key, body), "sha384" => HMACSHA384.HashData(key, body), _ => HMACSHA512.HashData(key, body),
        });
    }
}

using System.Text;
using Aggregator.Reading.Urls;

namespace Aggregator.Tests.Reading.Urls;

/// <summary>What holds for every address, tried on addresses put together from the pieces that make trouble.</summary>
public sealed class UrlPropertyTests
{
    private const int Addresses = 50_000;

    private static readonly string[] Beginnings =
    [
        "https://", "http://", "HTTP://", "//", " https://u:p@", "https:\\\\",
        "https://www.google.com/url?url=", "https://l.facebook.com/l.php?u=",
        "https://x.cdn.ampproject.org/c/s/", "https://www.google.fr/amp/",
    ];

    private static readonly string[] Hosts =
    [
        "www.example.com", "m.É.example", "amp.dev.", "youtu.be", "www.youtube.com", "edition.cnn.com:443", "[::1]:80", "%C3%A9.fr", "a..b",
        "www.m.x.m.co.uk", "lite.co.uk", "fr.mobile.x.example",
    ];

    private static readonly string[] Pieces =
    [
        "/", "//", "\\", "/.", "/..", "%2e", "%2F", "%", "%%", "%25", "%41", "%34", "%e9", "%C3%A9", "é", "\uD83D", "😀", " ",
        "\t", "?", "&", "&amp;", "&#38;", "amp;", "%61mp;", "=", "#", "#38;", "#!", "#/", ":~:", ";jsessionid=", ";", "jsessionid=1", "amp",
        "/amp", ".amp", "/amp/", "/index.html", "utm_source=x", "sid=8f14e45fceea167a5a36dedd4bea2543", "id=1", "p", "a", "b",
        "url=https://b.example/", "url=https%3A%2F%2Fb.example%2F%3Fu%3D1", "ref=rss", "t=1", "v=x", "www.google.com/url?q=",
        "https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D", "https%3A%2F%2F", "/watch", "cnn/", "[", "\u200B", "\u00A0",
        "?utm_source=x", "%3Futm_medium%3Dy", "&utm_id=z", "%26fbclid%3D1", "(S(lit3py55t21z5v55vlm25s55))", "/(X(1)", "%CC%81", "e\u0301",
        "/sid/8f14e45fceea167a5a36dedd4bea2543/", ";phpsessid=1", "/print", "/comment-page-2", "share=true", "_=1772800000123", "ref=/a",
            "+", "m=1",
        "three-word-slug-100", "t=64aa00ff", "f=1&ft=rss",
    ];

    [Fact]
    public void CanonicalOfCanonicalIsItselfAndHasTheSameKey()
    {
        var random = new XorShift(20260112);
        for (var count = 0; count < Addresses; count++)
        {
            var address = AddressFrom(ref random);
            var key = UrlKey.Of(address);
            if (!CanonicalUrl.TryParse(address, out var canonical)) continue;

            Assert.True(CanonicalUrl.TryParse(canonical, out var again), $"{address} gave {canonical}, which is refused");
            Assert.True(canonical == again, $"{address} gave {canonical}, then {again}");
            Assert.True(key == UrlKey.Of(canonical), $"{address} has the key {key}, {canonical} another: {UrlKey.Of(canonical)}");
            Assert.True(Uri.TryCreate(canonical, UriKind.Absolute, out _) && Ascii.IsValid(canonical), $"{address} gave {canonical}");
        }
    }

    private static string AddressFrom(ref XorShift random)
    {
        var address = new StringBuilder(Beginnings[random.Below(Beginnings.Length)]);
        if (address[^1] == '=' && random.Below(2) == 0) address.Append("https%3A%2F%2F");
        address.Append(Hosts[random.Below(Hosts.Length)]);
        for (var left = random.Below(14); left > 0; left--) address.Append(Pieces[random.Below(Pieces.Length)]);
        return address.ToString();
    }

    /// <summary>Marsaglia's xorshift64: the same addresses on every run and every version of .NET.</summary>
    private struct XorShift(ulong seed)
    {
        private ulong state = seed;

        public int Below(int bound)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (int)(state % (ulong)bound);
        }
    }
}

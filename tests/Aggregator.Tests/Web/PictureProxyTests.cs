using System.Net;
using System.Text;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>Publishers' pictures on the wire: from the publisher's server through ours to a browser.</summary>
public sealed class PictureProxyTests : IAsyncLifetime
{
    private static readonly byte[] Png = Images.Png(640, 480);

    private TestSite press = null!;
    private DeskSite site = null!;
    private Browsing editor = null!;

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync();
        press.Give("/good.png", Png, "text/html"); // its server lies
        press.Give("/drawing.png", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "image/png");
        press.Give("/page.gif", Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>"), "image/gif");
        press.Give("/bomb.png", Images.Png(16_000, 16_000), "image/png");
        var pictures = string.Concat(new[] { "/good.png", "/drawing.png", "/page.gif", "/bomb.png", "/missing.png" }.Select(path => $"<p>Voir.</p><img src=\"{press.Url(path)}\" alt=\"{path}\">"));
        press.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Des images", press.Url("/a/1"), content: Fixtures.Text(1) + pictures + "<img src=\"http://10.1.2.3/inside.png\" alt=\"/inside.png\">")));
        site = await DeskSite.StartAsync(press.Url("/feed"));
        await Eventually.TrueAsync(() => site.QueryAsync(db => db.Articles.AnyAsync()), "the article");
        editor = await site.SignUpAsync();
    }

    [Fact]
    public async Task APictureComesThroughOnceWithItsTrueType()
    {
        var address = await AddressOfAsync("/good.png");
        press.Forget();

        using var first = await editor.GetAsync(address);
        using var second = await editor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("image/png", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Png, await first.Content.ReadAsByteArrayAsync());
        Assert.Equal(Png, await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(["nosniff"], first.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], first.Headers.GetValues("Content-Security-Policy"));
        var asked = Assert.Single(press.RequestsOf("/good.png"));
        Assert.DoesNotContain("Cookie", asked.Headers.Keys);
        Assert.DoesNotContain("Referer", asked.Headers.Keys);
    }

    [Theory]
    [InlineData("/drawing.png")]
    [InlineData("/page.gif")]
    [InlineData("/bomb.png")]
    [InlineData("/missing.png")]
    [InlineData("/inside.png")]
    public async Task WhatIsNoPictureIsNotShown(string path)
    {
        using var answer = await editor.GetAsync(await AddressOfAsync(path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["default-src 'none'; sandbox"], answer.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task NobodyElseCanMakeUsFetch()
    {
        var signature = (await AddressOfAsync("/good.png")).Split('/')[2];
        var other = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(press.Url("/other.png")));
        press.Forget();

        foreach (var path in new[] { $"/image/{signature}/{other}", $"/image/x/{other}", $"/image/{signature}/%25", $"/image/{signature}/{new string('A', 30_000)}" })
        {
            using var answer = await editor.GetAsync(path);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }

        Assert.Empty(press.Requests);
    }

    private async Task<string> AddressOfAsync(string alt)
    {
        var page = await editor.PageAsync("/articles/1");
        return page.QuerySelectorAll(".reading img").Single(image => image.GetAttribute("alt") == alt).GetAttribute("src")!;
    }

    public async Task DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
        await press.DisposeAsync();
    }
}

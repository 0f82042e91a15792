using System.IO.Compression;
using System.Text;
using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Service.Fetching;

public sealed class FetcherTests : IAsyncLifetime
{
    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(hosts: 2);
        bench = await TestBench.StartAsync("Fetching:Deadline=00:00:02", "Fetching:MaxBytes=100000", "Fetching:Contact=https://revue.example/contact");
    }

    public async Task DisposeAsync()
    {
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("\"a-1\"", "Tue, 04 Mar 2025 08:00:00 GMT")]
    [InlineData("W/\"weak\"", "2025-03-04 08:00")]
    [InlineData("unquoted", "Tue, 4 Mar 2025 8:00:00 +0100")]
    [InlineData("\"a\", \"b\"", "0")]
    [InlineData("\"<>&'%20\\\"", "yesterday, about noon")]
    [InlineData("\"\u00e9t\u00e9\"", "Tue, 04 Mar 2025 08:00:00 GMT")]
    public async Task ValidatorsGoBackAsTheyCame(string etag, string lastModified)
    {
        site.Give("/feed", http =>
        {
            http.Response.Headers.ETag = etag;
            http.Response.Headers.LastModified = lastModified;
            http.Response.StatusCode = http.Request.Headers.IfNoneMatch.Count > 0 ? 304 : 200;
            return Task.CompletedTask;
        });

        var first = await GetAsync("/feed");
        var second = await bench.Fetcher.GetAsync(new(site.Url("/feed"), first.ETag, first.LastModified, first.FinalUrl), CancellationToken.None);

        Assert.Null(second.Problem);
        Assert.True(second.NotModified);
        var asked = site.RequestsOf("/feed")[1].Headers;
        Assert.Equal((etag, lastModified), (asked["If-None-Match"], asked["If-Modified-Since"]));
        Assert.DoesNotContain("If-None-Match", site.RequestsOf("/feed")[0].Headers.Keys);
    }

    [Fact]
    public async Task ARedirectIsFollowedWithoutTheValidators()
    {
        site.Give("/old", http => Redirect(http, 301, site.Url("/new", host: 1)));
        site.Give("/new", "<rss/>");

        var answer = await bench.Fetcher.GetAsync(new(site.Url("/old"), "\"1\"", "yesterday", site.Url("/old")), CancellationToken.None);

        Assert.Equal((200, site.Url("/new", host: 1), null), (answer.Status, answer.FinalUrl, answer.Problem));
        Assert.Contains("If-None-Match", site.RequestsOf("/old")[0].Headers.Keys);
        var asked = site.RequestsOf("/new")[0].Headers.Keys;
        Assert.DoesNotContain("If-None-Match", asked);
        Assert.DoesNotContain("If-Modified-Since", asked);
        Assert.DoesNotContain("Referer", asked);
    }

    [Fact]
    public async Task TheTargetsOwnValidatorsGoToTheTargetAlone()
    {
        site.Give("/old", http => Redirect(http, 302, site.Url("/new", host: 1)));
        site.Give("/new", http =>
        {
            http.Response.StatusCode = http.Request.Headers.IfNoneMatch == "\"n\"" ? 304 : 200;
            return Task.CompletedTask;
        });

        var answer = await bench.Fetcher.GetAsync(new(site.Url("/old"), "\"n\"", ValidatorsUrl: site.Url("/new", host: 1)), CancellationToken.None);

        Assert.True(answer.NotModified);
        Assert.DoesNotContain("If-None-Match", site.RequestsOf("/old")[0].Headers.Keys);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task EveryRedirectIsFollowedByPathToo(int status)
    {
        site.Give("/a/old", http => Redirect(http, status, "../b/new?x=1"));
        site.Give("/b/new?x=1", "<rss/>");

        Assert.Equal(site.Url("/b/new?x=1"), (await GetAsync("/a/old")).FinalUrl);
    }

    [Fact]
    public async Task ARedirectToAPrivateAddressIsRefused()
    {
        site.Give("/feed", http => Redirect(http, 302, "http://10.0.0.1/feed"));
        site.Give("/meta", http => Redirect(http, 302, "http://[::ffff:169.254.169.254]/latest"));

        Assert.Equal(new(PollError.NotPublic, "10.0.0.1"), (await GetAsync("/feed")).Problem);
        Assert.Equal(PollError.NotPublic, (await GetAsync("/meta")).Problem?.Error);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_INFO")]
    [InlineData("data:text/xml,<rss/>")]
    public async Task ARedirectOutOfHttpIsRefused(string target)
    {
        site.Give("/feed", http => Redirect(http, 302, target));

        var problem = (await GetAsync("/feed")).Problem;

        Assert.Equal(PollError.BadAddress, problem?.Error);
        Assert.StartsWith(target[..4], problem?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALoopOfRedirectsEnds()
    {
        site.Give("/a", http => Redirect(http, 302, "/b"));
        site.Give("/b", http => Redirect(http, 302, "/a"));

        Assert.Equal(PollError.TooManyRedirects, (await GetAsync("/a")).Problem?.Error);
        Assert.True(site.Requests.Count() <= 10);
    }

    [Fact]
    public async Task AHungHeadEndsAtTheDeadline()
    {
        site.Give("/feed", http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        Assert.Equal(new(PollError.Timeout, "2 s"), (await GetAsync("/feed")).Problem);
    }

    [Fact]
    public async Task ABodyThatDripsEndsAtTheDeadlineToo()
    {
        site.Give("/feed", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(" ");
                await http.Response.Body.FlushAsync();
                await Task.Delay(50);
            }
        });

        var answer = await GetAsync("/feed");

        Assert.Equal(new(PollError.Timeout, "2 s"), answer.Problem);
        Assert.InRange(answer.Duration, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task TheDeadlineSpansAllRedirects()
    {
        site.Give("/slow", async http =>
        {
            await Task.Delay(700, http.RequestAborted);
            await Redirect(http, 302, "/slow");
        });

        Assert.Equal(PollError.Timeout, (await GetAsync("/slow")).Problem?.Error);
        Assert.True(site.Requests.Count() <= 4);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task CompressedBodiesAreRead(string encoding)
    {
        site.Give("/feed", http => CompressedAsync(http, encoding, Encoding.UTF8.GetBytes("<rss>été</rss>")));

        var answer = await GetAsync("/feed");

        Assert.Equal("<rss>été</rss>", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Contains(encoding, site.Requests.Single().Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task ASmallAnswerThatUnpacksToMuchIsRefused(string encoding)
    {
        site.Give("/feed", http => CompressedAsync(http, encoding, new byte[50_000_000]));

        var answer = await GetAsync("/feed");

        Assert.Equal(new(PollError.TooLarge, "0.1 MB"), answer.Problem);
        Assert.Equal(0, answer.Body.Length);
    }

    [Theory]
    [InlineData(100_000, null)]
    [InlineData(100_001, PollError.TooLarge)]
    public async Task TheCapIsExact(int bytes, PollError? expected)
    {
        site.Give("/known", http =>
        {
            http.Response.ContentLength = bytes;
            return http.Response.Body.WriteAsync(new byte[bytes]).AsTask();
        });
        site.Give("/chunked", new byte[bytes], "text/xml");

        Assert.Equal(expected, (await GetAsync("/known")).Problem?.Error);
        Assert.Equal(expected, (await GetAsync("/chunked")).Problem?.Error);
    }

    [Fact]
    public async Task ABodyThatIsNotWhatItsHeaderSaysIsAProblem()
    {
        site.Give("/feed", http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return http.Response.WriteAsync("<rss/>");
        });

        Assert.Equal(PollError.BrokenAnswer, (await GetAsync("/feed")).Problem?.Error);
    }

    [Fact]
    public async Task CookiesAreNotSentBack()
    {
        site.Give("/feed", http =>
        {
            http.Response.Cookies.Append("visitor", "1");
            return http.Response.WriteAsync("<rss/>");
        });

        await GetAsync("/feed");
        await GetAsync("/feed");

        Assert.All(site.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Fact]
    public async Task ARequestSaysWhoAsksAndWhereToComplain()
    {
        site.Give("/feed", "<rss/>");

        await GetAsync("/feed");

        Assert.Matches(@"^SocialReport/\d+\.\d+ \(\+https://revue\.example/contact\)$", site.Requests.Single().Headers["User-Agent"]);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Wed, 05 Mar 2025 12:10:00 GMT", 600)]
    [InlineData("999999999", 86_400)]
    [InlineData("Fri, 05 Mar 2055 12:10:00 GMT", 86_400)]
    [InlineData("soon", null)]
    public async Task RetryAfterIsUnderstoodInBothForms(string header, int? seconds)
    {
        site.Give("/feed", http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });

        var answer = await GetAsync("/feed");

        Assert.Equal(new(PollError.AskedToWait, "429"), answer.Problem);
        Assert.Equal(seconds is { } wait ? bench.Clock.GetUtcNow().AddSeconds(wait) : null, answer.RetryAfter);
    }

    [Fact]
    public async Task AConnectionThatBreaksIsAProblem()
    {
        site.Give("/head", http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        site.Give("/body", async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("<rss>");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });

        Assert.Equal(PollError.BrokenAnswer, (await GetAsync("/head")).Problem?.Error);
        Assert.Equal(PollError.BrokenAnswer, (await GetAsync("/body")).Problem?.Error);
    }

    [Fact]
    public async Task AnUnknownNameAndAClosedDoorAreProblems()
    {
        var free = await TestSite.StartAsync();
        var door = free.Url("/");
        await free.DisposeAsync();

        Assert.Equal(
            new(PollError.UnknownHost, "no-such-host.invalid"),
            (await bench.Fetcher.GetAsync(new("http://no-such-host.invalid/feed"), CancellationToken.None)).Problem);
        Assert.Equal(PollError.Unreachable, (await bench.Fetcher.GetAsync(new(door), CancellationToken.None)).Problem?.Error);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("feed")]
    [InlineData("")]
    public async Task OnlyWebAddressesAreVisited(string url)
    {
        var answer = await bench.Fetcher.GetAsync(new(url), CancellationToken.None);

        Assert.Equal(new(PollError.BadAddress, url), answer.Problem);
    }

    [Theory]
    [InlineData(404, PollError.HttpStatus, "404")]
    [InlineData(410, PollError.Gone, null)]
    [InlineData(500, PollError.HttpStatus, "500")]
    [InlineData(503, PollError.AskedToWait, "503")]
    public async Task AStatusIsAProblemWithItsNumber(int status, PollError error, string? detail)
    {
        site.Give("/feed", "no", status: status);

        var answer = await GetAsync("/feed");

        Assert.Equal((status, new FetchProblem(error, detail)), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task OneRequestIsInFlightForAHost()
    {
        site.Give("/feed", async http =>
        {
            await Task.Delay(20);
            await http.Response.WriteAsync("<rss/>");
        });

        await Eventually.EndsAsync(Task.WhenAll(Enumerable.Range(0, 12).Select(i => bench.Fetcher.GetAsync(new(site.Url("/feed", i % 2)), CancellationToken.None))));

        Assert.Equal(12, site.Requests.Count());
        Assert.Equal(1, site.MostAtOnce);
    }

    [Fact]
    public async Task WhoStopsTheRequestGetsTheStop()
    {
        site.Give("/feed", http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        using var stop = new CancellationTokenSource();
        var asking = bench.Fetcher.GetAsync(new(site.Url("/feed")), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private Task<FetchResponse> GetAsync(string path) => Eventually.EndsAsync(bench.Fetcher.GetAsync(new(site.Url(path)), CancellationToken.None));

    private static Task Redirect(HttpContext http, int status, string target)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = target;
        return Task.CompletedTask;
    }

    private static async Task CompressedAsync(HttpContext http, string encoding, byte[] body)
    {
        http.Response.Headers.ContentEncoding = encoding;
        await using Stream packed = encoding switch
        {
            "gzip" => new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
        };
        await packed.WriteAsync(body);
    }
}

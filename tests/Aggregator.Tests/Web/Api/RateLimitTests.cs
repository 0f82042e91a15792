using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;

namespace Aggregator.Tests.Web.Api;

public sealed class RateLimitTests
{
    [Fact]
    public async Task EachAccountHasItsShareAndHearsWhatIsLeft()
    {
        await using var site = await DeskSite.StartAsync(perMinute: 5, []);
        using var busy = await ApiCaller.MakeAsync(site, AccountRole.Contributor);
        using var other = await ApiCaller.MakeAsync(site, AccountRole.Contributor);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => busy.HeadersAsync("/sources")));

        Assert.InRange(answers.Count(answer => answer.Status == 200), 5, 7);
        var refused = answers.First(answer => answer.Status == 429);
        Assert.Equal("\"account\";q=5;w=60", refused.Headers["RateLimit-Policy"]);
        Assert.StartsWith("\"account\";r=0", refused.Headers["RateLimit"], StringComparison.Ordinal);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("Too many requests", refused.Text, StringComparison.Ordinal);
        var first = await other.HeadersAsync("/sources");
        Assert.Equal((200, "\"account\";r=4;t=60"), (first.Status, first.Headers["RateLimit"]));
    }

    [Fact]
    public async Task WhoShowsNoKeyIsCountedByAddress()
    {
        await using var site = await DeskSite.StartAsync(perMinute: 3, []);
        using var stranger = new ApiCaller(site.Address, key: "sr_wrong");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stranger.HeadersAsync("/sources")));

        Assert.Contains(answers, answer => answer.Status == 401);
        Assert.Equal("\"address\";q=3;w=60", answers.First(answer => answer.Status == 429).Headers["RateLimit-Policy"]);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    public void AnUnusableLimitIsRefused(string given) =>
        Assert.Contains("Api:RequestsPerMinute", Assert.Throws<UnusableSettingException>(() => Settings.Load([$"Api:RequestsPerMinute={given}"])).Message, StringComparison.Ordinal);
}

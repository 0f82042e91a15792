using System.Net;
using System.Text.Json;
using Aggregator.Accounts;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>The page of one source, the alerts, and the health of the whole.</summary>
public sealed class SourcePagesTests : IAsyncLifetime
{
    private TestSite press = null!;
    private DeskSite desk = null!;
    private Browsing editor = null!;

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync(hosts: 3);
        press.Give("/good", Fixtures.WholeFeed(press, "Revue", 1, 2));
        press.Give("/page", """<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/good"></head><body>Accueil</body></html>""", "text/html");
        desk = await DeskSite.StartAsync(press.Url("/good"), press.Url("/missing", 1), press.Url("/page", 2));
        await Eventually.TrueAsync(() => desk.QueryAsync(async db => await db.Polls.CountAsync() >= 3), "the first visits");
        editor = await desk.SignUpAsync();
    }

    public async Task DisposeAsync()
    {
        editor.Dispose();
        await desk.DisposeAsync();
        await press.DisposeAsync();
    }

    [Fact]
    public async Task APageShowsHowASourceDoesAndItsLastVisits()
    {
        var page = await editor.PageAsync($"/sources/{await IdAsync("/missing")}");

        Assert.Contains("The server answered 404", page.QuerySelector(".source-health")!.TextContent, StringComparison.Ordinal);
        var visit = Assert.Single(page.QuerySelectorAll(".poll-table tbody tr"));
        Assert.Equal("404The server answered 404: check that the address still opens in a browser.", visit.QuerySelector("td")!.TextContent.Trim());
        Assert.Contains("not known yet", page.QuerySelector(".source-facts")!.TextContent, StringComparison.Ordinal);
        await editor.PageAsync("/sources/999", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("fr", "Ne change rien au texte")]
    [InlineData("en", "Changes nothing of the text")]
    public async Task APageShowsWhichParametersOfItsHostAreNoise(string language, string says)
    {
        var id = await IdAsync("/good");
        var key = await desk.QueryAsync(db => db.Articles.Where(article => article.SourceId == id).Select(article => article.UrlKey).FirstAsync());
        var host = Aggregator.Reading.Urls.KeyParameters.HostOf(key);
        await desk.QueryAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO address_parameter(host, name, learnt_at, contradicted_at, one_url, other_url) VALUES ({host}, 'hp', 638000000000000000, NULL, NULL, NULL), ({host}, 'zz', 638000000000000000, 638100000000000000, 'https://a.example/1', 'https://a.example/2')"));
        using var reader = await desk.SignInAsync(AccountRole.Editor, language);

        var rows = (await reader.PageAsync($"/sources/{id}")).QuerySelectorAll("#learnt tbody tr");

        Assert.Equal(["hp", "zz"], rows.Select(row => row.QuerySelector("code")!.TextContent));
        Assert.Contains(says, rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("https://a.example/2", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASourceIsVisitedRetiredAndFollowedAgainByHand()
    {
        var id = await IdAsync("/missing");
        press.Give("/missing", Fixtures.WholeFeed(press, "Revue", 3));

        using var visited = await editor.SubmitAsync($"/sources/{id}", $"/sources/{id}/visit");
        Assert.Equal(HttpStatusCode.Redirect, visited.StatusCode);
        await Eventually.TrueAsync(() => desk.QueryAsync(db => db.Polls.AnyAsync(poll => poll.SourceId == id && poll.Status == 200)), "the visit");

        using var retired = await editor.SubmitAsync($"/sources/{id}", $"/sources/{id}/retire");
        Assert.NotNull(await desk.QueryAsync(db => db.Sources.Where(source => source.Id == id).Select(source => source.RetiredAt).SingleAsync()));
        using var followed = await editor.SubmitAsync($"/sources/{id}", $"/sources/{id}/follow");
        Assert.Null(await desk.QueryAsync(db => db.Sources.Where(source => source.Id == id).Select(source => source.RetiredAt).SingleAsync()));
        // Without the token of the form nothing happens.
        using var forged = await editor.PostAsync($"/sources/{id}/retire");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task AFeedThatAPageNamesIsTakenOnWithOneClick()
    {
        var id = await IdAsync("/page");
        using var adopted = await editor.SubmitAsync($"/sources/{id}", $"/sources/{id}/adopt");
        Assert.Equal(HttpStatusCode.Redirect, adopted.StatusCode);

        await Eventually.TrueAsync(() => desk.QueryAsync(db => db.Polls.AnyAsync(poll => poll.SourceId == id && poll.Entries == 2)), "the visit of the feed");
    }

    [Fact]
    public async Task AlertsAreOpenedAfterHoursShownMailedOnceAndClosed()
    {
        var id = await IdAsync("/missing");
        var alerts = desk.Get<SourceAlerts>();
        var mail = desk.Get<Aggregator.Sending.AlertMail>();
        Assert.Equal(0, await alerts.RunAsync(CancellationToken.None));

        await SetAsync(id, failures: 5, since: DateTimeOffset.UtcNow.AddHours(-8));
        Assert.Equal(1, await alerts.RunAsync(CancellationToken.None));
        Assert.Equal(0, await alerts.RunAsync(CancellationToken.None));
        Assert.Equal("1 source needs you", (await editor.PageAsync("/desk")).QuerySelector(".desk-alert")!.TextContent.Replace('\u00A0', ' ').Trim());
        Assert.Equal("failing", (await editor.PageAsync("/sources")).QuerySelectorAll("tbody .state")[0].TextContent);
        Assert.Equal(1, (await HealthAsync()).GetProperty("sources").GetProperty("failing").GetInt32());

        Assert.Equal(1, await mail.RunAsync(CancellationToken.None));
        Assert.Equal(0, await mail.RunAsync(CancellationToken.None));
        var letter = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(desk.Outbox, "*.eml")));
        Assert.Contains(DeskSite.Mail, letter, StringComparison.Ordinal);

        await SetAsync(id, failures: 0, since: null);
        Assert.Equal(1, await alerts.RunAsync(CancellationToken.None));
        Assert.Null((await editor.PageAsync("/desk")).QuerySelector(".desk-alert"));
        Assert.Equal(0, (await HealthAsync()).GetProperty("sources").GetProperty("failing").GetInt32());
    }

    private async Task<JsonElement> HealthAsync()
    {
        using var stranger = desk.Browse();
        using var answer = await stranger.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private Task<int> IdAsync(string path) => desk.QueryAsync(db => db.Sources.Where(source => source.Url.EndsWith(path)).Select(source => source.Id).SingleAsync());

    private Task SetAsync(int id, int failures, DateTimeOffset? since) => desk.QueryAsync(db => db.WriteAsync(
        stop => db.SourcePolls.Where(row => row.SourceId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ErrorCount, failures).SetProperty(row => row.FailingSince, since), stop),
        CancellationToken.None));
}

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Commands;
using Aggregator.Web.Features;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Web;

/// <summary>A source with a hub of its own, on loopback: subscribed at, confirmed, pushed from, and done without.</summary>
public sealed class PushTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly HttpClient client = new();
    private TestSite press = null!;
    private WebApplication app = null!;
    private Dictionary<string, string> asked = [];

    public async Task InitializeAsync()
    {
        press = await TestSite.StartAsync();
        press.Give("/feed", http =>
        {
            http.Response.Headers.Link = $"<{press.Url("/hub")}>; rel=\"hub\", <{press.Url("/feed")}>; rel=\"self\"";
            return http.Response.WriteAsync(Fixtures.WholeFeed(press, "Revue", 1));
        });
        press.Give("/hub", async http =>
        {
            asked = (await http.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
            http.Response.StatusCode = 202;
        });
        var list = folder.Write("feeds.json", $$"""{"sources": [{"url": "{{press.Url("/feed")}}", "name": "Revue"}]}""");
        var url = $"http://127.0.0.1:{FreePort()}";
        app = Site.Build(Settings.Load([
            $"DataDirectory={folder.File("data")}", $"Feeds={list}", $"Urls={url}", $"PublicUrl={url}", "Fetching:AllowedPrivateNetworks=127.0.0.0/8",
            "Fetching:HostDelay=00:00:00", "Logging:LogLevel:Default=None"]));
        await ServeCommand.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        await Eventually.TrueAsync(() => QueryAsync(db => db.Pushes.AnyAsync()), "the offer");
        await AskAsync();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await press.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task AHubIsAskedConfirmedAndItsSignedPushesAreTakenIn()
    {
        Assert.Equal(("subscribe", press.Url("/feed")), (asked["hub.mode"], asked["hub.topic"]));
        Assert.True(asked["hub.secret"].Length is > 20 and < 200);

        Assert.Equal((HttpStatusCode.OK, "abc<b>"), await VerifyAsync("subscribe", asked["hub.topic"], "abc<b>"));
        var confirmed = await PushAsync();
        Assert.Equal((PushState.Confirmed, false), (confirmed.State, confirmed.IsReliable(DateTimeOffset.UtcNow)));
        Assert.InRange((confirmed.LeaseEndsAt!.Value - DateTimeOffset.UtcNow).TotalSeconds, 7000, 7201);
        Assert.InRange((confirmed.DueAt - DateTimeOffset.UtcNow).TotalSeconds, 6300, 6481);

        var body = Fixtures.WholeFeed(press, "Revue", 2, 1);
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(body, asked["hub.secret"] + "x"));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(body, null));
        Assert.Equal(1, await QueryAsync(db => db.Articles.CountAsync()));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(body, asked["hub.secret"]));

        Assert.Equal(2, await QueryAsync(db => db.Articles.CountAsync()));
        Assert.True((await PushAsync()).IsReliable(DateTimeOffset.UtcNow));
        var row = await QueryAsync(db => db.SourcePolls.SingleAsync());
        Assert.True(row.DueAt - DateTimeOffset.UtcNow > TimeSpan.FromHours(5.9), "visits are rare beside pushes");
        Assert.Contains(await QueryAsync(db => db.Polls.ToListAsync()), poll => poll is { Status: null, Error: PollError.None, NewArticles: 1 });
        // The same again brings nothing, and no push of a stranger's token is taken.
        await SendAsync(body, asked["hub.secret"]);
        Assert.Equal(2, await QueryAsync(db => db.Articles.CountAsync()));
        // Machines are not noted among what people did.
        Assert.Equal(0, await QueryAsync(db => db.AuditEntries.CountAsync()));
        Assert.Equal(HttpStatusCode.Gone, (await client.PostAsync(asked["hub.callback"] + "x", new StringContent(body))).StatusCode);
    }

    [Fact]
    public async Task AVisitThatFindsWhatWasNotPushedFallsBackToVisits()
    {
        await VerifyAsync("subscribe", asked["hub.topic"], "1");
        await SendAsync(Fixtures.WholeFeed(press, "Revue", 2, 1), asked["hub.secret"]);
        Assert.True((await PushAsync()).IsReliable(DateTimeOffset.UtcNow));

        press.Give("/feed", Fixtures.WholeFeed(press, "Revue", 3, 2, 1));
        await QueryAsync(db => db.WriteAsync(stop => db.SourcePolls.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, DateTimeOffset.UtcNow), stop), CancellationToken.None));

        await Eventually.TrueAsync(async () => !(await PushAsync()).IsReliable(DateTimeOffset.UtcNow), "the fall back");
        Assert.Equal(3, await QueryAsync(db => db.Articles.CountAsync()));
    }

    [Fact]
    public async Task WhatWeDidNotAskForIsNotConfirmed()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await VerifyAsync("subscribe", "https://elsewhere.example/feed", "1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await VerifyAsync("unsubscribe", asked["hub.topic"], "1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(asked["hub.callback"] + "x?hub.mode=subscribe")).StatusCode);
        Assert.Equal(PushState.Asked, (await PushAsync()).State);
    }

    [Fact]
    public async Task AHubThatRefusesIsLeftAloneForAWeek()
    {
        await VerifyAsync("denied", asked["hub.topic"], "1");
        var denied = await PushAsync();
        Assert.Equal(PushState.Refused, denied.State);

        press.Give("/hub", "no", "text/plain", 403);
        await QueryAsync(db => db.WriteAsync(stop => db.Pushes.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, DateTimeOffset.UtcNow), stop), CancellationToken.None));
        await AskAsync();

        var refused = await PushAsync();
        Assert.Equal(PushState.Refused, refused.State);
        Assert.True(refused.DueAt - DateTimeOffset.UtcNow > TimeSpan.FromDays(6));
    }

    private Task<int> AskAsync() => app.Services.GetRequiredService<Aggregator.Intake.HubSubscriptions>().AskAsync(CancellationToken.None);

    private Task<Push> PushAsync() => QueryAsync(db => db.Pushes.AsNoTracking().SingleAsync());

    private async Task<T> QueryAsync<T>(Func<AggregatorDb, Task<T>> query)
    {
        await using var db = app.Services.GetRequiredService<Func<AggregatorDb>>()();
        return await query(db);
    }

    private async Task<(HttpStatusCode Status, string Body)> VerifyAsync(string mode, string topic, string challenge)
    {
        using var answer = await client.GetAsync(QueryHelpers.AddQueryString(asked["hub.callback"], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["hub.mode"] = mode, ["hub.topic"] = topic, ["hub.challenge"] = challenge, ["hub.lease_seconds"] = "7200",
        }));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> SendAsync(string body, string? secret)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, asked["hub.callback"]) { Content = new StringContent(body, Encoding.UTF8, "application/rss+xml") };
        if (secret is not null) message.Headers.Add("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))));
        using var answer = await client.SendAsync(message);
        return answer.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Aggregator.Fetching;
using Aggregator.Sending;
using Aggregator.Sources;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Aggregator.Tests.Web;

/// <summary>The whole program on a machine whose network is away: that is said once, wherever people look, and no address is blamed for it.</summary>
public sealed class NetworkAwayTests : IAsyncLifetime
{
    private const int Followed = 12;
    private readonly Network network = new();
    private readonly Letters letters = new();
    private DeskSite site = null!;

    public async Task InitializeAsync()
    {
        site = await DeskSite.StartAsync(
            perMinute: 0, [.. Enumerable.Range(1, Followed).Select(at => $"http://revue{at}.example/feed")],
            change: services => services.AddSingleton(given => new Fetcher(given.GetRequiredService<IOptions<FetchingSettings>>(), TimeProvider.System, network.Door)).AddSingleton<IMailer>(letters));
        await VisitedAsync(times: 1);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("en", "The network seems to be away", "check the address", "no answer")]
    [InlineData("fr", "Le réseau semble absent", "vérifiez l’adresse", "sans réponse")]
    public async Task DeskAndSourcesSayItOnce(string language, string said, string blame, string state)
    {
        using var editor = await site.SignUpAsync(language);

        var desk = await editor.PageAsync("/desk");
        var list = await editor.PageAsync("/sources");
        var one = await editor.PageAsync("/sources/1");

        Assert.Equal(1, Times(desk.Body!.TextContent, said));
        Assert.Equal(1, Times(list.Body!.TextContent, said));
        Assert.Equal(1, Times(one.QuerySelector(".source-health")!.TextContent, said));
        Assert.Equal((0, 0), (Times(list.Body.TextContent, blame), Times(one.QuerySelector(".source-health")!.TextContent, blame)));
        Assert.Equal(Enumerable.Repeat(state, Followed), list.QuerySelectorAll("tbody .state").Select(word => word.TextContent));
    }

    [Theory]
    [InlineData("fr", "Le réseau semble absent", "vérifiez l’adresse")]
    [InlineData("en", "The network seems to be away", "check the address")]
    public async Task TheMailSaysItOnce(string language, string said, string blame)
    {
        using var editor = await site.SignUpAsync(language);
        await site.QueryAsync(async db =>
        {
            db.Add(new Aggregator.Curation.Issues.Publication
            {
                PublicId = Guid.CreateVersion7(), Title = "Revue", Language = language, TimeZone = "Europe/Paris", SenderName = "Revue", SenderAddress = "revue@social.example",
            });
            return await db.SaveChangesAsync();
        });
        await SinceHoursAsync();

        Assert.True(await site.Get<SourceAlerts>().RunAsync(CancellationToken.None) > 0);
        Assert.Equal(1, await site.Get<AlertMail>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await site.Get<AlertMail>().RunAsync(CancellationToken.None));

        var letter = Assert.Single(letters.Taken);
        var text = letter.Text;
        Assert.Equal(1, Times(letter.Subject.ToLowerInvariant(), said.ToLowerInvariant().Replace("the ", "", StringComparison.Ordinal)));
        Assert.Equal((1, 0), (Times(text, said), Times(text, blame)));
        Assert.DoesNotContain("Revue 1", text, StringComparison.Ordinal);
        var desk = await editor.PageAsync("/desk");
        Assert.Single(desk.QuerySelectorAll(".desk-alert"));
    }

    [Fact]
    public async Task WhenItIsBackTheOneThatIsGoneSaysSo()
    {
        await using var press = await TestSite.StartAsync();
        press.Give("/feed", Fixtures.WholeFeed(press, "Revue", 1));
        using var editor = await site.SignUpAsync();
        network.Back(new Uri(press.Url("/feed")).Port, gone: "revue3.example");

        await site.QueryAsync(db => db.SourcePolls.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, DateTimeOffset.UnixEpoch)));
        await VisitedAsync(times: 2);

        Assert.Null((await editor.PageAsync("/desk")).QuerySelector(".desk-alert"));
        var said = Assert.Single((await editor.PageAsync("/sources")).QuerySelectorAll("tbody .why"), why => why.TextContent.Contains("check the address", StringComparison.Ordinal));
        Assert.Contains("revue3.example", said.TextContent, StringComparison.Ordinal);
    }

    private Task VisitedAsync(int times) => Eventually.TrueAsync(
        () => site.QueryAsync(async db => await db.Polls.GroupBy(poll => poll.SourceId).CountAsync(group => group.Count() >= times) == Followed), "the visits");

    /// <summary>As if it had been so for eight hours, at five visits.</summary>
    private Task<int> SinceHoursAsync()
    {
        DateTimeOffset? since = TimeProvider.System.GetUtcNow().AddHours(-8);
        return site.QueryAsync(db => db.SourcePolls.ExecuteUpdateAsync(set => set.SetProperty(row => row.ErrorCount, 5).SetProperty(row => row.FailingSince, since)));
    }

    private static int Times(string text, string words)
    {
        var plain = text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
        return plain.Split(words).Length - 1;
    }

    /// <summary>A network with no way to anywhere, until every host but one comes back.</summary>
    private sealed class Network
    {
        private volatile int port;
        private volatile string? gone;

        public NetworkDoor Door => new(LookUpAsync, ConnectAsync);

        public void Back(int port, string gone) => (this.gone, this.port) = (gone, port);

        private Task<IPAddress[]> LookUpAsync(string name, CancellationToken stop) =>
            port > 0 && name != gone ? Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34")]) : throw new SocketException((int)SocketError.HostNotFound);

        private async Task<Stream> ConnectAsync(IPAddress[] addresses, int asked, CancellationToken stop)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    /// <summary>Keeps what it is given.</summary>
    private sealed class Letters : IMailer
    {
        public ConcurrentQueue<MailMessage> Taken { get; } = new();

        public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken stop)
        {
            Taken.Enqueue(message);
            return Task.FromResult(new MailOutcome(MailResult.HandedOver));
        }
    }
}

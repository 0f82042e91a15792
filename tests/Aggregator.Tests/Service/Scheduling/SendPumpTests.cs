using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Scheduling;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregator.Tests.Service.Scheduling;

public sealed class SendPumpTests
{
    [Fact]
    public async Task AnOrderlyStopWaitsForMailsThatAreUnderwayAndTakesNoMore()
    {
        await using var bench = await TestBench.StartAsync();
        await BeginAsync(bench, readers: 20);
        var mailer = new HeldBack();
        var databases = bench.Get<Func<AggregatorDb>>();
        var pump = new SendPump(databases, new Deliver(databases, mailer, bench.Get<MailLinks>(), bench.Clock), bench.Clock, NullLogger<SendPump>.Instance);
        var pumping = pump.PumpAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => mailer.Underway == 16, "all places to be taken");

        pump.Stop();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.EndsAsync(pumping));
        var end = pump.DisposeAsync().AsTask();
        Assert.False(end.IsCompleted);
        mailer.LetGo();
        await Eventually.EndsAsync(end);

        var states = await bench.QueryAsync(db => db.Deliveries.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count));
        Assert.Equal([(DeliveryState.Waiting, 4), (DeliveryState.Sent, 16)], states.OrderBy(state => state.Key).Select(state => (state.Key, state.Value)));
        Assert.Equal(16, mailer.Underway);
    }

    private static Task BeginAsync(TestBench bench, int readers) => bench.WriteAsync(async db =>
    {
        var now = bench.Clock.GetUtcNow();
        var issue = new Issue
        {
            PublicId = Guid.CreateVersion7(), Number = 1, Title = "Numéro", DatedAt = now, MadeAt = now, State = IssueState.Sending,
            Publication = new() { PublicId = Guid.CreateVersion7(), Title = "Revue", Language = "fr", TimeZone = "Europe/Paris", SenderName = "Revue", SenderAddress = "revue@revue.example" },
        };
        var rendition = new Rendition { Subject = "Un", Html = "<p>Un</p>", Text = "Un", Page = "<p>Un</p>", Hash = "" };
        db.AddRange(issue, rendition);
        await db.SaveChangesAsync();
        var send = new Send { PublicId = Guid.CreateVersion7(), IssueId = issue.Id, RenditionId = rendition.Id, StartedAt = now };
        var people = Enumerable.Range(0, readers).Select(number => string.Create(CultureInfo.InvariantCulture, $"lectrice{number}@lecteurs.example"))
            .Select(address => new Subscriber { PublicId = Guid.CreateVersion7(), Address = address, AddressKey = address, MadeAt = now }).ToList();
        foreach (var person in people)
            person.Subscriptions.Add(new() { PublicationId = issue.PublicationId, State = SubscriptionState.Confirmed, UnsubscribeToken = $"jeton-{person.Address}", AskedAt = now, ConfirmedAt = now });
        db.Add(send);
        db.AddRange(people);
        await db.SaveChangesAsync();
        db.AddRange(people.Select(person => new Delivery { SendId = send.Id, SubscriberId = person.Id, State = DeliveryState.Waiting, DueAt = now }));
        return await db.SaveChangesAsync();
    });

    /// <summary>A server that takes its time.</summary>
    private sealed class HeldBack : IMailer
    {
        private readonly TaskCompletionSource mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int underway;

        public int Underway => Volatile.Read(ref underway);

        public void LetGo() => mayEnd.SetResult();

        public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken stop)
        {
            Interlocked.Increment(ref underway);
            await mayEnd.Task.WaitAsync(stop);
            return new(MailResult.HandedOver);
        }
    }
}

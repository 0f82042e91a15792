using Aggregator.Curation.Issues;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Service.Sending;

/// <summary>Asking for consent: a form must not be a means to flood somebody's mailbox.</summary>
public sealed class ConsentTests
{
    [Fact]
    public async Task WhoAsksAgainSoonGetsNoSecondMail()
    {
        await using var bench = await OpenAsync();
        var first = await AskAsync(bench);
        var second = await AskAsync(bench);
        bench.Clock.Advance(Consent.AskAgainAfter + TimeSpan.FromSeconds(1));
        var later = await AskAsync(bench);

        Assert.NotNull(first);
        Assert.Null(second);
        Assert.NotNull(later);
        Assert.False(await ConfirmAsync(bench, first));
        Assert.True(await ConfirmAsync(bench, later));
        Assert.False(await ConfirmAsync(bench, later));
    }

    [Fact]
    public async Task AMailThatCouldNotBeMadeDoesNotCount()
    {
        await using var bench = await OpenAsync();
        var lost = await AskAsync(bench);
        await bench.QueryAsync(async db =>
        {
            await new Consent(db, bench.Clock).ForgetAskingAsync(1, 1, CancellationToken.None);
            return 0;
        });

        Assert.NotNull(await AskAsync(bench));
        Assert.False(await ConfirmAsync(bench, lost!));
    }

    private Task<string?> AskAsync(TestBench bench) => bench.QueryAsync(async db => (await new Consent(db, bench.Clock).AskAsync(1, "anne@lecteurs.example", null, CancellationToken.None)).Token);

    private Task<bool> ConfirmAsync(TestBench bench, string token) => bench.QueryAsync(db => new Consent(db, bench.Clock).ConfirmAsync(token, CancellationToken.None));

    private static async Task<TestBench> OpenAsync()
    {
        var bench = await TestBench.StartAsync();
        await bench.QueryAsync(async db =>
        {
            db.Add(new Publication { PublicId = Guid.CreateVersion7(), Title = "Revue", Language = "fr", TimeZone = "UTC", SenderName = "La rédaction", SenderAddress = "revue@social.example" });
            return await db.SaveChangesAsync();
        });
        return bench;
    }
}

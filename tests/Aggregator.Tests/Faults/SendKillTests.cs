using System.Text.RegularExpressions;
using Aggregator.Accounts;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Web.Api;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Faults;

/// <summary>kill −9 while it sends: nobody is missed, nobody has two mails, and what nobody can know is listed. Twenty times with <c>LONG=1</c>.</summary>
[Collection(Programs.Name)]
public sealed partial class SendKillTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private static readonly bool IsFull = Long.IsOn;
    private static readonly int Kills = IsFull ? 20 : 4;

    /// <summary>Enough that every kill can fall into the send.</summary>
    private static readonly int Readers = IsFull ? 6_000 : 200;
    private readonly TempFolder folder = new();
    private readonly string key = ApiKeyHandler.NewKey();

    private string Outbox => folder.File("data", "outbox");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task KilledAtAnyMomentItMissesNobodyAndMailsNobodyTwice()
    {
        folder.Write("feeds.json", """{"sources": []}""");
        var issue = await PrepareAsync();
        var random = new Random(3);
        string? send = null;
        var inside = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = MailCount();
            var after = before + random.Next(0, Readers / (Kills + 1));
            await using var run = ProgramRun.Start(folder.Path, ["serve", "--urls", "http://127.0.0.1:0"]);
            using var caller = await OpenAsync(run);
            if (send is null) send = (await caller.PostAsync($"/issues/{issue}/sends")).Is(202).Location;
            await Eventually.TrueAsync(async () => MailCount() > after || await HasEndedAsync(caller, send!), "the send to get on");
            await Task.Delay(random.Next(0, 15));
            await run.KillAsync();
            if (MailCount() < Readers) inside++;
            output.WriteLine($"kill {kill + 1}: after {MailCount() - before} mails more, {MailCount()} in all");
        }

        output.WriteLine($"{inside} of {Kills} kills fell into the send");
        if (IsFull) Assert.Equal(Kills, inside);

        await using var last = ProgramRun.Start(folder.Path, ["serve", "--urls", "http://127.0.0.1:0"]);
        using var publisher = await OpenAsync(last);
        await Eventually.TrueAsync(() => HasEndedAsync(publisher, send!), "the send to end");
        await AssertLedgerAsync(publisher, send!);

        // A person decides to send what is in doubt again: the folder knows by its Message-ID what it has.
        (await publisher.PostAsync(send + ":resolve-in-doubt", new { wentOut = false })).Is(200);
        await Eventually.TrueAsync(async () => (await publisher.GetAsync(send!)).Json.GetProperty("sent").GetInt32() == Readers, "the last mails");
        Assert.Equal(Everybody(), Mails().Order(StringComparer.Ordinal));
        (await publisher.PostAsync($"/issues/{issue}/sends")).IsProblem(409, "sent before");
    }

    private async Task AssertLedgerAsync(ApiCaller caller, string send)
    {
        var progress = (await caller.GetAsync(send)).Is(200).Json;
        var sent = await RowsAsync(caller, send, "sent");
        var doubtful = await RowsAsync(caller, send, "inDoubt");
        output.WriteLine($"{sent.Count} sent, {doubtful.Count} in doubt, of which {doubtful.Count(Mails().Contains)} lie in the folder");

        Assert.Equal((Readers, sent.Count, doubtful.Count), (progress.GetProperty("subscribers").GetInt32(), progress.GetProperty("sent").GetInt32(), progress.GetProperty("inDoubt").GetInt32()));
        // One row for everybody, and each is sent or in doubt.
        Assert.Equal(Everybody(), sent.Concat(doubtful).Order(StringComparer.Ordinal));
        // What is recorded as sent lies in the folder, once; what lies there and is not recorded is in doubt.
        var mails = Mails();
        Assert.Equal(mails.Count, mails.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(sent.Except(mails, StringComparer.Ordinal));
        Assert.Empty(mails.Except(sent, StringComparer.Ordinal).Except(doubtful, StringComparer.Ordinal));
    }

    private static async Task<List<string>> RowsAsync(ApiCaller caller, string send, string state)
    {
        var addresses = new List<string>();
        for (string? after = null; ;)
        {
            var part = (await caller.GetAsync($"{send}/deliveries?state={state}&limit=60{(after is null ? "" : $"&after={after}")}")).Is(200).Json;
            addresses.AddRange(part.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("address").GetString()!));
            if (!part.TryGetProperty("next", out var next)) return addresses;
            after = next.GetString();
        }
    }

    private static IEnumerable<string> Everybody() => Enumerable.Range(0, Readers).Select(Address).Order(StringComparer.Ordinal);

    private static string Address(int reader) => $"reader{reader}@lecteurs.example";

    /// <summary>To whom the mails in the folder go.</summary>
    private List<string> Mails() => !Directory.Exists(Outbox) ? []
        : [.. Directory.EnumerateFiles(Outbox, "*.eml").Select(file => Recipient().Match(File.ReadAllText(file)).Value)];

    private int MailCount() => Directory.Exists(Outbox) ? Directory.EnumerateFiles(Outbox, "*.eml").Count() : 0;

    private static async Task<bool> HasEndedAsync(ApiCaller caller, string send) => (await caller.GetAsync(send)).Json.TryGetProperty("endedAt", out _);

    private async Task<ApiCaller> OpenAsync(ProgramRun run)
    {
        await Eventually.TrueAsync(() => OpenAt().IsMatch(run.Errors) || run.HasEnded, "the program to open");
        Assert.False(run.HasEnded, run.Errors);
        return new(new(OpenAt().Match(run.Errors).Groups["address"].Value), key);
    }

    /// <summary>An approved issue, its readers and a publisher's key.</summary>
    private async Task<Guid> PrepareAsync()
    {
        await using var services = ProductServices.Build(Settings.Load([$"DataDirectory={folder.File("data")}"]));
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var account = new Account { Name = "P", UserName = "p@revue.example", Role = AccountRole.Publisher };
        var publication = new Publication
        {
            PublicId = Guid.CreateVersion7(), Title = "Revue", Language = "fr", TimeZone = "UTC", SenderName = "La rédaction", SenderAddress = "revue@social.example",
        };
        db.AddRange(account, publication);
        await db.SaveChangesAsync();
        db.Add(new ApiKey { AccountId = account.Id, Name = "test", Hash = ApiKeyHandler.HashOf(key) });
        var issue = new Issue { PublicId = Guid.CreateVersion7(), Publication = publication, Number = 1, Title = "Un", State = IssueState.Approved };
        issue.Rendition = new() { Subject = "Un", Html = $"<p>Un</p><a href=\"{TextForm.UnsubscribePlace}\">x</a>", Text = $"Un\n{TextForm.UnsubscribePlace}\n", Page = "<p>Un</p>", Hash = "" };
        db.Add(issue);
        for (var reader = 0; reader < Readers; reader++)
        {
            var subscriber = new Subscriber { PublicId = Guid.CreateVersion7(), Address = Address(reader), AddressKey = Address(reader) };
            subscriber.Subscriptions.Add(new() { PublicationId = publication.Id, State = SubscriptionState.Confirmed, UnsubscribeToken = $"token{reader}" });
            db.Add(subscriber);
        }

        await db.SaveChangesAsync();
        return issue.PublicId;
    }

    [GeneratedRegex(@"is open at (?<address>\S+?)\.? ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenAt();

    [GeneratedRegex(@"reader\d+@lecteurs\.example", RegexOptions.None, 1000)]
    private static partial Regex Recipient();
}

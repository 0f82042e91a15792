using System.Text;
using Aggregator.Sending;
using Aggregator.Tests.Bench;
using Aggregator.Web.Commands.Exchange;

namespace Aggregator.Tests.Web.Commands;

[Collection(Programs.Name)]
public sealed class SubscriberCommandTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 4, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task OnlyADateOfConsentConfirmsAndNobodyWhoLeftComesBack()
    {
        await using var desk = await EditorialFolder.MakeAsync();
        desk.Write("first.csv", """"
            address,name,state,confirmed_at,unsubscribe_token
            anne@example.org,Anne,confirmed,2024-05-06T07:08:09Z,abcdefghijklmnopqrstuv
            bob@example.org,"Bob, dit ""B""",confirmed,,
            carl@example.org,Carl,ended,2024-05-06,
            not an address,X,,,
            anne@EXAMPLE.org,Anne,,,
            """");
        desk.Write("second.csv", "address;confirmed_at\nbob@example.org;2024-05-06\ncarl@example.org;2024-05-06\nanne@example.org;\n");

        var dry = await desk.RunAsync("import", "subscribers", "first.csv", "--dry-run");
        Assert.Empty(await desk.SubscriptionsAsync());
        var first = await desk.RunAsync("import", "subscribers", "first.csv", "--publication", EditorialFolder.Title.ToUpperInvariant(), "--json");
        var before = await desk.SubscriptionsAsync();
        var second = await desk.RunAsync("import", "subscribers", "second.csv");
        var after = await desk.SubscriptionsAsync();

        Assert.Equal((0, 0, 0), (dry.ExitCode, first.ExitCode, second.ExitCode));
        Assert.EndsWith("Nothing was written.", dry.Output, StringComparison.Ordinal);
        Assert.Equal((3, 2), (first.Json().GetProperty("added").GetInt32(), first.Json().GetProperty("problems").GetArrayLength()));
        Assert.StartsWith("first.csv, line 5: ", first.Sentence.Split('\n')[0], StringComparison.Ordinal);
        Assert.StartsWith("first.csv, line 6: anne@example.org stands in line 2 already", first.Sentence.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal([SubscriptionState.Confirmed, SubscriptionState.Pending, SubscriptionState.Ended], before.Select(consent => consent.State));
        Assert.Equal((new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), "abcdefghijklmnopqrstuv"), (before[0].ConfirmedAt!.Value, before[0].UnsubscribeToken));
        Assert.Equal("Bob, dit \"B\"", before[1].Subscriber.Name);
        Assert.Equal([SubscriptionState.Confirmed, SubscriptionState.Confirmed, SubscriptionState.Ended], after.Select(consent => consent.State));
        Assert.Contains("0 added, 1 changed, 1 unchanged, 1 had unsubscribed and stay so", second.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.File("data", "outbox")) && Directory.EnumerateFiles(desk.File("data", "outbox")).Any());
    }

    [Fact]
    public async Task WhatGoesOutComesInTheSameAndComputesNothing()
    {
        await using var desk = await EditorialFolder.MakeAsync();
        desk.Write("in.csv", "address,name,confirmed_at\n=cmd@example.org,\"=HYPERLINK(\"\"x\"\")\",2024-05-06\nb@example.org,-2+3,\nc@example.org,Éloïse,2024-05-06\n");
        await desk.RunAsync("import", "subscribers", "in.csv");

        var output = await desk.RunAsync("export", "subscribers");
        var file = await desk.RunAsync("export", "subscribers", "out.csv");

        Assert.Equal((0, "", 0, ""), (output.ExitCode, output.Errors, file.ExitCode, file.Output));
        Assert.Equal("3 subscribers written to out.csv.", file.Sentence);
        Assert.StartsWith("address,name,state,confirmed_at,unsubscribe_token\n", output.Output, StringComparison.Ordinal);
        Assert.Contains("'=cmd@example.org", output.Output, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", output.Output, StringComparison.Ordinal);
        Assert.Contains("'-2+3", output.Output, StringComparison.Ordinal);
        var rows = SubscriberCsv.Read(await File.ReadAllBytesAsync(desk.File("out.csv")), DateTimeOffset.MaxValue).Rows;
        Assert.Equal(
            (await desk.SubscriptionsAsync()).Select(consent => (consent.Subscriber.Address, consent.Subscriber.Name, consent.State, consent.ConfirmedAt, consent.UnsubscribeToken)),
            rows.Select(row => (row.Address, row.Name, row.State, row.ConfirmedAt, row.UnsubscribeToken!)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(desk.File("out.csv")));
    }

    [Fact]
    public async Task WhoIsMeantMustBeClear()
    {
        await using var desk = await EditorialFolder.MakeAsync();
        desk.Write("a.csv", "mail\na@example.org\n");
        var header = await desk.RunAsync("import", "subscribers", "a.csv");
        var none = await desk.RunAsync("export", "subscribers", "--publication", "Autre");
        await desk.AddAsync(EditorialFolder.Publication("Autre chose"));
        var several = await desk.RunAsync("export", "subscribers");
        var missing = await desk.RunAsync("import", "subscribers", "nowhere.csv");

        Assert.Equal((1, 2, 2, 2), (header.ExitCode, none.ExitCode, several.ExitCode, missing.ExitCode));
        Assert.StartsWith("a.csv, line 1: The first line must name the columns", header.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("No publication is called Autre", none.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Several publications could be meant", several.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@example.org,,confirmed,yesterday,", "confirmed_at must be a date")]
    [InlineData("a@example.org,,confirmed,2031-01-01,", "must lie in the past")]
    [InlineData("a@example.org,,maybe,,", "state must be")]
    [InlineData("a@example.org,,,,short", "unsubscribe_token must have")]
    [InlineData("a@example.org,Nom, de plus,confirmed,2024-01-01,", "more cells than the first line")]
    [InlineData("a@example.org,\"Never closed,confirmed,2024-01-01,", "quotation marks")]
    [InlineData("a@example.org,A\u0007,,,", "control characters")]
    [InlineData(",Anne,,,", "Type an e-mail address")]
    public void ABadRowCostsItselfAlone(string row, string says)
    {
        var reading = Read($"address,name,state,confirmed_at,unsubscribe_token\n{row}\ngood@example.org,,,2024-01-01,\n");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(2, problem.Line);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Equal("good@example.org", Assert.Single(reading.Rows).Address);
    }

    [Theory]
    [InlineData("\uFEFFAddress;Name\r\na@example.org;Anne\r\n", 1, 0)]
    [InlineData("address\na@example.org\n\n\nb@example.org", 2, 0)]
    [InlineData("", 0, 1)]
    [InlineData("\0\0\0", 0, 1)]
    public void FormsOfTheFile(string text, int rows, int problems) =>
        Assert.Equal((rows, problems), (Read(text).Rows.Count, Read(text).Problems.Count));

    private static SubscriberReading Read(string text) => SubscriberCsv.Read(Encoding.UTF8.GetBytes(text), Now);
}

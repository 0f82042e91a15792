using System.Globalization;
using System.Text.Json;
using Aggregator.Curation.Issues;
using Aggregator.Scheduling;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands;

/// <summary><c>issue send</c>: begins a send and hands its mails over in this process.</summary>
internal static class SendCommand
{
    public static async Task<int> RunAsync(string wanted, string? publication, bool json, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var issue = await PublicationChoice.IssueAsync(db, wanted, publication, stop);
        var send = await BeginAsync(services, issue, stop);
        var loss = await DrainAsync(services, send, stop);
        var counts = await CountsAsync(db, send.Id, stop);
        int Count(DeliveryState state) => counts.GetValueOrDefault(state);
        var (all, sent, waiting) = (counts.Values.Sum(), Count(DeliveryState.Sent), Count(DeliveryState.Waiting) + Count(DeliveryState.Underway));
        var (inDoubt, failed, withdrawn) = (Count(DeliveryState.InDoubt), Count(DeliveryState.Failed), Count(DeliveryState.Withdrawn));
        Console.Out.WriteLine(json
            ? JsonSerializer.Serialize(new { send = send.PublicId, issue = issue.PublicId, subscribers = all, sent, waiting, inDoubt, failed, withdrawn }, RefreshSummary.JsonForm)
            : string.Create(CultureInfo.InvariantCulture, $"{sent} of {all} mails handed over; {waiting} wait, {inDoubt} are in doubt, {failed} failed, {withdrawn} left before."));
        if (loss is not null) await Console.Error.WriteLineAsync($"Some outcomes could not be stored ({loss.Message}): those mails are listed as in doubt until a person decides.");
        if (waiting > 0) await Console.Error.WriteLineAsync("What waits is sent by serve, or by the next issue send.");
        return waiting + inDoubt + failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<Send> BeginAsync(IServiceProvider services, Issue issue, CancellationToken stop)
    {
        var start = await services.GetRequiredService<SendIssue>().BeginAsync(issue.Id, stop);
        return start.Refusal switch
        {
            SendRefusal.None => start.Send!,
            SendRefusal.SentBefore when start.Send!.EndedAt is null => throw new CommandFailedException("The send of this issue has begun before and is not through: serve carries it on. Nobody gets it twice."),
            SendRefusal.SentBefore => throw new CommandFailedException(string.Create(CultureInfo.InvariantCulture, $"This issue was sent before, on {start.Send!.StartedAt:yyyy-MM-dd}. Nobody gets it twice.")),
            SendRefusal.NotApproved when issue.State == IssueState.Sent => throw new CommandFailedException("This issue was sent before. Nobody gets it twice."),
            SendRefusal.NotApproved => throw new CommandFailedException("The issue is a draft: approve it first."),
            SendRefusal.NobodyToSendTo => throw new CommandFailedException("Nobody has confirmed a subscription to this publication: there is nobody to send to."),
            _ => throw new CommandFailedException("The issue has vanished meanwhile."),
        };
    }

    private static async Task<Exception?> DrainAsync(IServiceProvider services, Send send, CancellationToken stop)
    {
        var databases = services.GetRequiredService<Func<AggregatorDb>>();
        await using var pump = ActivatorUtilities.CreateInstance<SendPump>(services);
        await using var db = databases();
        var total = await db.Deliveries.CountAsync(row => row.SendId == send.Id, stop);
        await using (JobProgress.Start("Mails", total, () => Done(databases, send.Id))) await pump.DrainAsync(stop);
        await pump.TidyAsync(stop);
        return pump.LastFault;
    }

    private static int Done(Func<AggregatorDb> databases, int sendId)
    {
        using var db = databases();
        return db.Deliveries.Count(row => row.SendId == sendId && row.EndedAt != null);
    }

    private static Task<Dictionary<DeliveryState, int>> CountsAsync(AggregatorDb db, int sendId, CancellationToken stop) =>
        db.Deliveries.Where(row => row.SendId == sendId).GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
}

using System.Text.Json;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sending;

/// <summary><c>/sends</c>: mailings, how far they are, and what is in doubt.</summary>
internal static class SendsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/issues/{issue:guid}/sends", BeginAsync)
            .For(Publisher, "Sends an approved issue, once.", Answer.Accepted<SendProgress>());
        api.MapGet("/sends/{id:guid}", async (Guid id, AggregatorDb db, CancellationToken stop) =>
            await ProgressAsync(db, id, stop) is { } progress ? Results.Ok(progress) : Missing(id))
            .For(Publisher, "How far a send is.", Answer.Ok<SendProgress>());
        api.MapGet("/sends/{id:guid}/deliveries", DeliveriesAsync)
            .For(Publisher, "The ledger of a send.", Answer.List<DeliveryAnswer>());
        api.MapPost("/sends/{id:guid}:resolve-in-doubt", ResolveAsync)
            .For(Publisher, "Decides about mails in doubt.", Answer.Ok<SendProgress>());
    }

    private static IResult Missing(Guid id) => ApiProblem.NotFound($"There is no send {id}.");

    private static async Task<IResult> BeginAsync(Guid issue, AggregatorDb db, SendIssue sending, CancellationToken stop)
    {
        var id = await db.Issues.Where(i => i.PublicId == issue).Select(i => (int?)i.Id).FirstOrDefaultAsync(stop);
        if (id is null) return IssuesApi.Missing(issue);
        var start = await sending.BeginAsync(db, id.Value, stop);
        return start.Refusal switch
        {
            SendRefusal.None => Results.Accepted($"{ApiHost.Root}/sends/{start.Send!.PublicId}", await ProgressAsync(db, start.Send.PublicId, stop)),
            SendRefusal.SentBefore => ApiProblem.Conflict($"This issue was sent before: see {ApiHost.Root}/sends/{start.Send!.PublicId}. Nobody gets it twice."),
            SendRefusal.NotApproved => ApiProblem.Conflict("The issue is a draft: approve it first."),
            _ => ApiProblem.Conflict("Nobody has confirmed a subscription to this publication: there is nobody to send to."),
        };
    }

    private static async Task<SendProgress?> ProgressAsync(AggregatorDb db, Guid id, CancellationToken stop)
    {
        var send = await db.Sends.AsNoTracking().FirstOrDefaultAsync(s => s.PublicId == id, stop);
        if (send is null) return null;
        var counts = await db.Deliveries.Where(row => row.SendId == send.Id).GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        int Count(DeliveryState state) => counts.GetValueOrDefault(state);
        return new(
            send.PublicId, send.StartedAt, send.EndedAt, counts.Values.Sum(), Count(DeliveryState.Waiting) + Count(DeliveryState.Underway),
            Count(DeliveryState.Sent), Count(DeliveryState.InDoubt), Count(DeliveryState.Failed), Count(DeliveryState.Withdrawn));
    }

    private static async Task<IResult> DeliveriesAsync(Guid id, AggregatorDb db, string? state, int? after, int? limit, CancellationToken stop)
    {
        if (!await db.Sends.AnyAsync(send => send.PublicId == id, stop)) return Missing(id);
        DeliveryState? only = Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : null;
        if (state is not null && only is null)
            return ApiProblem.Field("state", $"Write one of {string.Join(", ", Enum.GetNames<DeliveryState>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
        var size = Cursor.Size(limit);
        var rows = await (from row in db.Deliveries
                          join send in db.Sends on row.SendId equals send.Id
                          join subscriber in db.Subscribers on row.SubscriberId equals subscriber.Id
                          where send.PublicId == id && row.SubscriberId > (after ?? 0) && (only == null || row.State == only)
                          orderby row.SubscriberId
                          select new DeliveryAnswer(row.SubscriberId, subscriber.PublicId, subscriber.Address, row.State, row.Attempts, row.EndedAt, row.Error))
            .Take(size + 1).ToListAsync(stop);
        return Results.Ok(Cursor.Take(rows, size, row => row.SubscriberId));
    }

    private static async Task<IResult> ResolveAsync(Guid id, ResolveRequest request, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        var send = await db.Sends.AsNoTracking().FirstOrDefaultAsync(s => s.PublicId == id, stop);
        if (send is null) return Missing(id);
        if (request.WentOut is not { } wentOut) return ApiProblem.Field("wentOut", "Write true if these mails went out, false to send them again.");
        await SendLedger.ResolveAsync(db, send.Id, wentOut, clock.GetUtcNow(), stop);
        return Results.Ok(await ProgressAsync(db, id, stop));
    }
}

/// <summary>A row of the ledger.</summary>
internal sealed record DeliveryAnswer(int SubscriberId, Guid Subscriber, string Address, DeliveryState State, int Attempts, DateTimeOffset? EndedAt, string? Error);

/// <summary>How far a send is.</summary>
internal sealed record SendProgress(
    Guid Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Subscribers, int Waiting, int Sent, int InDoubt, int Failed, int Withdrawn);

/// <summary>What a person decided about mails in doubt.</summary>
internal sealed record ResolveRequest(bool? WentOut);

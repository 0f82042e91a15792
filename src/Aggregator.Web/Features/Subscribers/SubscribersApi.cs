using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Features.Publications;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Subscribers;

/// <summary><c>/subscribers</c>: the people of a publication. Nobody is confirmed by anyone but themselves.</summary>
internal static class SubscribersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/publications/{publication:guid}/subscribers", ListAsync)
            .For(Publisher, "Who reads a publication.", Answer.List<SubscriberAnswer>());
        api.MapPost("/publications/{publication:guid}/subscribers", AskAsync)
            .For(Publisher, "Asks somebody by mail to confirm.", Answer.Accepted<AskedAnswer>().OrUnmailed()).WithMetadata(new CommitsItself());
    }

    private static async Task<IResult> ListAsync(Guid publication, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        if (!await db.Publications.AnyAsync(p => p.PublicId == publication, stop)) return PublicationsApi.Missing(publication);
        var size = Cursor.Size(limit);
        var rows = await db.Subscriptions.Where(s => db.Publications.Any(p => p.Id == s.PublicationId && p.PublicId == publication) && s.SubscriberId > (after ?? 0))
            .OrderBy(s => s.SubscriberId).Take(size + 1).Select(s => new SubscriberAnswer(s.SubscriberId, s.Subscriber.PublicId, s.Subscriber.Address, s.Subscriber.Name, s.State, s.AskedAt, s.ConfirmedAt, s.EndedAt))
            .ToListAsync(stop);
        return Results.Ok(Cursor.Take(rows, size, row => row.SubscriberId));
    }

    /// <summary>Asks somebody to confirm: they get one mail with a link, and nothing else until they follow it.</summary>
    private static async Task<IResult> AskAsync(Guid publication, SubscriberRequest request, AggregatorDb db, SubscriptionDesk desk, CancellationToken stop)
    {
        var series = await db.Publications.AsNoTracking().FirstOrDefaultAsync(p => p.PublicId == publication, stop);
        if (series is null) return PublicationsApi.Missing(publication);
        var reading = MailAddressSyntax.Read(request.Address);
        if (reading.Address is not { } address) return ApiProblem.Field("address", MailAddressFaultWords.Say(reading.Fault, "en"));
        if (request.Name?.Length > 200) return ApiProblem.Field("name", "A name has 200 characters at the most.");
        var asked = await desk.AskAsync(series, address, request.Name, stop);
        return asked.Fault is { } fault ? ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "The confirmation mail could not be made", fault)
            : Results.Accepted(value: new AskedAnswer(asked.Subscriber, asked.IsConfirmed ? "confirmed already" : "asked for by mail"));
    }
}

/// <summary>A subscriber of a publication.</summary>
internal sealed record SubscriberAnswer(int SubscriberId, Guid Id, string Address, string? Name, SubscriptionState State, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? EndedAt);

/// <param name="Confirmation">"asked for by mail", or "confirmed already".</param>
internal sealed record AskedAnswer(Guid? Subscriber, string Confirmation);

/// <summary>Somebody who may want to subscribe.</summary>
internal sealed record SubscriberRequest(string? Address, string? Name);

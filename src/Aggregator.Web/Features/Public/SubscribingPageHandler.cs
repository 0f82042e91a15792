using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Public;

/// <summary>
/// <c>/subscribe</c>, <c>/confirm/{token}</c>, <c>/unsubscribe/{token}</c>. Opening a link changes nothing: mail scanners open links
/// too. Only the button, or a mail program's one-click POST (RFC 8058), does.
/// </summary>
internal static class SubscribingPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/subscribe", AskAsync).ForEveryone();
        app.MapGet("/confirm/{token}", async (string token, Consent consent, Visit visit, CancellationToken stop) =>
            await consent.FindAsync(token, stop) is { } found ? Show(SubscribingStep.Confirm, found.Subscriber.Address, token) : Show(SubscribingStep.BadLink, status: StatusCodes.Status410Gone))
            .ForEveryone();
        app.MapPost("/confirm/{token}", async (string token, [FromForm] string? go, Consent consent, CancellationToken stop) =>
            await consent.ConfirmAsync(token, stop) ? Show(SubscribingStep.Confirmed) : Show(SubscribingStep.BadLink, status: StatusCodes.Status410Gone))
            .ForEveryone();
        app.MapGet("/unsubscribe/{token}", async (string token, AggregatorDb db, CancellationToken stop) =>
            await db.Subscriptions.AnyAsync(s => s.UnsubscribeToken == token, stop) ? Show(SubscribingStep.Leave, token: token) : Show(SubscribingStep.BadLink, status: StatusCodes.Status410Gone))
            .ForEveryone();
        // A mail program posts without a form of ours: the token in the address is what it has to show.
        // A mail program's one click (RFC 8058) has no form of ours.
        app.MapPost("/unsubscribe/{token}", async (string token, Consent consent, CancellationToken stop) =>
            await consent.EndAsync(token, stop) ? Show(SubscribingStep.Left) : Show(SubscribingStep.BadLink, status: StatusCodes.Status410Gone))
            .ForEveryone(exemption: "a mail program's one click (RFC 8058) has no form of ours");
    }

    private static async Task<IResult> AskAsync(
        [FromForm] string? publication, [FromForm] string? mail, AggregatorDb db, SubscriptionDesk desk, Visit visit, CancellationToken stop)
    {
        var series = await db.Publications.AsNoTracking().FirstOrDefaultAsync(p => p.PublicId == publication.AsGuid(), stop);
        if (series is null) return Results.NotFound();
        var reading = MailAddressSyntax.Read(mail);
        if (reading.Address is not { } address)
            return Show(SubscribingStep.BadAddress, MailAddressFaultWords.Say(reading.Fault, visit.Language), status: StatusCodes.Status422UnprocessableEntity);
        var asked = await desk.AskAsync(series, address, name: null, stop);
        if (asked.Fault is not null) return Show(SubscribingStep.NoMail, status: StatusCodes.Status503ServiceUnavailable);
        // The same answer whether the address was known or not: nobody learns who reads us.
        return Show(SubscribingStep.Asked, address);
    }

    private static IResult Show(SubscribingStep step, string? detail = null, string? token = null, int status = StatusCodes.Status200OK) =>
        Page.Of<SubscribingPage>(status, ("Step", step), ("Detail", detail), ("Token", token));
}

/// <summary>Where somebody stands who subscribes or leaves.</summary>
public enum SubscribingStep
{
    Asked,
    BadAddress,
    NoMail,
    Confirm,
    Confirmed,
    BadLink,
    Leave,
    Left,
}

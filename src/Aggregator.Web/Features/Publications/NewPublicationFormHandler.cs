using Aggregator.Curation.Issues;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Publications;

/// <summary><c>POST /publications</c>: begins a publication from the desk.</summary>
internal static class NewPublicationFormHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/publications", BeginSeriesAsync).For(Publisher);

    private static async Task<IResult> BeginSeriesAsync(
        [FromForm] string? title, [FromForm] string? language, [FromForm] string? sender, [FromForm] string? mail, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        var reading = MailAddressSyntax.Read(mail);
        var problem = string.IsNullOrWhiteSpace(title) || title.Length > 200 ? visit.Say("Donnez un titre à la publication, 200 caractères au plus.", "Give the publication a title, 200 characters at the most.")
            : language is not ("fr" or "en") ? visit.Say("Choisissez la langue de la publication.", "Choose the publication’s language.")
            : string.IsNullOrWhiteSpace(sender) || sender.Length > 200 ? visit.Say("Dites qui envoie le courriel.", "Say who sends the mail.")
            : reading.Address is null ? MailAddressFaultWords.Say(reading.Fault, visit.Language)
            : null;
        if (problem is not null) return Page.Refused(problem);
        var now = clock.GetUtcNow();
        db.Add(new Publication
        {
            PublicId = Guid.CreateVersion7(now), Title = title!.Trim(), Language = language!, TimeZone = clock.LocalTimeZone.Id, SenderName = sender!.Trim(),
            SenderAddress = reading.Address!, MadeAt = now,
        });
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect("/desk#issue");
    }
}

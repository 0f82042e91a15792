using System.Net;
using Aggregator.Accounts;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Accounts;

/// <summary><c>/forgot</c> asks for a link by mail; <c>/choose-password</c> is where it leads.</summary>
internal static class ChoosePasswordPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/forgot", () => Page.Of<ForgotPage>()).ForEveryone();
        app.MapPost("/forgot", SendAsync).ForEveryone();
        app.MapGet("/choose-password", async (int? account, string? token, PasswordLink link) => Show(await link.FindAsync(account, token), token))
            .ForEveryone();
        app.MapPost("/choose-password", ChooseAsync).ForEveryone();
    }

    private static async Task<IResult> SendAsync(
        [FromForm] string? mail, UserManager<Account> accounts, PasswordLink link, AggregatorDb db, IMailer mailer, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        var account = string.IsNullOrWhiteSpace(mail) ? null : await accounts.FindByEmailAsync(mail.Trim());
        var sender = await db.Publications.OrderBy(publication => publication.Id).Select(publication => new Mailbox(publication.SenderName, publication.SenderAddress)).FirstOrDefaultAsync(stop);
        if (account is not null && sender is not null && !account.IsShut(clock.GetUtcNow()))
            await mailer.SendAsync(Mail(account, sender, await link.MakeAsync(account), clock.GetUtcNow(), visit), stop);
        // The same answer whatever the address: nobody learns who has an account.
        return Page.Of<ForgotPage>(("IsSent", true));
    }

    private static MailMessage Mail(Account account, Mailbox sender, string address, DateTimeOffset now, Visit visit)
    {
        var words = visit.Say("Choisissez un nouveau mot de passe dans l’heure. Si vous n’avez rien demandé, ne faites rien.", "Choose a new password within the hour. If you did not ask for it, do nothing.");
        return new()
        {
            From = sender,
            To = new(account.Name, account.Email!),
            Subject = visit.Say("Votre mot de passe de Social Report", "Your Social Report password"),
            Text = $"{words}\n\n{address}\n",
            Html = $"<!doctype html><html lang=\"{visit.Language}\"><body><p>{WebUtility.HtmlEncode(words)}</p><p><a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(address)}</a></p></body></html>",
            MessageId = MessageIds.Of(Guid.CreateVersion7(now), account.Id, sender.Address[(sender.Address.LastIndexOf('@') + 1)..]),
            Date = now,
        };
    }

    private static async Task<IResult> ChooseAsync([FromForm] string? account, [FromForm] string? token, [FromForm] string? password, PasswordLink link, SignInManager<Account> signIn, Visit visit)
    {
        if (await link.FindAsync(account.AsNumber(), token) is not { } found) return Show(null, token);
        if (PasswordRules.FaultOf(password, found) is { } fault) return Show(found, token, PasswordRules.Say(fault, visit.Language));
        var chosen = await link.UseAsync(found, token!, password!);
        if (!chosen.Succeeded) return Show(null, token);
        await signIn.UserManager.ResetAccessFailedCountAsync(found);
        return Results.LocalRedirect("/sign-in?chosen=1");
    }

    private static IResult Show(Account? account, string? token, string? problem = null) => Page.Of<ChoosePasswordPage>(
        account is null ? StatusCodes.Status410Gone : problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        ("Account", account), ("Token", token), ("Problem", problem));
}

using System.Net.Mail;
using Aggregator.Accounts;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Accounts;

/// <summary><c>/set-up</c>: the one-time link of the first start makes the first account, an administrator.</summary>
internal static class SetUpPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/set-up", async (string? token, SetUpLink link, CancellationToken stop) => Show(token, await link.IsValidAsync(token, stop)))
            .ForEveryone();
        app.MapPost("/set-up", MakeAsync).ForEveryone();
    }

    private static async Task<IResult> MakeAsync(
        [FromForm] string? token, [FromForm] string? name, [FromForm] string? mail, [FromForm] string? password,
        SetUpLink link, SignInManager<Account> signIn, Visit visit, CancellationToken stop)
    {
        if (!await link.IsValidAsync(token, stop)) return Show(token, isValid: false);
        var account = new Account { Name = name?.Trim() ?? "", UserName = mail?.Trim(), Email = mail?.Trim(), EmailConfirmed = true, Role = AccountRole.Administrator };
        if (Problem(account, password, visit) is { } problem) return Show(token, isValid: true, account, problem);

        // Used up before the account is made: of two at once, one wins.
        if (!await link.UseAsync(token!, stop)) return Show(token, isValid: false);
        var made = await signIn.UserManager.CreateAsync(account, password!);
        if (!made.Succeeded)
        {
            await link.RestoreAsync(token!, stop);
            return Show(token, isValid: true, account, visit.Say("Ce compte n’a pas pu être créé : ", "This account could not be made: ") + string.Join(" ", made.Errors.Select(error => error.Description)));
        }

        await signIn.SignInAsync(account, isPersistent: true);
        return Results.LocalRedirect("/desk");
    }

    private static string? Problem(Account account, string? password, Visit visit) =>
        account.Name.Length is 0 or > 100 ? visit.Say("Donnez votre nom, cent caractères au plus.", "Give your name, a hundred characters at the most.")
        : !MailAddress.TryCreate(account.Email, out var parsed) || parsed.Address != account.Email ? visit.Say("Cette adresse électronique n’en est pas une.", "That is not an e-mail address.")
        : PasswordRules.FaultOf(password, account) is { } fault ? PasswordRules.Say(fault, visit.Language)
        : null;

    private static IResult Show(string? token, bool isValid, Account? given = null, string? problem = null)
    {
        var status = !isValid ? StatusCodes.Status410Gone : problem is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page.Of<SetUpPage>(status, ("Token", token), ("IsValid", isValid), ("Name", given?.Name), ("Mail", given?.Email), ("Problem", problem));
    }
}

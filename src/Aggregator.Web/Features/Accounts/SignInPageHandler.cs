using Aggregator.Accounts;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Accounts;

/// <summary><c>/sign-in</c> and <c>/sign-out</c>.</summary>
internal static class SignInPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (string? next, string? chosen, Visit visit) => Show(next, note: chosen is null ? null : visit.Say("Le mot de passe est enregistré : entrez avec lui.", "The password is saved: enter with it.")))
            .ForEveryone();
        app.MapPost("/sign-in", EnterAsync).ForEveryone();
        app.MapPost("/sign-out", LeaveAsync).For(Contributor);
    }

    private static async Task<IResult> EnterAsync(
        [FromForm] string? mail, [FromForm] string? password, [FromForm] string? next, AccountSignIn signIn, Visit visit)
    {
        var result = await signIn.EnterAsync(mail, password);
        if (result.Succeeded) return Results.LocalRedirect(LocalPath.Of(next, "/desk"));
        if (result.RequiresTwoFactor) return Results.LocalRedirect($"/sign-in/code?next={Uri.EscapeDataString(LocalPath.Of(next, "/desk"))}");
        return Show(next, mail, visit.Say(
            "Adresse ou mot de passe inexact. Après dix essais, attendez cinq minutes.", "That address or password is not right. After ten attempts, wait five minutes."));
    }

    private static async Task<IResult> LeaveAsync([FromForm] string? _, SignInManager<Account> signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    public static IResult Show(string? next, string? mail = null, string? problem = null, string? note = null)
    {
        var status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page.Of<SignInPage>(status, ("Next", LocalPath.Of(next, "/desk")), ("Mail", mail), ("Problem", problem), ("Note", note));
    }
}

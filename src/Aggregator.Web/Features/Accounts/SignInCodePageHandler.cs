using Aggregator.Accounts;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Aggregator.Web.Features.Accounts;

/// <summary>Signing in beyond a password: the code of a second factor at <c>/sign-in/code</c>, or a passkey instead of both.</summary>
internal static class SignInCodePageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in/code", async (string? next, SignInManager<Account> signIn) =>
            await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Results.LocalRedirect("/sign-in") : Code(next)).ForEveryone();
        app.MapPost("/sign-in/code", EnterCodeAsync).ForEveryone();
        app.MapPost("/sign-in/passkey/options", async ([FromForm] string? _, SignInManager<Account> signIn) =>
            Results.Content(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json")).ForEveryone(isNoted: false);
        app.MapPost("/sign-in/passkey", EnterByPasskeyAsync).ForEveryone();
    }

    private static async Task<IResult> EnterCodeAsync([FromForm] string? code, [FromForm] string? next, AccountSignIn signIn, Visit visit)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account) return Results.LocalRedirect("/sign-in");
        var written = string.Concat((code ?? "").Where(char.IsLetterOrDigit));
        var result = written.Length == 6 && written.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(written, isPersistent: true, rememberClient: false)
            : await signIn.EnterByRecoveryCodeAsync(account, RecoveryCodes.Written(written));
        return result.Succeeded ? Results.LocalRedirect(LocalPath.Of(next, "/desk"))
            : Code(next, visit.Say("Ce code n’est pas le bon, ou il a déjà servi. Après dix essais, attendez cinq minutes.", "That code is not right, or was used. After ten attempts, wait five minutes."));
    }

    private static async Task<IResult> EnterByPasskeyAsync(
        [FromForm] string? credential, [FromForm] string? next, AccountSignIn signIn, Visit visit)
    {
        var found = await Passkeys.AssertAsync(signIn, credential);
        if (found is not null && await signIn.EnterByPasskeyAsync(found.Value.Account, found.Value.Passkey))
            return Results.LocalRedirect(LocalPath.Of(next, "/desk"));
        return SignInPageHandler.Show(next, problem: visit.Say("Cette clé d’accès n’ouvre aucun compte ici.", "That passkey opens no account here."));
    }

    private static IResult Code(string? next, string? problem = null) => Page.Of<SignInCodePage>(
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("Next", LocalPath.Of(next, "/desk")), ("Problem", problem));
}

/// <summary>Codes for when the telephone is lost: each works once.</summary>
internal static class RecoveryCodes
{
    /// <summary>How many are made.</summary>
    public const int Count = 10;

    /// <summary>As Identity stores them: two groups of five with a hyphen, upper case.</summary>
    public static string Written(string letters) => letters.Length == 10 ? $"{letters[..5]}-{letters[5..]}".ToUpperInvariant() : letters;
}

/// <summary>Passkeys (WebAuthn Level 3, W3C): what the browser sends is foreign and may be anything.</summary>
internal static class Passkeys
{
    /// <returns>The account a passkey stands for, or null.</returns>
    public static async Task<(Account Account, UserPasskeyInfo Passkey)?> AssertAsync(SignInManager<Account> signIn, string? credential)
    {
        if (string.IsNullOrEmpty(credential)) return null;
        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(credential);
            return result.Succeeded ? (result.User, result.Passkey) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }

    /// <returns>The new passkey, or null.</returns>
    public static async Task<UserPasskeyInfo?> AttestAsync(SignInManager<Account> signIn, string? credential)
    {
        if (string.IsNullOrEmpty(credential)) return null;
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded ? result.Passkey : null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }
}

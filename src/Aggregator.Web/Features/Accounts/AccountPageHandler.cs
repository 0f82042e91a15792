using System.Globalization;
using Aggregator.Accounts;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Accounts;

/// <summary><c>/account</c>: one's own password, second factor, passkeys and API keys.</summary>
internal static class AccountPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account", async (HttpContext http, AccountDesk desk, CancellationToken stop) => await desk.ShowAsync(http, new(), stop))
            .For(Contributor);
        app.MapPost("/account/password", ChangePasswordAsync).For(Contributor);
        app.MapPost("/account/second-factor/begin", BeginAsync).For(Contributor);
        app.MapPost("/account/second-factor", TurnOnAsync).For(Contributor);
        app.MapPost("/account/second-factor/off", TurnOffAsync).For(Contributor);
        app.MapPost("/account/passkeys/options", OptionsAsync).For(Contributor, isNoted: false);
        app.MapPost("/account/passkeys", AddPasskeyAsync).For(Contributor);
        app.MapPost("/account/passkeys/remove", RemovePasskeyAsync).For(Contributor);
        app.MapPost("/account/keys", AddKeyAsync).For(Contributor);
        app.MapPost("/account/keys/remove", RemoveKeyAsync).For(Contributor);
    }

    private static async Task<IResult> ChangePasswordAsync(
        [FromForm] string? current, [FromForm] string? password, HttpContext http, SignInManager<Account> signIn, AccountDesk desk, Visit visit, CancellationToken stop)
    {
        var account = await desk.MineAsync(http);
        if (PasswordRules.FaultOf(password, account) is { } fault) return await desk.ShowAsync(http, new() { Problem = PasswordRules.Say(fault, visit.Language) }, stop);
        var changed = await signIn.UserManager.ChangePasswordAsync(account, current ?? "", password!);
        if (!changed.Succeeded) return await desk.ShowAsync(http, new() { Problem = visit.Say("Le mot de passe actuel n’est pas le bon.", "The current password is not right.") }, stop);
        // Every other session ends with the security stamp; this one goes on.
        await signIn.RefreshSignInAsync(account);
        return await desk.ShowAsync(http, new() { Note = visit.Say("Le mot de passe est changé ; vos autres sessions sont closes.", "The password is changed; your other sessions are ended.") }, stop);
    }

    private static async Task<IResult> BeginAsync([FromForm] string? _, HttpContext http, SignInManager<Account> signIn, AccountDesk desk)
    {
        var account = await desk.MineAsync(http);
        if (account.TwoFactorEnabled) return Results.LocalRedirect("/account#factor-h");
        await signIn.UserManager.ResetAuthenticatorKeyAsync(account);
        // A new secret is a new security stamp: this session goes on, the others end.
        await signIn.RefreshSignInAsync(account);
        return Results.LocalRedirect("/account#factor-h");
    }

    private static async Task<IResult> TurnOnAsync([FromForm] string? code, HttpContext http, SignInManager<Account> signIn, AccountDesk desk, Visit visit, CancellationToken stop)
    {
        var (account, accounts) = (await desk.MineAsync(http), signIn.UserManager);
        var written = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, written))
            return await desk.ShowAsync(http, new() { Problem = visit.Say("Ce code n’est pas le bon : regardez l’heure de votre téléphone, puis recommencez.", "That code is not right: look at your telephone’s clock, then try again.") }, stop);
        await accounts.SetTwoFactorEnabledAsync(account, true);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count);
        await signIn.RefreshSignInAsync(account);
        return await desk.ShowAsync(http, new() { RecoveryCodes = [.. codes ?? []] }, stop);
    }

    private static async Task<IResult> TurnOffAsync([FromForm] string? current, HttpContext http, SignInManager<Account> signIn, AccountDesk desk, Visit visit, CancellationToken stop)
    {
        var account = await desk.MineAsync(http);
        if (!await signIn.UserManager.CheckPasswordAsync(account, current ?? ""))
            return await desk.ShowAsync(http, new() { Problem = visit.Say("Le mot de passe actuel n’est pas le bon.", "The current password is not right.") }, stop);
        await signIn.UserManager.SetTwoFactorEnabledAsync(account, false);
        await signIn.UserManager.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey");
        await signIn.RefreshSignInAsync(account);
        return Results.LocalRedirect("/account");
    }

    private static async Task<IResult> OptionsAsync([FromForm] string? _, HttpContext http, SignInManager<Account> signIn, AccountDesk desk)
    {
        var account = await desk.MineAsync(http);
        var options = await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(CultureInfo.InvariantCulture), Name = account.Email!, DisplayName = account.Name });
        return Results.Content(options, "application/json");
    }

    private static async Task<IResult> AddPasskeyAsync(
        [FromForm] string? credential, [FromForm] string? name, HttpContext http, SignInManager<Account> signIn, AccountDesk desk, Visit visit, CancellationToken stop)
    {
        var account = await desk.MineAsync(http);
        if (await Passkeys.AttestAsync(signIn, credential) is not { } passkey)
            return await desk.ShowAsync(http, new() { Problem = visit.Say("Cette clé d’accès n’a pas pu être enregistrée : recommencez.", "That passkey could not be stored: try again.") }, stop);
        passkey.Name = string.IsNullOrWhiteSpace(name) ? visit.ShortTime(passkey.CreatedAt) : name.Trim()[..Math.Min(100, name.Trim().Length)];
        await signIn.UserManager.AddOrUpdatePasskeyAsync(account, passkey);
        return Results.LocalRedirect("/account#passkeys");
    }

    private static async Task<IResult> RemovePasskeyAsync([FromForm] string? id, HttpContext http, UserManager<Account> accounts, AccountDesk desk)
    {
        var account = await desk.MineAsync(http);
        foreach (var passkey in await accounts.GetPasskeysAsync(account))
            if (Convert.ToHexString(passkey.CredentialId) == id) await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        return Results.LocalRedirect("/account#passkeys");
    }

    private static async Task<IResult> AddKeyAsync(
        [FromForm] string? name, [FromForm] KeyScope scope, [FromForm] int days, HttpContext http, AggregatorDb db, TimeProvider clock, AccountDesk desk, Visit visit, CancellationToken stop)
    {
        var account = await desk.MineAsync(http);
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 100)
            return await desk.ShowAsync(http, new() { Problem = visit.Say("Dites à quoi sert la clé, en cent caractères au plus.", "Say what the key is for, in a hundred characters at the most.") }, stop);
        var key = ApiKeyHandler.NewKey();
        var now = clock.GetUtcNow();
        db.Add(new ApiKey { AccountId = account.Id, Name = name.Trim(), Hash = ApiKeyHandler.HashOf(key), Scope = scope, MadeAt = now, ExpiresAt = days is > 0 and <= 3650 ? now.AddDays(days) : null });
        await db.SaveChangesAsync(stop);
        return await desk.ShowAsync(http, new() { NewKey = key }, stop);
    }

    private static async Task<IResult> RemoveKeyAsync([FromForm] int id, HttpContext http, AggregatorDb db, AccountDesk desk, CancellationToken stop)
    {
        var account = await desk.MineAsync(http);
        await db.WriteAsync(inner => db.ApiKeys.Where(key => key.Id == id && key.AccountId == account.Id).ExecuteDeleteAsync(inner), stop);
        return Results.LocalRedirect("/account#keys");
    }
}

/// <summary>What the account page shows.</summary>
internal sealed class AccountDesk(UserManager<Account> accounts, AggregatorDb db)
{
    public async Task<Account> MineAsync(HttpContext http) => await accounts.GetUserAsync(http.User) ?? throw new InvalidOperationException("The session has no account.");

    public async Task<IResult> ShowAsync(HttpContext http, AccountNews news, CancellationToken stop)
    {
        var account = await MineAsync(http);
        var hasCode = account.TwoFactorEnabled;
        var view = new AccountView(
            account, hasCode || await accounts.GetAuthenticatorKeyAsync(account) is not { } secret ? null : SecondFactorSecret.Of(secret, account.Email!), hasCode ? await accounts.CountRecoveryCodesAsync(account) : 0,
            [.. await accounts.GetPasskeysAsync(account)], await db.ApiKeys.AsNoTracking().Where(key => key.AccountId == account.Id).OrderBy(key => key.Id).ToListAsync(stop), news);
        return Page.Of<AccountPage>(news.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("View", view));
    }
}

/// <summary>The secret of a second factor (RFC 6238), to be typed or taken from a picture.</summary>
/// <param name="Key">Base32, in groups of four.</param>
/// <param name="Picture">The QR code, SVG.</param>
public sealed record SecondFactorSecret(string Key, string Picture)
{
    public static SecondFactorSecret Of(string key, string address)
    {
        var uri = $"otpauth://totp/Social%20Report:{Uri.EscapeDataString(address)}?secret={key}&issuer=Social%20Report&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return new(string.Join(' ', key.Chunk(4).Select(group => new string(group))), svg.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}

/// <summary>What has just happened on the page.</summary>
public sealed record AccountNews
{
    public string? Problem { get; init; }

    public string? Note { get; init; }

    /// <summary>Shown once.</summary>
    public string? NewKey { get; init; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Secret">For the second factor that was begun and is not on yet.</param>
public sealed record AccountView(
    Account Account, SecondFactorSecret? Secret, int RecoveryCodesLeft, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<ApiKey> Keys, AccountNews News);

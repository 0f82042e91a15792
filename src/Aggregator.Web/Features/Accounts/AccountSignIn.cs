using Aggregator.Accounts;
using Aggregator.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Aggregator.Web.Features.Accounts;

/// <summary>
/// Signing in and staying signed in. Every way asks <see cref="Account.IsShut"/>, and so does every request of a session: Identity
/// itself asks neither at a recovery code nor of a session that is open.
/// </summary>
internal sealed class AccountSignIn(
    UserManager<Account> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> identity,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation,
    StandInPassword standIn, AggregatorDb db, TimeProvider clock)
    : SignInManager<Account>(accounts, http, claims, identity, log, schemes, confirmation)
{
    /// <summary>
    /// By address and password. Unknown, shut, without a password, wrong, empty: each is one look at the accounts, one hash and one
    /// statement that counts the failure, so nobody learns from answer or time who has an account.
    /// </summary>
    public async Task<SignInResult> EnterAsync(string? mail, string? password)
    {
        var account = await UserManager.FindByEmailAsync(mail?.Trim() ?? "");
        var verified = Verify(account, password ?? "");
        if (account?.PasswordHash is null || account.IsShut(clock.GetUtcNow()) || verified == PasswordVerificationResult.Failed)
        {
            await CountFailureAsync(account);
            return SignInResult.Failed;
        }

        // It was hashed with fewer rounds: Identity writes it anew.
        if (verified == PasswordVerificationResult.SuccessRehashNeeded) await UserManager.CheckPasswordAsync(account, password!);
        // Until the code is right as well, the failures stand: a known password opens no way to guess codes without end.
        if (!await IsTwoFactorEnabledAsync(account)) await UserManager.ResetAccessFailedCountAsync(account);
        return await SignInOrTwoFactorAsync(account, isPersistent: true);
    }

    /// <summary>By one of the codes for when the telephone is lost, after the password.</summary>
    /// <param name="account">Whose password was given.</param>
    /// <param name="code">As Identity stores it.</param>
    public async Task<SignInResult> EnterByRecoveryCodeAsync(Account account, string code)
    {
        // Asked before the code is used up.
        var result = account.IsShut(clock.GetUtcNow()) ? SignInResult.LockedOut : await TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded) await CountFailureAsync(account);
        return result;
    }

    /// <summary>By a passkey that stood the test.</summary>
    /// <returns>False when the account is shut.</returns>
    public async Task<bool> EnterByPasskeyAsync(Account account, UserPasskeyInfo passkey)
    {
        if (account.IsShut(clock.GetUtcNow())) return false;
        await UserManager.AddOrUpdatePasskeyAsync(account, passkey);
        await SignInAsync(account, isPersistent: true);
        return true;
    }

    /// <summary>Asked at each request of a session (<see cref="SecurityStampValidatorOptions.ValidationInterval"/> is zero).</summary>
    public override async Task<bool> ValidateSecurityStampAsync(Account? user, string? securityStamp) =>
        user?.IsShut(clock.GetUtcNow()) == false && await base.ValidateSecurityStampAsync(user, securityStamp);

    protected override Task<bool> IsLockedOut(Account user) => Task.FromResult(user.IsShut(clock.GetUtcNow()));

    private PasswordVerificationResult Verify(Account? account, string password)
    {
        // Made before it is known whether it is needed.
        var other = standIn.Hash;
        return UserManager.PasswordHasher.VerifyHashedPassword(account ?? new(), account?.PasswordHash ?? other, password);
    }

    /// <summary>
    /// In the database, so that of two guesses at once none is lost. The same statements for an account that is not there, or is shut.
    /// </summary>
    private Task<int> CountFailureAsync(Account? account)
    {
        var (id, now, most) = (account?.Id ?? 0, clock.GetUtcNow(), Options.Lockout.MaxFailedAccessAttempts);
        var open = db.Users.Where(row => row.Id == id && (row.LockoutEnd == null || row.LockoutEnd <= now));
        DateTimeOffset? until = now + Options.Lockout.DefaultLockoutTimeSpan;
        return db.WriteAsync(
            async stop =>
            {
                await open.ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1), stop);
                return await open.Where(row => row.AccessFailedCount >= most).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, until), stop);
            },
            Context.RequestAborted);
    }
}

/// <summary>
/// The hash that a password is compared with when there is no account: of a password nobody has, made with as many rounds as the others.
/// </summary>
internal sealed class StandInPassword(IOptions<PasswordHasherOptions> rounds)
{
    private readonly Lazy<string> hash = new(() => new PasswordHasher<Account>(rounds).HashPassword(new(), NobodysPassword()));

    public string Hash => hash.Value;

    private static string NobodysPassword() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
}

using System.Text;
using Aggregator.Accounts;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Aggregator.Web.Features.Accounts;

/// <summary>The link by which somebody chooses a password: for a new account, or for one whose password is lost. It works once, for an hour.</summary>
internal sealed class PasswordLink(UserManager<Account> accounts, Settings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The address; whoever has it may take the account over within the hour.</summary>
    public async Task<string> MakeAsync(Account account)
    {
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        return $"{settings.PublicUrl}/choose-password?account={account.Id}&token={token}";
    }

    /// <returns>The account the link is for, or null for a wrong, used or old one, and while the account is shut.</returns>
    public async Task<Account?> FindAsync(int? id, string? token)
    {
        if (id is null || TokenOf(token) is not { } plain) return null;
        var account = await accounts.FindByIdAsync(id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (account?.IsShut(clock.GetUtcNow()) != false) return null;
        return await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, plain)
            ? account : null;
    }

    /// <summary>Sets the password; the security stamp changes with it, so the link is used up and every session ends.</summary>
    public Task<IdentityResult> UseAsync(Account account, string token, string password) => accounts.ResetPasswordAsync(account, TokenOf(token)!, password);

    private static string? TokenOf(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

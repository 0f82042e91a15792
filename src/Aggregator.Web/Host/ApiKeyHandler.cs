using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Aggregator.Accounts;
using Aggregator.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aggregator.Web.Host;

/// <summary><c>Authorization: Bearer KEY</c> (RFC 6750 §2.1): a program acts for the account its key belongs to.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AggregatorDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "key";

    /// <summary>The claim that holds the key's <see cref="KeyScope"/>.</summary>
    public const string ScopeClaim = "scope";

    private const string Prefix = "Bearer ";

    /// <summary>A new key: 256 random bits, shown once.</summary>
    public static string NewKey() => "sr_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var hash = HashOf(header[Prefix.Length..].Trim());
        var now = TimeProvider.GetUtcNow();
        var found = await (from key in db.ApiKeys
                           join owner in db.Users on key.AccountId equals owner.Id
                           where key.Hash == hash && (key.ExpiresAt == null || key.ExpiresAt > now)
                           // Account.IsShut, for the database.
                           where owner.LockoutEnd == null || owner.LockoutEnd <= now
                           select new { key, owner }).AsNoTracking().FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null) return AuthenticateResult.Fail("unknown key");
        await NoteUseAsync(found.key, now);
        return AuthenticateResult.Success(new(Principal(found.owner, found.key.Scope), Scheme));
    }

    /// <summary>To the hour: a program that asks all day must not write each time.</summary>
    private async Task NoteUseAsync(ApiKey key, DateTimeOffset now)
    {
        if (key.UsedAt > now.AddHours(-1)) return;
        await db.WriteAsync(inner => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.UsedAt, now), inner), Context.RequestAborted);
    }

    private static ClaimsPrincipal Principal(Account account, KeyScope scope) => new(new ClaimsIdentity(
    [
        new(ClaimTypes.NameIdentifier, account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new(ClaimTypes.GivenName, account.Name),
        new(ClaimTypes.Role, scope.Bound(account.Role).ToString()),
        new(ScopeClaim, scope.ToString()),
    ],
    Scheme));
}

using System.Security.Claims;
using Aggregator.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Aggregator.Web.Host;

/// <summary>What a sign-in cookie says of an account beside its id: the name colleagues see, and the role.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>The role of who is signed in; below every role for anybody else.</summary>
    public static AccountRole RoleOf(ClaimsPrincipal user) => Enum.TryParse<AccountRole>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : default;

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(ClaimTypes.GivenName, user.Name));
        identity.AddClaim(new(identity.RoleClaimType, user.Role.ToString()));
        return identity;
    }
}

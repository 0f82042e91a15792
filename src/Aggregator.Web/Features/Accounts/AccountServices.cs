using Aggregator.Accounts;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Identity;

namespace Aggregator.Web.Features.Accounts;

/// <summary>Accounts and what a password must be, for the site and for the command line alike.</summary>
internal static class AccountServices
{
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 220_000);
        services.AddSingleton<StandInPassword>();
        // A link to choose a password; it is void, too, once the password has changed.
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = PasswordLink.Lifetime);
        return services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // The name is the address, and addresses have letters that Identity would not expect.
                identity.User.AllowedUserNameCharacters = "";
                identity.Password.RequiredLength = PasswordRules.Least;
                // Length is what counts (NIST SP 800-63B §5.1.1.2): no rules about digits and signs.
                identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 10;
                identity.Tokens.AuthenticatorIssuer = "Social Report";
            })
            .AddEntityFrameworkStores<AggregatorDb>()
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider)
            .AddClaimsPrincipalFactory<AccountClaims>();
    }
}

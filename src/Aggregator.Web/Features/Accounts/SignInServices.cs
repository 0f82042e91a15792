using Aggregator.Accounts;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Aggregator.Web.Features.Accounts;

/// <summary>Sessions of browsers: the cookie, who it lets in, and what ends it.</summary>
internal static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddLinkProtection(settings);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<AccountRole>())
            authorization.AddPolicy(
                EndpointRule.PolicyOf(PageRule.Door, role),
                policy => policy.RequireAuthenticatedUser().RequireAssertion(context => AccountClaims.RoleOf(context.User) >= role));
        services.ConfigureApplicationCookie(cookie =>
        {
            // Behind a proxy that ends TLS we see http; the address people open says what they use. A __Host- cookie (RFC 6265bis §4.1.3.2)
            // cannot be set by another host of the domain, and is lost on plain http.
            var isSecure = settings.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
            cookie.Cookie.Name = isSecure ? "__Host-social-report" : "social-report";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/sign-in";
            // The page that says what the account lacks is the answer itself, not somewhere else.
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            cookie.ReturnUrlParameter = "next";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
        });
        services.AddAccounts().AddSignInManager<AccountSignIn>();
        // Each request asks whether the session still holds: a changed password, role or closed account ends it at once.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero);
        return services.AddScoped<SetUpLink>().AddScoped<PasswordLink>().AddScoped<AccountDesk>();
    }

    /// <summary>Keys for cookies and for links; a command that makes a link makes it with the same.</summary>
    public static IServiceCollection AddLinkProtection(this IServiceCollection services, Settings settings)
    {
        services.AddDataProtection().SetApplicationName("social-report").PersistKeysToFileSystem(new DirectoryInfo(settings.Data.Keys));
        return services;
    }
}

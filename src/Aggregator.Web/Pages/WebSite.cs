using System.Text.Encodings.Web;
using System.Text.Unicode;
using Aggregator.Accounts;
using Aggregator.Scheduling;
using Aggregator.Storage;
using Aggregator.Web.Api;
using Aggregator.Web.Commands;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.WebEncoders;

namespace Aggregator.Web.Pages;

/// <summary>The web program: what it is made of, and which address leads where.</summary>
internal static class WebSite
{
    /// <summary>What keys for cookies and links are made for; a command that makes a link must say the same.</summary>
    public const string ProtectionName = "social-report";

    /// <param name="settings">Of this start.</param>
    /// <param name="change">Puts something else in the place of a service, such as another network.</param>
    public static WebApplication Build(Settings settings, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Style sheets and settings lie beside the program, wherever the user stands.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(WebSite).Assembly.GetName().Name,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings.All);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddSimpleStderr(settings.All, LogLevel.Information);
        builder.Services.AddProduct(settings).AddScheduling().AddSignIn(settings).AddPages().AddApi();
        change?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<NoBodyAsJson>();
        app.UseRouting();
        // People get a page, programs problem+json.
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseWhen(ApiServices.IsAsked, api => api.UseMiddleware<ApiFaults>());
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseAuthentication();
        app.UseWhen(ApiServices.IsAsked, api => api.UseMiddleware<RateLimits>());
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<FormTokenGate>();
        app.UseMiddleware<AuditTrail>();

        app.MapPages();
        app.MapApi();
        return app;
    }

    /// <summary>Every page; who may open it stands in <see cref="PageTable"/>.</summary>
    private static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("");
        ((IEndpointConventionBuilder)pages).Finally(PageTable.Bind);
        pages.MapArchive();
        pages.MapStoryDesk();
        pages.MapDesk();
        pages.MapSearchKeeping();
        pages.MapStories();
        pages.MapStoryMoving();
        pages.MapComparing();
        pages.MapDrafting();
        pages.MapPublicationSettings();
        pages.MapIssueEditing();
        pages.MapSectionEditing();
        pages.MapApproval();
        pages.MapCorrecting();
        pages.MapIssueChecking();
        pages.MapIssueHistory();
        pages.MapIssueTalk();
        pages.MapGuestDesk();
        pages.MapCandidateDesk();
        pages.MapClipping();
        pages.MapReader();
        pages.MapReaderDesk();
        pages.MapPictures();
        pages.MapRevisions();
        pages.MapArticleDeleting();
        pages.MapQuoting();
        pages.MapSources();
        pages.MapAddSource();
        pages.MapSourceRules();
        pages.MapSourceSettings();
        pages.MapSignIn();
        pages.MapSignInSteps();
        pages.MapChoosePassword();
        pages.MapAccount();
        pages.MapPeople();
        pages.MapAudit();
        pages.MapSetUp();
        pages.MapLanguage();
        pages.MapErrorPage();
        pages.MapSubscribing();
        pages.MapIssueFeed();
        pages.MapPushes();
        pages.MapApiBrowser();
        pages.MapHealth();
    }

    private static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddDataProtection().SetApplicationName(ProtectionName).PersistKeysToFileSystem(new DirectoryInfo(settings.Data.Keys));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<AccountRole>())
            authorization.AddPolicy(PageTable.PolicyOf(role), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => AccountClaims.RoleOf(context.User) >= role));
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
        return services;
    }

    private static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Accents stay letters: half of what we write is French.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "social-report-form");
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddSingleton<PictureLinks>();
        services.AddScoped<IssueEditor>();
        services.AddScoped<SetUpLink>();
        services.AddScoped<PasswordLink>();
        services.AddScoped<AccountDesk>();
        return services;
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Aggregator.Web.Host;
using Microsoft.Extensions.WebEncoders;

namespace Aggregator.Web.Shared;

/// <summary>What every page needs.</summary>
internal static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Accents stay letters: half of what we write is French.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "social-report-form");
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddSingleton<PictureLinks>();
        return services;
    }
}

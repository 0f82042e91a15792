using Aggregator.Web.Host;
using Aggregator.Web.Shared;

namespace Aggregator.Web.Features.Public;

/// <summary><c>/language/{fr|en}</c>: keeps the choice in a cookie for a year and goes back.</summary>
internal static class LanguageChoice
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/language/{language:regex(^(fr|en)$)}",
        (string language, string? next, HttpContext http) =>
        {
            http.Response.Cookies.Append(Visit.LanguageCookie, language, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = http.Request.IsHttps,
            });
            return Results.LocalRedirect(LocalPath.Of(next));
        }).ForEveryone();
}

namespace Aggregator.Web.Pages;

/// <summary><c>/language/{fr|en}</c>: keeps the choice in a cookie for a year and goes back.</summary>
internal static class LanguageChoice
{
    public static void MapLanguage(this IEndpointRouteBuilder app) => app.MapGet(
        "/language/{language:regex(^(fr|en)$)}",
        (string language, string? next, HttpContext http) =>
        {
            http.Response.Cookies.Append(Visit.LanguageCookie, language, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = http.Request.IsHttps,
            });
            return Results.LocalRedirect(LocalPath.Of(next));
        });
}

/// <summary>Where to go back to: only ever a place of ours.</summary>
internal static class LocalPath
{
    /// <returns><paramref name="next"/> when it is a path on this site, else <paramref name="otherwise"/>.</returns>
    public static string Of(string? next, string otherwise = "/") =>
        next is ['/', ..] and not ['/', '/' or '\\', ..] && next.All(c => c is > ' ' and <= '~') ? next : otherwise;
}

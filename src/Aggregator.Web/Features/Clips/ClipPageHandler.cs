using Aggregator.Archive;
using Aggregator.Intake.Clips;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Clips;

/// <summary><c>/clip</c>: brings an article in by hand; <c>/clip/window</c> is where the bookmarklet sends a page as the editor's own browser shows it.</summary>
internal static class ClipPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/clip", (Settings settings, HttpContext http) => Show(settings, http, null)).For(Contributor);
        app.MapGet("/clip/window", (HttpContext http) =>
        {
            // The page that opened this window speaks to it: with the usual policy the two would not know each other. Nothing is taken before a press.
            http.Response.Headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
            return Page.Of<ClipWindowPage>();
        }).For(Contributor);
        app.MapPost("/clip", TakeAsync).For(Contributor);
    }

    private static async Task<IResult> TakeAsync(IFormCollection form, AggregatorDb db, TakeClip clips, Settings settings, HttpContext http, Visit visit, CancellationToken stop)
    {
        var file = form.Files.GetFile("file");
        if (file?.Length > ClipReader.MostBytes) return Show(settings, http, visit.Say("Ce fichier est trop lourd : copiez-en le texte.", "This file is too large: paste its text."));
        using var bytes = new MemoryStream();
        if (file is { Length: > 0 }) await file.CopyToAsync(bytes, stop);
        var draft = new ClipDraft(
            Enum.TryParse<ClipWay>(form["way"], ignoreCase: true, out var way) ? way : ClipWay.Text, Of("url"), Of("title"), Of("outlet"), Of("text"), Of("html"), Of("place"),
            DateOnly.TryParse(Of("date"), System.Globalization.CultureInfo.InvariantCulture, out var day) ? new DateTimeOffset(day.ToDateTime(new(12, 0)), TimeSpan.Zero) : null,
            Of("authors")?.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [], file?.FileName, bytes.ToArray());
        var outcome = await clips.RunAsync(db, draft, visit.AccountId!.Value, visit.AccountName ?? "", stop);
        return outcome.Fault is { } fault ? Show(settings, http, visit.IsFrench ? fault.French : fault.English) : Results.LocalRedirect($"/articles/{outcome.ArticleId}");

        string? Of(string name) => string.IsNullOrWhiteSpace(form[name]) ? null : ((string)form[name]!).Trim();
    }

    private static IResult Show(Settings settings, HttpContext http, string? problem) =>
        Page.Of<ClipPage>(problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("Bookmarklet", BookmarkletOf(settings.HasPublicUrl ? settings.PublicUrl : $"{http.Request.Scheme}://{http.Request.Host}")), ("Problem", problem), ("PublicUrl", settings.PublicUrl));

    /// <summary>Opens our window and hands the page over when it asks; to this address alone.</summary>
    private static string BookmarkletOf(string address) =>
        $"javascript:(()=>{{const a='{address}',w=open(a+'/clip/window','social-report-clip','width=560,height=640');addEventListener('message',e=>{{if(e.origin===a&&e.source===w&&e.data==='social-report-ready')w.postMessage({{kind:'social-report-page',url:location.href,title:document.title,html:document.documentElement.outerHTML}},a)}})}})()";
}

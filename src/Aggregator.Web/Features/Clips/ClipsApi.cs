using Aggregator.Archive;
using Aggregator.Intake.Clips;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Clips;

/// <summary><c>POST /articles</c>: what an editor brings in by hand.</summary>
internal static class ClipsApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/articles", TakeAsync)
        .For(
            Contributor, "Brings an article in by hand: a text, an address, a page, a file, or print, TV, radio.",
            Answer.Created<ClipAnswer>() with { OtherStatus = StatusCodes.Status200OK }).WithMetadata(new CommitsItself());

    private static async Task<IResult> TakeAsync(ClipRequest request, AggregatorDb db, TakeClip clips, HttpContext http, CancellationToken stop)
    {
        if (request.Problem() is { } problem) return problem;
        var outcome = await clips.RunAsync(db, request.ToDraft(), Caller.IdOf(http), Caller.NameOf(http), stop);
        if (outcome.Fault is { } fault) return ApiProblem.Field(fault.Field, fault.English);
        var answer = new ClipAnswer(outcome.ArticleId, outcome.IsNew);
        return outcome.IsNew ? Results.Created($"{ApiHost.Root}/articles/{outcome.ArticleId}", answer) : Results.Ok(answer);
    }
}

/// <param name="Id">The article.</param>
/// <param name="IsNew">It was not there before; else the clip completes what was.</param>
internal sealed record ClipAnswer(int Id, bool IsNew);

/// <summary>A clip: pasted words, an address, a page as a browser shows it, a file, or a form for print and broadcast.</summary>
/// <param name="Way">text, address, browser, file, print, television or radio; when left out it follows from what is given.</param>
/// <param name="Url">Address of the page.</param>
/// <param name="Text">Words, paragraphs parted by a blank line.</param>
/// <param name="Html">The page as the browser shows it.</param>
/// <param name="FileName">Name of the file: .eml or .html.</param>
/// <param name="File">Its bytes, base64.</param>
/// <param name="Place">Page of a paper, time of a broadcast.</param>
internal sealed record ClipRequest(
    ClipWay? Way, string? Url, string? Title, string? Outlet, string? Text, string? Html, string? FileName, string? File, string? Place, DateTimeOffset? Published, List<string>? Authors)
{
    public IResult? Problem() =>
        Url?.Length > 2000 ? ApiProblem.Field("url", "An address has 2,000 characters at the most.")
        : FileName?.Length > 200 ? ApiProblem.Field("fileName", "A name has 200 characters at the most.")
        : Published is { Year: < 1900 or > 9998 } ? ApiProblem.Field("published", "Give a date from 1900 on.")
        : File is not null && !Convert.TryFromBase64String(File, new byte[(File.Length * 3 / 4) + 4], out _) ? ApiProblem.Field("file", "Send the file as base64.")
        : null;

    public ClipDraft ToDraft() => new(
        Way ?? (File is not null ? ClipWay.File : Html is not null ? ClipWay.Browser : Text is not null ? ClipWay.Text : ClipWay.Address), Blank(Url)?.Trim(), Blank(Title), Blank(Outlet), Text, Html, Blank(Place), Published?.ToUniversalTime(),
        Authors ?? [], Blank(FileName), File is null ? default : Convert.FromBase64String(File));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

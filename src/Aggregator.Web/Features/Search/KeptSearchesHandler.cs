using Aggregator.Archive;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Search;

/// <summary><c>/searches</c>: keeps the search on the desk, lets it go again, and gives it as a feed at an address that only its owner knows.</summary>
internal static class KeptSearchesHandler
{
    private const int Told = 40;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/searches", KeepAsync).For(Contributor);
        app.MapPost("/searches/{id:int}/drop", DropAsync).For(Contributor);
        app.MapGet("/searches/{token}.atom", FeedAsync).ForEveryone();
    }

    private static async Task<IResult> KeepAsync([FromForm] string? q, [FromForm] string? name, [FromForm] string? alert, AggregatorDb db, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        if (visit.AccountId is not { } account) return Results.Forbid();
        (q, name) = (q?.Trim(), string.IsNullOrWhiteSpace(name) ? null : name.Trim());
        if (AccountSearches.Problem(name, q) is { } problem) return Refused(visit.Say(problem.French, problem.English), visit);
        return await AccountSearches.KeepAsync(db, account, name, q!, alert == "on", clock.GetUtcNow(), stop) is null
            ? Refused(visit.Say($"Vous gardez déjà {SavedSearch.MostOfAccount} recherches : laissez-en partir une.", $"You keep {SavedSearch.MostOfAccount} searches already: let one go."), visit)
            : Results.LocalRedirect($"/desk?q={Uri.EscapeDataString(q!)}");
    }

    private static async Task<IResult> DropAsync(int id, [FromForm] string? q, AggregatorDb db, Visit visit, CancellationToken stop)
    {
        var mine = visit.AccountId ?? 0;
        return await db.WriteAsync(inner => db.SavedSearches.Where(search => search.Id == id && search.AccountId == mine).ExecuteDeleteAsync(inner), stop) == 0 ? Results.NotFound()
            : Results.LocalRedirect(string.IsNullOrWhiteSpace(q) ? "/desk/articles" : $"/desk?q={Uri.EscapeDataString(q)}");
    }

    private static async Task<IResult> FeedAsync(string token, AggregatorDb db, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // Its owner's key, so void when the account is: Account.IsShut, for the database.
        var open = db.Users.Where(owner => owner.LockoutEnd == null || owner.LockoutEnd <= now);
        var held = db.SavedSearches.AsNoTracking().Where(row => row.Token == token && open.Any(owner => owner.Id == row.AccountId));
        if (await held.FirstOrDefaultAsync(stop) is not { } search) return Results.NotFound();
        var entries = (await AccountSearches.FindAsync(db, search.Query, after: 0, Told, now, stop)).Select(article => new FeedEntry(
            new Guid(article.Id, 0, 0, new byte[8]), article.Title, article.Url, article.Time, article.Text.Excerpt ?? "", $"<p>{Html(article.Text.Excerpt ?? "")}</p>")).ToList();
        var self = $"{settings.PublicUrl}/searches/{token}.atom";
        return Results.Text(IssueFeed.Write(search.Name, settings.PublicUrl + "/desk", self, "fr", entries), "application/atom+xml; charset=utf-8");
    }

    private static string Html(string text) => System.Net.WebUtility.HtmlEncode(text);

    private static IResult Refused(string reason, Visit visit) => Page.Of<RefusalPage>(
        StatusCodes.Status422UnprocessableEntity, ("Reason", reason), ("Back", "/desk/articles"), ("BackWords", visit.Say("Revenir aux articles", "Back to the articles")));
}

using System.Globalization;
using Aggregator.Archive;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Search;

/// <summary><c>/searches</c>: the caller's own saved searches.</summary>
internal static class SearchesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/searches", async (AggregatorDb db, Settings settings, HttpContext http, CancellationToken stop) =>
        {
            var mine = Caller.IdOf(http);
            var rows = await db.SavedSearches.AsNoTracking().Where(search => search.AccountId == mine).OrderBy(search => search.Id).ToListAsync(stop);
            return Results.Ok(new Part<SearchAnswer>([.. rows.Select(search => SearchAnswer.Of(search, settings))]));
        }).For(Contributor, "The caller's saved searches, each with the address of its feed.", Answer.List<SearchAnswer>());
        api.MapPost("/searches", KeepAsync)
            .For(
                Contributor, "Keeps a search: a filter of the desk, a feed, and, if wanted, a mail a day when there is something new.",
                Answer.Created<SearchAnswer>());
        api.MapDelete("/searches/{id:int}", async (int id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
        {
            var mine = Caller.IdOf(http);
            return await db.WriteAsync(inner => db.SavedSearches.Where(search => search.Id == id && search.AccountId == mine).ExecuteDeleteAsync(inner), stop) == 0
                ? ApiProblem.NotFound($"You keep no search {id}.") : Results.NoContent();
        }).For(Contributor, "Keeps one of the caller's searches no longer.", Answer.NoContent);
    }

    private static async Task<IResult> KeepAsync(SearchRequest request, AggregatorDb db, Settings settings, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (AccountSearches.Problem(request.Name, request.Query) is { } problem) return ApiProblem.Field(problem.Field, problem.English);
        return await AccountSearches.KeepAsync(db, Caller.IdOf(http), request.Name, request.Query!, request.IsAlert ?? false, clock.GetUtcNow(), stop) is { } kept
            ? Results.Created($"{ApiHost.Root}/searches/{kept.Id.ToString(CultureInfo.InvariantCulture)}", SearchAnswer.Of(kept, settings))
            : ApiProblem.Conflict($"You keep {SavedSearch.MostOfAccount} searches already: delete one first.");
    }
}

/// <summary>A search to keep.</summary>
/// <param name="Name">What to call it; left out, its beginning.</param>
/// <param name="IsAlert">A mail a day when there is something new.</param>
internal sealed record SearchRequest(string? Name, string? Query, bool? IsAlert);

/// <summary>A saved search.</summary>
/// <param name="Feed">Its Atom feed; whoever knows the address reads it.</param>
internal sealed record SearchAnswer(int Id, string Name, string Query, bool IsAlert, string Feed, DateTimeOffset MadeAt)
{
    public static SearchAnswer Of(SavedSearch search, Settings settings) =>
        new(search.Id, search.Name, search.Query, search.IsAlert, $"{settings.PublicUrl}/searches/{search.Token}.atom", search.MadeAt);
}

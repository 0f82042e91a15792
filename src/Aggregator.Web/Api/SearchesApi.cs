using System.Globalization;
using Aggregator.Archive;
using Aggregator.Storage;
using Aggregator.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/searches</c>: the caller's own saved searches.</summary>
internal static class SearchesApi
{
    public static void MapSearchesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/searches", async (AggregatorDb db, Settings settings, HttpContext http, CancellationToken stop) =>
        {
            var mine = Caller.IdOf(http);
            var rows = await db.SavedSearches.AsNoTracking().Where(search => search.AccountId == mine).OrderBy(search => search.Id).ToListAsync(stop);
            return Results.Ok(new Part<SearchAnswer>([.. rows.Select(search => SearchAnswer.Of(search, settings))]));
        });
        api.MapPost("/searches", KeepAsync);
        api.MapDelete("/searches/{id:int}", async (int id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
        {
            var mine = Caller.IdOf(http);
            return await db.WriteAsync(inner => db.SavedSearches.Where(search => search.Id == id && search.AccountId == mine).ExecuteDeleteAsync(inner), stop) == 0
                ? ApiProblem.NotFound($"You keep no search {id}.") : Results.NoContent();
        });
    }

    private static async Task<IResult> KeepAsync(SearchRequest request, AggregatorDb db, Settings settings, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (AccountSearches.Problem(request.Name, request.Query) is { } problem) return ApiProblem.Field(problem.Field, problem.English);
        return await AccountSearches.KeepAsync(db, Caller.IdOf(http), request.Name, request.Query!, request.IsAlert ?? false, clock.GetUtcNow(), stop) is { } kept
            ? Results.Created($"{ApiServices.Root}/searches/{kept.Id.ToString(CultureInfo.InvariantCulture)}", SearchAnswer.Of(kept, settings))
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

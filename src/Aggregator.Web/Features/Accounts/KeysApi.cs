using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Accounts;

/// <summary><c>/me</c> and <c>/keys</c>: who calls, and their own keys.</summary>
internal static class KeysApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", MeAsync)
            .For(Contributor, "Who calls, and what they may do.", Answer.Ok<MeAnswer>());
        api.MapGet("/keys", KeysAsync)
            .For(Contributor, "One's own keys.", Answer.List<KeyAnswer>());
        api.MapPost("/keys", MakeKeyAsync)
            .For(
                Contributor, "Makes a key that may do no more than what one calls with; it is in this answer and never again.",
                Answer.Created<KeyAnswer>());
        api.MapDelete("/keys/{id:int}", DropKeyAsync)
            .For(Contributor, "Makes one of one's own keys void.", Answer.NoContent);
    }

    private static async Task<IResult> MeAsync(AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var id = Caller.IdOf(http);
        var me = await db.Users.AsNoTracking().FirstAsync(account => account.Id == id, stop);
        return Results.Ok(new MeAnswer(me.Id, me.Name, me.Email!, Caller.RoleOf(http.User), ScopeOf(http)));
    }

    private static async Task<IResult> KeysAsync(AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var me = Caller.IdOf(http);
        var keys = await db.ApiKeys.AsNoTracking().Where(key => key.AccountId == me).OrderBy(key => key.Id).ToListAsync(stop);
        return Results.Ok(new Part<KeyAnswer>([.. keys.Select(key => KeyAnswer.Of(key))]));
    }

    private static async Task<IResult> MakeKeyAsync(KeyRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > 100) return ApiProblem.Field("name", "Say what the key is for, in 1 to 100 characters.");
        if (request.Days is < 1 or > 3650) return ApiProblem.Field("days", "A key holds from 1 to 3,650 days, or for ever when this is left out.");
        var scope = request.Scope ?? KeyScope.Read;
        // A key makes no key that may do more than itself.
        if (ScopeOf(http) is { } own && scope > own) return ApiProblem.Field("scope", $"The key you call with may {own.ToString().ToLowerInvariant()}: it makes no key that may do more.");
        var (key, now) = (ApiKeyHandler.NewKey(), clock.GetUtcNow());
        var row = new ApiKey { AccountId = Caller.IdOf(http), Name = request.Name, Hash = ApiKeyHandler.HashOf(key), Scope = scope, MadeAt = now, ExpiresAt = request.Days is { } days ? now.AddDays(days) : null };
        db.Add(row);
        await db.SaveChangesAsync(stop);
        return Results.Created($"{ApiHost.Root}/keys", KeyAnswer.Of(row, key));
    }

    private static async Task<IResult> DropKeyAsync(int id, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var me = Caller.IdOf(http);
        return await db.ApiKeys.Where(key => key.Id == id && key.AccountId == me).ExecuteDeleteAsync(stop) > 0 ? Results.NoContent() : ApiProblem.NotFound($"You have no key {id}.");
    }

    /// <summary>The scope of the key one calls with; null for a browser.</summary>
    private static KeyScope? ScopeOf(HttpContext http) => Enum.TryParse<KeyScope>(http.User.FindFirstValue(ApiKeyHandler.ScopeClaim), out var scope) ? scope : null;
}

/// <param name="Role">What they may do here and now: that of the account, or less by the key.</param>
/// <param name="Scope">The key's; absent for a browser.</param>
internal sealed record MeAnswer(int Id, string Name, string Mail, AccountRole Role, KeyScope? Scope);

/// <param name="UsedAt">To the hour.</param>
/// <param name="Key">The key itself: in the answer to its making, and never again.</param>
internal sealed record KeyAnswer(int Id, string Name, KeyScope Scope, DateTimeOffset MadeAt, DateTimeOffset? ExpiresAt, DateTimeOffset? UsedAt, string? Key)
{
    public static KeyAnswer Of(ApiKey key, string? plain = null) => new(key.Id, key.Name, key.Scope, key.MadeAt, key.ExpiresAt, key.UsedAt, plain);
}

/// <param name="Name">What it is for.</param>
/// <param name="Scope">read, edit, publish or administer; read when left out. Not more than the key one calls with.</param>
/// <param name="Days">How long it holds; for ever when left out.</param>
internal sealed record KeyRequest(string? Name, KeyScope? Scope, int? Days);

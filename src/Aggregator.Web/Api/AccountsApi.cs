using System.Globalization;
using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/users</c>: the team; <c>/me</c>: who calls; <c>/keys</c>: one's own keys; <c>/audit</c>: who changed what.</summary>
internal static class AccountsApi
{
    public static void MapAccountsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", MeAsync);
        api.MapGet("/users", ListAsync);
        api.MapPost("/users", AddAsync);
        api.MapGet("/users/{id:int}", async (int id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await FindAsync(db, id, stop) is { } found ? Shown(found, http) : Missing(id));
        api.MapPut("/users/{id:int}", ChangeAsync);
        api.MapPost("/users/{id:int}:link", MakeLinkAsync);
        api.MapGet("/keys", KeysAsync);
        api.MapPost("/keys", MakeKeyAsync);
        api.MapDelete("/keys/{id:int}", DropKeyAsync);
        api.MapGet("/audit", AuditAsync);
    }

    private static IResult Missing(int id) => ApiProblem.NotFound($"There is no account {id}.");

    private static Task<Account?> FindAsync(AggregatorDb db, int id, CancellationToken stop) => db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, stop);

    private static IResult Shown(Account account, HttpContext http)
    {
        var answer = UserAnswer.Of(account);
        ETags.Put(http, ETags.OfContent(answer));
        return Results.Ok(answer);
    }

    private static async Task<IResult> MeAsync(AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var me = (await FindAsync(db, Caller.IdOf(http), stop))!;
        return Results.Ok(new MeAnswer(me.Id, me.Name, me.Email!, Caller.RoleOf(http.User), ScopeOf(http)));
    }

    private static async Task<IResult> ListAsync(AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var rows = Cursor.Take(await db.Users.AsNoTracking().Where(account => account.Id > (after ?? 0)).OrderBy(account => account.Id).Take(size + 1).ToListAsync(stop), size, account => account.Id);
        return Results.Ok(new Part<UserAnswer>([.. rows.Items.Select(account => UserAnswer.Of(account))], rows.Next));
    }

    /// <summary>A new account without a password: its owner chooses one by the link.</summary>
    private static async Task<IResult> AddAsync(UserRequest request, UserManager<Account> accounts, PasswordLink link, HttpContext http)
    {
        if (request.Problem() is { } problem) return problem;
        if (MailAddressSyntax.Read(request.Mail) is not { Address: { } address }) return ApiProblem.Field("mail", "Give an e-mail address.");
        var account = new Account { Name = request.Name!, UserName = address, Email = address, EmailConfirmed = true, Role = request.Role!.Value };
        if (!(await accounts.CreateAsync(account)).Succeeded) return ApiProblem.Field("mail", "This address has an account already.");
        ETags.Put(http, ETags.OfContent(UserAnswer.Of(account)));
        var place = string.Create(CultureInfo.InvariantCulture, $"{ApiServices.Root}/users/{account.Id}");
        return Results.Created(place, UserAnswer.Of(account) with { Link = await link.MakeAsync(account) });
    }

    private static async Task<IResult> ChangeAsync(int id, UserRequest request, UserManager<Account> accounts, HttpContext http)
    {
        if (await accounts.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)) is not { } account) return Missing(id);
        var now = UserAnswer.Of(account);
        if (ETags.Check(http, ETags.OfContent(now), now) is { } stale) return stale;
        if (request.Problem() is { } problem) return problem;
        if (request.Mail is not null && request.Mail != account.Email) return ApiProblem.Field("mail", "An address stays: make another account.");
        var isClosed = request.IsClosed ?? now.IsClosed;
        if (id == Caller.IdOf(http) && (request.Role != account.Role || isClosed)) return ApiProblem.Conflict("Your own role is for another administrator to change: so there is always one.");
        var endsSessions = request.Role != account.Role || isClosed != now.IsClosed;
        (account.Name, account.Role) = (request.Name!, request.Role!.Value);
        if (isClosed != now.IsClosed) account.LockoutEnd = isClosed ? Account.Closed : null;
        await accounts.UpdateAsync(account);
        if (endsSessions) await accounts.UpdateSecurityStampAsync(account);
        return Shown(account, http);
    }

    private static async Task<IResult> MakeLinkAsync(int id, UserManager<Account> accounts, PasswordLink link)
    {
        if (await accounts.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)) is not { } account) return Missing(id);
        if (account.IsClosed) return ApiProblem.Conflict("This account is closed: open it first.");
        return Results.Ok(new LinkAnswer(await link.MakeAsync(account)));
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
        return Results.Created($"{ApiServices.Root}/keys", KeyAnswer.Of(row, key));
    }

    private static async Task<IResult> DropKeyAsync(int id, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var me = Caller.IdOf(http);
        return await db.ApiKeys.Where(key => key.Id == id && key.AccountId == me).ExecuteDeleteAsync(stop) > 0 ? Results.NoContent() : ApiProblem.NotFound($"You have no key {id}.");
    }

    /// <summary>The latest first.</summary>
    private static async Task<IResult> AuditAsync([AsParameters] AuditFilter filter, AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var rows = await filter.Apply(db.AuditEntries.AsNoTracking()).Where(entry => after == null || entry.Id < after).OrderByDescending(entry => entry.Id).Take(size + 1).ToListAsync(stop);
        return Results.Ok(Cursor.Take([.. rows.Select(entry => new AuditAnswer(entry.Id, entry.At, entry.AccountId, entry.Who, entry.Via, entry.Action, entry.Subject))], size, entry => entry.Id));
    }

    /// <summary>The scope of the key one calls with; null for a browser.</summary>
    private static KeyScope? ScopeOf(HttpContext http) => Enum.TryParse<KeyScope>(http.User.FindFirstValue(ApiKeyHandler.ScopeClaim), out var scope) ? scope : null;
}

/// <param name="Role">What they may do here and now: that of the account, or less by the key.</param>
/// <param name="Scope">The key's; absent for a browser.</param>
internal sealed record MeAnswer(int Id, string Name, string Mail, AccountRole Role, KeyScope? Scope);

/// <param name="IsClosed">They cannot sign in, and their keys are void.</param>
/// <param name="Link">By which they choose a password, once, within the hour: in the answer to its making, and never again.</param>
internal sealed record UserAnswer(int Id, string Name, string Mail, AccountRole Role, bool IsClosed, bool HasSecondFactor, string? Link = null)
{
    public static UserAnswer Of(Account account) =>
        new(account.Id, account.Name, account.Email!, account.Role, account.IsClosed, account.TwoFactorEnabled);
}

/// <summary>An account as it is made or changed, whole.</summary>
/// <param name="Mail">Its address; it does not change later, and may be left out then.</param>
/// <param name="IsClosed">Left out: as it is.</param>
internal sealed record UserRequest(string? Name, string? Mail, AccountRole? Role, bool? IsClosed)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Name) || Name.Length > 100 ? ApiProblem.Field("name", "Give a name of 1 to 100 characters.")
        : Role is null || !Enum.IsDefined(Role.Value) ? ApiProblem.Field("role", "Write contributor, editor, publisher or administrator.")
        : null;
}

internal sealed record LinkAnswer(string Link);

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

/// <param name="Via">browser, key or command.</param>
/// <param name="Action">Method and route, or the verb of a command.</param>
/// <param name="Subject">The address as it was asked for.</param>
internal sealed record AuditAnswer(int Id, DateTimeOffset At, int? Account, string Who, string Via, string Action, string Subject);

using System.Globalization;
using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Team;

/// <summary><c>/users</c>: the team.</summary>
internal static class UsersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/users", ListAsync)
            .For(Administrator, "The team.", Answer.List<UserAnswer>());
        api.MapPost("/users", AddAsync)
            .For(Administrator, "Makes an account; its owner chooses a password by the link in the answer.", Answer.Created<UserAnswer>());
        api.MapGet("/users/{id:int}", async (int id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await FindAsync(db, id, stop) is { } found ? Shown(found, http) : Missing(id))
            .For(Administrator, "One account.", Answer.Ok<UserAnswer>());
        api.MapPut("/users/{id:int}", ChangeAsync)
            .For(
                Administrator, "Renames an account, gives it another role, closes or opens it.",
                Answer.Ok<UserAnswer>(), needsMatch: true);
        api.MapPost("/users/{id:int}:link", MakeLinkAsync)
            .For(Administrator, "A new link to choose a password by, for one that is lost.", Answer.Ok<LinkAnswer>());
    }

    private static IResult Missing(int id) => ApiProblem.NotFound($"There is no account {id}.");

    private static Task<Account?> FindAsync(AggregatorDb db, int id, CancellationToken stop) => db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, stop);

    private static IResult Shown(Account account, HttpContext http)
    {
        var answer = UserAnswer.Of(account);
        ETags.Put(http, ETags.OfContent(answer));
        return Results.Ok(answer);
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
        var place = string.Create(CultureInfo.InvariantCulture, $"{ApiHost.Root}/users/{account.Id}");
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

}

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

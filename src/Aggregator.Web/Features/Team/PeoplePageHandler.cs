using Aggregator.Accounts;
using Aggregator.Sending;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Team;

/// <summary><c>/people</c>: the team. An administrator adds people, gives them roles, makes them links, and closes accounts.</summary>
internal static class PeoplePageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/people", async (UserManager<Account> accounts, CancellationToken stop) => await ShowAsync(accounts, new(), stop))
            .For(Administrator);
        app.MapPost("/people", AddAsync).For(Administrator);
        app.MapPost("/people/{id:int}", ChangeAsync).For(Administrator);
        app.MapPost("/people/{id:int}/link", MakeLinkAsync).For(Administrator);
    }

    private static async Task<IResult> AddAsync(
        [FromForm] string? name, [FromForm] string? mail, [FromForm] AccountRole role, UserManager<Account> accounts, PasswordLink link, Visit visit, CancellationToken stop)
    {
        var reading = MailAddressSyntax.Read(mail);
        if (reading.Address is not { } address) return await ShowAsync(accounts, new(Problem: MailAddressFaultWords.Say(reading.Fault, visit.Language)), stop);
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 100) return await ShowAsync(accounts, new(Problem: visit.Say("Donnez un nom, cent caractères au plus.", "Give a name, a hundred characters at the most.")), stop);
        if (!Enum.IsDefined(role)) return await ShowAsync(accounts, new(Problem: visit.Say("Choisissez un rôle.", "Choose a role.")), stop);
        var account = new Account { Name = name.Trim(), UserName = address, Email = address, EmailConfirmed = true, Role = role };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? await ShowAsync(accounts, new(LinkFor: account.Name, Link: await link.MakeAsync(account)), stop)
            : await ShowAsync(accounts, new(Problem: visit.Say($"{address} a déjà un compte.", $"{address} has an account already.")), stop);
    }

    private static async Task<IResult> ChangeAsync(
        int id, [FromForm] AccountRole role, [FromForm] string? closed, HttpContext http, UserManager<Account> accounts, Visit visit, CancellationToken stop)
    {
        if (await FindAsync(accounts, id) is not { } account || !Enum.IsDefined(role)) return Results.NotFound();
        if (accounts.GetUserId(http.User) == account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            return await ShowAsync(accounts, new(Problem: visit.Say("Votre propre rôle, un autre administrateur le change : il en reste toujours un.", "Your own role is for another administrator to change: so there is always one.")), stop);
        account.Role = role;
        account.LockoutEnd = closed is null ? null : Account.Closed;
        await accounts.UpdateAsync(account);
        // Ends the sessions: the next request asks for the role anew, or for a sign-in that is refused.
        await accounts.UpdateSecurityStampAsync(account);
        return Results.LocalRedirect("/people");
    }

    private static async Task<IResult> MakeLinkAsync(
        int id, UserManager<Account> accounts, PasswordLink link, Visit visit, CancellationToken stop)
    {
        if (await FindAsync(accounts, id) is not { } account) return Results.NotFound();
        var problem = visit.Say("Ce compte est fermé : rouvrez-le d’abord.", "This account is closed: open it first.");
        if (account.IsClosed) return await ShowAsync(accounts, new(Problem: problem), stop);
        return await ShowAsync(accounts, new(LinkFor: account.Name, Link: await link.MakeAsync(account)), stop);
    }

    private static Task<Account?> FindAsync(UserManager<Account> accounts, int id) => accounts.FindByIdAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<IResult> ShowAsync(UserManager<Account> accounts, PeopleNews news, CancellationToken stop)
    {
        var people = await accounts.Users.AsNoTracking().OrderBy(account => account.Name).ThenBy(account => account.Id).ToListAsync(stop);
        return Page.Of<PeoplePage>(news.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("People", people), ("News", news));
    }
}

/// <summary>What has just happened on the page.</summary>
/// <param name="Link">By which <paramref name="LinkFor"/> chooses a password; shown once.</param>
public sealed record PeopleNews(string? Problem = null, string? LinkFor = null, string? Link = null);

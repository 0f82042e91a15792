using System.Net;
using System.Security.Cryptography;
using Aggregator.Accounts;
using Aggregator.Archive;
using Aggregator.Tests.Bench;
using Aggregator.Web.Features;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Web;

/// <summary>An account that is closed, or locked after wrong guesses: every door stays shut, and what it holds is void.</summary>
public sealed class ShutAccountTests(ShutAccountFixture fixture) : IClassFixture<ShutAccountFixture>, IAsyncLifetime
{
    private const string NewPassword = "quatre lanternes au bout du môle";
    private DeskSite site = null!;
    private Browsing bob = null!;
    private string mail = null!;

    /// <summary>How an account comes to be shut.</summary>
    public static TheoryData<bool> Ways => [true, false];

    public async Task InitializeAsync()
    {
        site = fixture.Site;
        mail = await site.AccountAsync(AccountRole.Administrator, "Bob");
        bob = site.Browse();
        using var entered = await EnterAsync(bob);
        Assert.Equal("/desk", entered.Headers.Location?.ToString());
    }

    public Task DisposeAsync()
    {
        bob.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ThePasswordOpensNothing(bool isClosed)
    {
        await ShutAsync(isClosed);
        using var visitor = site.Browse();

        using var refused = await EnterAsync(visitor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await IsOutAsync(visitor);
        await OpenAsync();
        using var entered = await EnterAsync(visitor);
        Assert.Equal("/desk", entered.Headers.Location?.ToString());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ARecoveryCodeOpensNothingAndIsNotUsedUp(bool isClosed)
    {
        var (_, codes) = await SecondFactorAsync();
        using var visitor = await HalfwayAsync();
        await ShutAsync(isClosed);

        using var refused = await CodeAsync(visitor, codes[0]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await IsOutAsync(visitor);
        await OpenAsync();
        using var opened = await CodeAsync(visitor, codes[0]);
        Assert.Equal("/desk", opened.Headers.Location?.ToString());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task TheTelephonesCodeOpensNothing(bool isClosed)
    {
        var (secret, _) = await SecondFactorAsync();
        using var visitor = await HalfwayAsync();
        await ShutAsync(isClosed);

        using var refused = await CodeAsync(visitor, Totp.Now(secret));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await IsOutAsync(visitor);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task APasskeyOpensNothing(bool isClosed)
    {
        await ShutAsync(isClosed);
        fixture.Shown.Mail = mail;
        using var visitor = site.Browse();

        using var refused = await ShowPasskeyAsync(visitor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await IsOutAsync(visitor);
        await OpenAsync();
        using var opened = await ShowPasskeyAsync(visitor);
        Assert.Equal("/desk", opened.Headers.Location?.ToString());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task APasswordLinkOpensNothing(bool isClosed)
    {
        var link = await LinkAsync();
        using var visitor = site.Browse();
        var form = await visitor.FormAsync(link, "/choose-password");
        await ShutAsync(isClosed);

        await visitor.PageAsync(link, HttpStatusCode.Gone);
        using var chosen = await visitor.PostAsync("/choose-password", [.. form, ("password", NewPassword)]);

        Assert.Equal(HttpStatusCode.Gone, chosen.StatusCode);
        using var entered = await EnterAsync(visitor, NewPassword);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, entered.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ASessionEnds(bool isClosed)
    {
        using var before = await bob.GetAsync("/people");
        await ShutAsync(isClosed);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await IsOutAsync(bob);
        using var api = await bob.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AKeyIsVoid(bool isClosed)
    {
        var key = ApiKeyHandler.NewKey();
        var id = (await AccountAsync()).Id;
        await site.QueryAsync(async db =>
        {
            db.Add(new ApiKey { AccountId = id, Name = "essai", Hash = ApiKeyHandler.HashOf(key), MadeAt = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });
        using var caller = new Api.ApiCaller(site.Address, key);
        (await caller.GetAsync("/me")).Is(200);
        await ShutAsync(isClosed);

        (await caller.GetAsync("/me")).IsProblem(401, "API key");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task TheFeedOfAKeptSearchIsGone(bool isClosed)
    {
        var token = Guid.NewGuid().ToString("N");
        var id = (await AccountAsync()).Id;
        await site.QueryAsync(async db =>
        {
            db.Add(new SavedSearch { AccountId = id, Name = "Radio", Query = "radio", Token = token, MadeAt = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });
        using var reader = site.Browse();
        using var before = await reader.GetAsync($"/searches/{token}.atom");
        await ShutAsync(isClosed);
        using var after = await reader.GetAsync($"/searches/{token}.atom");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task WrongRecoveryCodesLockAsWrongPasswordsDo()
    {
        await SecondFactorAsync();
        using var visitor = await HalfwayAsync();

        for (var at = 0; at < 10; at++)
        {
            using var wrong = await CodeAsync(visitor, $"AAAAA-AAAA{at}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        Assert.True((await AccountAsync()).IsShut(TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task NobodyMakesALinkForAClosedAccount()
    {
        using var claire = await site.SignInAsync(AccountRole.Administrator);
        await ShutAsync(isClosed: true);

        using var refused = await claire.PostAsync($"/people/{(await AccountAsync()).Id}/link", await claire.FormAsync("/people", "/people"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("open it first", (await Browsing.PageOf(refused)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Closed as an administrator does; locked as the tenth wrong password does.</summary>
    private async Task ShutAsync(bool isClosed)
    {
        var until = isClosed ? Account.Closed : TimeProvider.System.GetUtcNow().AddHours(1);
        await site.QueryAsync(db => db.Users.Where(account => account.Email == mail).ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, until)));
    }

    private Task<int> OpenAsync() =>
        site.QueryAsync(db => db.Users.Where(account => account.Email == mail).ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null)));

    private Task<Account> AccountAsync() => site.QueryAsync(db => db.Users.AsNoTracking().SingleAsync(account => account.Email == mail));

    private async Task<string> LinkAsync()
    {
        await using var scope = site.Get<IServiceScopeFactory>().CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(mail);
        return new Uri(await scope.ServiceProvider.GetRequiredService<PasswordLink>().MakeAsync(account!)).PathAndQuery;
    }

    private async Task<(string Secret, string[] Codes)> SecondFactorAsync()
    {
        using var begun = await bob.SubmitAsync("/account", "/account/second-factor/begin");
        var secret = (await bob.PageAsync("/account")).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var on = await bob.SubmitAsync("/account", "/account/second-factor", ("code", Totp.Now(secret)));
        return (secret, (await Browsing.PageOf(on)).QuerySelector(".codes")!.TextContent.Split('\n'));
    }

    /// <summary>Somebody who gave the password and is asked for a code.</summary>
    private async Task<Browsing> HalfwayAsync()
    {
        var visitor = site.Browse();
        using var half = await EnterAsync(visitor);
        Assert.StartsWith("/sign-in/code", half.Headers.Location?.ToString(), StringComparison.Ordinal);
        return visitor;
    }

    /// <summary>As a browser does: asks for a challenge, and answers it.</summary>
    private static async Task<HttpResponseMessage> ShowPasskeyAsync(Browsing visitor)
    {
        var form = await visitor.FormAsync("/sign-in", "/sign-in/passkey");
        using var challenge = await visitor.PostAsync("/sign-in/passkey/options", form);
        Assert.Equal(HttpStatusCode.OK, challenge.StatusCode);
        return await visitor.PostAsync("/sign-in/passkey", [.. form, ("credential", "{}")]);
    }

    private static async Task IsOutAsync(Browsing visitor)
    {
        using var desk = await visitor.GetAsync("/desk");
        Assert.Equal(HttpStatusCode.Redirect, desk.StatusCode);
        Assert.Contains("/sign-in", desk.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> EnterAsync(Browsing visitor, string password = DeskSite.Password) =>
        visitor.SubmitAsync("/sign-in", "/sign-in", ("mail", mail), ("password", password));

    private static Task<HttpResponseMessage> CodeAsync(Browsing visitor, string code) => visitor.SubmitAsync("/sign-in/code", "/sign-in/code", ("code", code));
}

/// <summary>The program, where a passkey is whose the test says.</summary>
public sealed class ShutAccountFixture : IAsyncLifetime
{
    internal ShownPasskey Shown { get; } = new();

    internal DeskSite Site { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Site = await DeskSite.StartAsync(perMinute: 0, [], change: services => services.AddScoped<IPasskeyHandler<Account>>(_ => Shown));

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>Finds every passkey genuine and this account's: what is tried is the door behind it.</summary>
internal sealed class ShownPasskey : IPasskeyHandler<Account>
{
    /// <summary>Of the account.</summary>
    public string? Mail { get; set; }

    public async Task<PasskeyAssertionResult<Account>> PerformAssertionAsync(PasskeyAssertionContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByEmailAsync(Mail!);
        var id = RandomNumberGenerator.GetBytes(16);
        return PasskeyAssertionResult.Success(
            new(id, [2], DateTimeOffset.UnixEpoch, 0, null, isUserVerified: true, isBackupEligible: false, isBackedUp: false, [3], [4]), account!);
    }

    public Task<PasskeyAttestationResult> PerformAttestationAsync(PasskeyAttestationContext context) => throw new NotSupportedException();

    public Task<PasskeyCreationOptionsResult> MakeCreationOptionsAsync(PasskeyUserEntity userEntity, Microsoft.AspNetCore.Http.HttpContext httpContext) => throw new NotSupportedException();

    public Task<PasskeyRequestOptionsResult> MakeRequestOptionsAsync(Account? user, Microsoft.AspNetCore.Http.HttpContext httpContext) =>
        Task.FromResult(new PasskeyRequestOptionsResult { RequestOptionsJson = "{}", AssertionState = "asked" });
}

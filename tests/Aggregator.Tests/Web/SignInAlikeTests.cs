using System.Net;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Aggregator.Tests.Web;

/// <summary>Whoever tries addresses at the sign-in page learns nothing: the answer and the work behind it are the same for all.</summary>
public sealed class SignInAlikeTests
{
    private const string Known = "connue@revue.example", Locked = "bloquee@revue.example", Closed = "fermee@revue.example", WithoutPassword = "nouvelle@revue.example";

    [Fact]
    public async Task EveryRefusalIsTheSameAnswerForTheSameWork()
    {
        var hasher = new CountingHasher();
        await using var site = await DeskSite.StartAsync(perMinute: 0, [], change: services => services.AddSingleton<IPasswordHasher<Account>>(hasher));
        await MakeAsync(site);
        var seen = new List<(string Case, HttpStatusCode Status, string Body, string Work)>();
        using var visitor = site.Browse();
        var form = await visitor.FormAsync("/sign-in", "/sign-in");
        foreach (var (mail, password) in Tries())
        {
            hasher.Clear();
            using var answer = await visitor.PostAsync("/sign-in", [.. form, ("mail", mail), ("password", password)]);
            var page = await Browsing.PageOf(answer);
            // What was written stands in its field again, and each page has a token of its own.
            page.QuerySelector("#mail")!.RemoveAttribute("value");
            foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken]")) token.Remove();
            seen.Add(($"{mail} / {password}", answer.StatusCode, page.DocumentElement.OuterHtml, hasher.Work));
        }

        Assert.All(seen, one => Assert.Equal((HttpStatusCode.UnprocessableEntity, seen[0].Body, "verify"), (one.Status, one.Body, one.Work)));
    }

    /// <summary>What the tests turn down for their own sake: PBKDF2 with SHA-512, as OWASP advises 210,000 rounds at the least.</summary>
    [Fact]
    public void APasswordIsHashedInAsManyRoundsAsIsAdvised()
    {
        using var services = ProductServices.Build(Settings.Load([]), more => more.AddAccounts());
        Assert.True(services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);
    }

    [Fact]
    public async Task TheTenthFailureLocksAndGuessesAtOnceAreAllCounted()
    {
        await using var site = await DeskSite.StartAsync();
        await MakeAsync(site);
        var visitors = Enumerable.Range(0, 10).Select(_ => site.Browse()).ToList();

        var answers = await Task.WhenAll(visitors.Select(visitor => visitor.SubmitAsync("/sign-in", "/sign-in", ("mail", Known), ("password", "une autre phrase"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.True((await site.QueryAsync(db => db.Users.SingleAsync(account => account.Email == Known))).IsShut(TimeProvider.System.GetUtcNow()));
        foreach (var answer in answers) answer.Dispose();
        foreach (var visitor in visitors) visitor.Dispose();
    }

    /// <summary>Every kind of account or none, with each kind of password.</summary>
    private static IEnumerable<(string Mail, string Password)> Tries() =>
        from mail in new[] { Known, Locked, Closed, WithoutPassword, "inconnue@revue.example", "", "pas une adresse" }
        from password in new[] { "une autre phrase", "", DeskSite.Password }
        where mail != Known || password != DeskSite.Password
        select (mail, password);

    private static async Task MakeAsync(DeskSite site)
    {
        await using var scope = site.Get<IServiceScopeFactory>().CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var (mail, end) in new (string, DateTimeOffset?)[] { (Known, null), (Locked, TimeProvider.System.GetUtcNow().AddHours(1)), (Closed, Account.Closed), (WithoutPassword, null) })
        {
            var account = new Account { Name = "Bob", UserName = mail, Email = mail, EmailConfirmed = true, Role = AccountRole.Editor, LockoutEnd = end };
            var made = mail == WithoutPassword ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, DeskSite.Password);
            Assert.True(made.Succeeded);
        }
    }

    /// <summary>The usual hasher, which tells what it was asked.</summary>
    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> usual = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        private readonly List<string> work = [];

        public string Work => string.Join(' ', work);

        public void Clear() => work.Clear();

        public string HashPassword(Account user, string password)
        {
            work.Add("hash");
            return usual.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            work.Add("verify");
            return usual.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

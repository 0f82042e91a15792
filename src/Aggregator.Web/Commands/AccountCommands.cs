using System.CommandLine;
using System.Security.Cryptography;
using Aggregator.Accounts;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands;

/// <summary><c>user add|reset</c> and <c>key add|revoke</c>.</summary>
internal static class AccountCommands
{
    private static readonly Argument<string> Mail = new("mail") { Description = "The account's e-mail address." };
    private static readonly Option<string> Name = new("--name") { Description = "The name colleagues see.", Required = true };
    private static readonly Option<AccountRole> Role = new("--role") { Description = "contributor, editor, publisher or administrator. Default: editor.", DefaultValueFactory = _ => AccountRole.Editor };
    private static readonly Option<string?> Password = new("--password") { Description = "At least fifteen characters. Without it one is made and printed." };

    private static readonly Option<KeyScope> Scope = new("--scope") { Description = "read, edit, publish or administer: what the key allows of what its account may. Default: administer.", DefaultValueFactory = _ => KeyScope.Administer };
    private static readonly Option<int?> Days = new("--days") { Description = "Days until the key is void. Without it: never." };

    public static Command MakeUser()
    {
        var add = new Command("add", "Adds an account and prints its password if it had to make one.") { Mail, Name, Role, Password };
        add.SetAction((parsed, stop) => AddUserAsync(parsed, Settings.Load(parsed), stop));
        var reset = new Command("reset", "Prints a link by which the account chooses a new password: it works once, within the hour.") { Mail };
        reset.SetAction((parsed, stop) => ResetAsync(parsed.GetRequiredValue(Mail), Settings.Load(parsed), stop));
        return new Command("user", "Looks after accounts.") { add, reset };
    }

    public static Command MakeKey()
    {
        var add = new Command("add", "Adds an API key for an account and prints it once.") { Mail, Name, Scope, Days };
        add.SetAction((parsed, stop) => AddKeyAsync(parsed, Settings.Load(parsed), stop));
        var revoke = new Command("revoke", "Takes a key away from an account: whatever uses it hears 401 from now on.") { Mail, Name };
        revoke.SetAction((parsed, stop) => RevokeKeyAsync(parsed.GetRequiredValue(Mail), parsed.GetRequiredValue(Name), Settings.Load(parsed), stop));
        return new Command("key", "Looks after API keys.") { add, revoke };
    }

    private static async Task<int> AddUserAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        var reading = MailAddressSyntax.Read(parsed.GetRequiredValue(Mail));
        if (reading.Address is not { } address) throw new UnusableSettingException(MailAddressFaultWords.Say(reading.Fault, "en"));
        await using var services = ProductServices.Build(settings, more => AddAccounts(more, settings));
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var scope = services.CreateAsyncScope();
        var password = parsed.GetValue(Password) ?? NewPassword();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(
            new() { Name = parsed.GetRequiredValue(Name), UserName = address, Email = address, EmailConfirmed = true, Role = parsed.GetValue(Role) }, password);
        if (!made.Succeeded) throw new CommandFailedException(string.Join(" ", made.Errors.Select(error => error.Description)));
        Console.Out.WriteLine(parsed.GetValue(Password) is null ? $"{address} can sign in with the password {password}" : $"{address} can sign in.");
        return CommandLine.Done;
    }

    private static async Task<int> ResetAsync(string mail, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings, more => AddAccounts(more, settings).AddScoped<PasswordLink>());
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(mail.Trim()) ?? throw NoAccount(mail);
        if (account.IsClosed)
            throw new CommandFailedException($"{mail} is closed, and a link would open nothing: an administrator opens it at /people.");
        Console.Out.WriteLine(await scope.ServiceProvider.GetRequiredService<PasswordLink>().MakeAsync(account));
        return CommandLine.Done;
    }

    /// <summary>Accounts as the site has them: their links are sealed with the same keys.</summary>
    private static IServiceCollection AddAccounts(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings).AddLinkProtection(settings);
        services.AddAccounts();
        return services;
    }

    private static async Task<int> AddKeyAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        if (parsed.GetValue(Days) is <= 0 or > 36_500) throw new UnusableSettingException("--days takes a whole number from 1 to 36500.");
        await using var services = ProductServices.Build(settings);
        await using var db = await OpenAsync(services, stop);
        var account = await AccountAsync(db, parsed.GetRequiredValue(Mail), stop);
        var (key, now) = (ApiKeyHandler.NewKey(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        db.Add(new ApiKey
        {
            AccountId = account.Id, Name = parsed.GetRequiredValue(Name), Hash = ApiKeyHandler.HashOf(key), Scope = parsed.GetValue(Scope), MadeAt = now,
            ExpiresAt = parsed.GetValue(Days) is { } days ? now.AddDays(days) : null,
        });
        await db.SaveChangesAsync(stop);
        Console.Out.WriteLine(key);
        return CommandLine.Done;
    }

    private static async Task<int> RevokeKeyAsync(string mail, string name, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await using var db = await OpenAsync(services, stop);
        var account = await AccountAsync(db, mail, stop);
        var gone = await db.WriteAsync(inner => db.ApiKeys.Where(key => key.AccountId == account.Id && key.Name == name).ExecuteDeleteAsync(inner), stop);
        if (gone == 0) throw new CommandFailedException($"{mail} has no key named {name}.");
        Console.Out.WriteLine(gone == 1 ? "1 key revoked." : $"{gone} keys revoked.");
        return CommandLine.Done;
    }

    private static async Task<AggregatorDb> OpenAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        return services.GetRequiredService<Func<AggregatorDb>>()();
    }

    private static async Task<Account> AccountAsync(AggregatorDb db, string mail, CancellationToken stop)
    {
        var normal = mail.Trim().ToUpperInvariant();
        return await db.Users.FirstOrDefaultAsync(user => user.NormalizedEmail == normal, stop) ?? throw NoAccount(mail);
    }

    private static UnusableSettingException NoAccount(string mail) => new($"No account has the address {mail}: add it with user add.");

    /// <summary>80 random bits in groups that can be read aloud.</summary>
    private static string NewPassword() =>
        string.Join('-', RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16).Chunk(4).Select(group => new string(group)));
}

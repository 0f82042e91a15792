using System.CommandLine;
using System.Security.Cryptography;
using Aggregator.Accounts;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Api;
using Aggregator.Web.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands;

/// <summary><c>user add</c> and <c>key add</c>.</summary>
internal static class AccountCommands
{
    private static readonly Argument<string> Mail = new("mail") { Description = "The account's e-mail address." };
    private static readonly Option<string> Name = new("--name") { Description = "The name colleagues see.", Required = true };
    private static readonly Option<AccountRole> Role = new("--role") { Description = "contributor, editor, publisher or administrator. Default: editor.", DefaultValueFactory = _ => AccountRole.Editor };
    private static readonly Option<string?> Password = new("--password") { Description = "At least twelve characters. Without it one is made and printed." };

    public static Command MakeUser()
    {
        var add = new Command("add", "Adds an account and prints its password if it had to make one.") { Mail, Name, Role, Password };
        add.SetAction((parsed, stop) => AddUserAsync(parsed, Settings.Load(parsed), stop));
        return new Command("user", "Looks after accounts.") { add };
    }

    public static Command MakeKey()
    {
        var add = new Command("add", "Adds an API key for an account and prints it once.") { Mail, Name };
        add.SetAction((parsed, stop) => AddKeyAsync(parsed.GetRequiredValue(Mail), parsed.GetRequiredValue(Name), Settings.Load(parsed), stop));
        return new Command("key", "Looks after API keys.") { add };
    }

    private static async Task<int> AddUserAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        var reading = MailAddressSyntax.Read(parsed.GetRequiredValue(Mail));
        if (reading.Address is not { } address) throw new UnusableSettingException(MailAddressFaultWords.Say(reading.Fault, "en"));
        await using var services = ProductServices.Build(settings, more => more.AddAccounts());
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var scope = services.CreateAsyncScope();
        var password = parsed.GetValue(Password) ?? NewPassword();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(
            new() { Name = parsed.GetRequiredValue(Name), UserName = address, Email = address, EmailConfirmed = true, Role = parsed.GetValue(Role) }, password);
        if (!made.Succeeded) throw new CommandFailedException(string.Join(" ", made.Errors.Select(error => error.Description)));
        Console.Out.WriteLine(parsed.GetValue(Password) is null ? $"{address} can sign in with the password {password}" : $"{address} can sign in.");
        return CommandLine.Done;
    }

    private static async Task<int> AddKeyAsync(string mail, string name, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var normal = mail.Trim().ToUpperInvariant();
        var account = await db.Users.FirstOrDefaultAsync(user => user.NormalizedEmail == normal, stop)
            ?? throw new UnusableSettingException($"No account has the address {mail}: add it with user add.");
        var key = ApiKeyHandler.NewKey();
        db.Add(new ApiKey { AccountId = account.Id, Name = name, Hash = ApiKeyHandler.HashOf(key), MadeAt = services.GetRequiredService<TimeProvider>().GetUtcNow() });
        await db.SaveChangesAsync(stop);
        Console.Out.WriteLine(key);
        return CommandLine.Done;
    }

    /// <summary>80 random bits in groups that can be read aloud.</summary>
    private static string NewPassword() =>
        string.Join('-', RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16).Chunk(4).Select(group => new string(group)));
}

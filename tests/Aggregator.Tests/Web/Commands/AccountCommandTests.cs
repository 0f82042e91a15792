using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Commands;

/// <summary>Colleagues and programs are let in, and shut out again, from the command line.</summary>
[Collection(Programs.Name)]
public sealed class AccountCommandTests
{
    [Fact]
    public async Task APersonAndAProgramAreLetInAndShutOut()
    {
        await using var desk = await EditorialFolder.MakeAsync();
        const string Anne = "anne@example.org";

        var added = await desk.RunAsync("user", "add", Anne, "--name", "Anne", "--role", "publisher");
        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        Assert.Matches("^anne@example\\.org can sign in with the password [a-z2-9]{4}(-[a-z2-9]{4}){3}$", added.Output.Trim());
        var again = await desk.RunAsync("user", "add", "ANNE@example.org", "--name", "Anne");
        Assert.Equal(1, again.ExitCode);
        Assert.DoesNotContain("   at ", again.Errors, StringComparison.Ordinal);
        var weak = await desk.RunAsync("user", "add", "bob@example.org", "--name", "Bob", "--password", "short");
        Assert.Equal(1, weak.ExitCode);

        var reset = await desk.RunAsync("user", "reset", Anne);
        Assert.Equal(0, reset.ExitCode);
        Assert.Contains("/choose-password?account=1&token=", reset.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.RunAsync("user", "reset", "nobody@example.org")).ExitCode);

        var key = await desk.RunAsync("key", "add", Anne, "--name", "script", "--scope", "read", "--days", "30");
        Assert.StartsWith("sr_", key.Output, StringComparison.Ordinal);
        await using (var db = desk.OpenDb())
        {
            var account = await db.Users.SingleAsync();
            Assert.Equal(("Anne", AccountRole.Publisher), (account.Name, account.Role));
            Assert.Equal(KeyScope.Read, (await db.ApiKeys.SingleAsync()).Scope);
        }

        Assert.Equal("1 key revoked.", (await desk.RunAsync("key", "revoke", Anne, "--name", "script")).Output.Trim());
        Assert.Equal(1, (await desk.RunAsync("key", "revoke", Anne, "--name", "script")).ExitCode);
    }
}

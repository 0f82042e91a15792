using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Accounts;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Accounts;

/// <summary>Makes, checks and uses up the one-time link that sets up the first account. A new start without accounts makes a new one.</summary>
internal sealed class SetUpLink(AggregatorDb db, TimeProvider clock)
{
    /// <summary>How long the link may be used; a new start gives a new one.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Prints the link on stderr while there is no account.</summary>
    /// <param name="services">The services.</param>
    /// <param name="address">Where the site was opened: a wildcard or port 0 in the settings is no address to click.</param>
    public static async Task AnnounceAsync(IServiceProvider services, string address, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var link = scope.ServiceProvider.GetRequiredService<SetUpLink>();
        if (await link.MakeAsync(stop) is not { } token) return;
        var settings = services.GetRequiredService<Settings>();
        var root = settings.HasPublicUrl ? settings.PublicUrl : address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
        await Console.Error.WriteLineAsync($"First start: make your account within a day at {root}/set-up?token={token}");
    }

    /// <returns>The token of a new link, or null when there are accounts already.</returns>
    public async Task<string?> MakeAsync(CancellationToken stop)
    {
        if (await db.Users.AnyAsync(stop)) return null;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await db.WriteAsync(
            async inner =>
            {
                await db.SetupLinks.ExecuteDeleteAsync(inner);
                db.Add(new SetupLink { TokenHash = HashOf(token), MadeAt = clock.GetUtcNow() });
                return await db.SaveChangesAsync(inner);
            },
            stop);
        return token;
    }

    public async Task<bool> IsValidAsync(string? token, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(token)) return false;
        var (hash, oldest) = (HashOf(token), clock.GetUtcNow() - Lifetime);
        return await db.SetupLinks.AnyAsync(link => link.TokenHash == hash && link.MadeAt > oldest, stop) && !await db.Users.AnyAsync(stop);
    }

    /// <returns>True for the one caller that used it up.</returns>
    public async Task<bool> UseAsync(string token, CancellationToken stop)
    {
        var hash = HashOf(token);
        return await db.WriteAsync(inner => db.SetupLinks.Where(link => link.TokenHash == hash).ExecuteDeleteAsync(inner), stop) > 0;
    }

    /// <summary>Puts it back when the account could not be made.</summary>
    public async Task RestoreAsync(string token, CancellationToken stop)
    {
        db.Add(new SetupLink { TokenHash = HashOf(token), MadeAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

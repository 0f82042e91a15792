using Microsoft.AspNetCore.Identity;

namespace Aggregator.Accounts;

/// <summary>Someone of the editorial team.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>The name colleagues see.</summary>
    public string Name { get; set; } = "";

    public AccountRole Role { get; set; }

    /// <summary>An administrator closed it, until one opens it again.</summary>
    public bool IsClosed => LockoutEnd == Closed;

    /// <summary>What <see cref="IdentityUser{TKey}.LockoutEnd"/> holds of a closed account.</summary>
    public static DateTimeOffset Closed => DateTimeOffset.MaxValue;

    /// <summary>
    /// Whether it is closed, or locked for a while after wrong passwords or codes. No door opens it then, and the sessions, keys and
    /// feeds that it has are void.
    /// </summary>
    /// <param name="now">UTC.</param>
    public bool IsShut(DateTimeOffset now) => LockoutEnd > now;
}

/// <summary>What an account may do; each role may do all that the ones before it may.</summary>
public enum AccountRole
{
    /// <summary>Writes in sections.</summary>
    Contributor = 1,

    /// <summary>Makes issues.</summary>
    Editor = 2,

    /// <summary>Approves and sends issues.</summary>
    Publisher = 3,

    /// <summary>Sets up sources, accounts and the program.</summary>
    Administrator = 4,
}

/// <summary>The one-time link that makes the first account; only a hash of it is kept.</summary>
public sealed class SetupLink
{
    public int Id { get; init; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public DateTimeOffset MadeAt { get; init; }
}

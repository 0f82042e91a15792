namespace Aggregator.Accounts;

/// <summary>A key that lets a program act for an account; only a hash of it is kept.</summary>
public sealed class ApiKey
{
    public int Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do of what its account may.</summary>
    public KeyScope Scope { get; init; } = KeyScope.Administer;

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>From when it is void; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The last use, to the hour; null: never used.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>The bounds of a key; each holds all of the ones before it.</summary>
public enum KeyScope
{
    /// <summary>Looks, and changes nothing.</summary>
    Read = 0,

    /// <summary>What an editor may.</summary>
    Edit = 1,

    /// <summary>What a publisher may.</summary>
    Publish = 2,

    /// <summary>All that its account may.</summary>
    Administer = 3,
}

/// <summary>What a key allows.</summary>
public static class KeyScopes
{
    /// <summary>The role a program has with the key: its account's, or less. Pure.</summary>
    public static AccountRole Bound(this KeyScope scope, AccountRole role) => scope switch
    {
        KeyScope.Edit => Least(role, AccountRole.Editor),
        KeyScope.Publish => Least(role, AccountRole.Publisher),
        _ => role,
    };

    private static AccountRole Least(AccountRole a, AccountRole b) => a < b ? a : b;
}

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

    public DateTimeOffset MadeAt { get; init; }
}

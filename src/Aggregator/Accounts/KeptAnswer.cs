namespace Aggregator.Accounts;

/// <summary>What the API answered to a POST with an <c>Idempotency-Key</c>: the same request again gets the same answer and does nothing.</summary>
public sealed class KeptAnswer
{
    public int AccountId { get; init; }

    /// <summary>As the caller chose it; unique for an account.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address and body, hexadecimal: a key stands for one request.</summary>
    public required string RequestHash { get; init; }

    public int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public string? ETag { get; init; }

    /// <summary>Sealed: it may hold what is stored nowhere in plain.</summary>
    public required byte[] Body { get; init; }

    public DateTimeOffset MadeAt { get; init; }
}

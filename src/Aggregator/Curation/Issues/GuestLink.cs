namespace Aggregator.Curation.Issues;

/// <summary>A link that lets somebody without an account read one draft and comment on it, for a time; only a hash of its token is kept.</summary>
public sealed class GuestLink
{
    /// <summary>Days a link may hold.</summary>
    public const int MostDays = 30;

    /// <summary>Comments that may come through one link.</summary>
    public const int MostComments = 200;

    public int Id { get; init; }

    public int IssueId { get; init; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whom it is for: comments bear this name.</summary>
    public required string Name { get; init; }

    /// <summary>Who made it.</summary>
    public int? MadeById { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

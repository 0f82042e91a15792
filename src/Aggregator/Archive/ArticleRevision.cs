namespace Aggregator.Archive;

/// <summary>What an article said before its publisher changed it.</summary>
public sealed class ArticleRevision
{
    public int Id { get; init; }

    public int ArticleId { get; init; }

    /// <summary>When we saw that it had been changed.</summary>
    public DateTimeOffset ReplacedAt { get; init; }

    public required string Title { get; init; }

    /// <summary>Plain text, blocks parted by a blank line.</summary>
    public required string Text { get; init; }
}

/// <summary>The address of an article that was deleted here: it does not come back, whatever feeds still show it.</summary>
public sealed class Tombstone
{
    public required string UrlKey { get; init; }

    public DateTimeOffset DeletedAt { get; init; }
}

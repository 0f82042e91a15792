namespace Aggregator.Curation.Candidates;

/// <summary>What the team knows about an article: shared by all.</summary>
public sealed class ArticleDesk
{
    public int ArticleId { get; init; }

    public List<string> Tags { get; set; } = [];

    /// <summary>The team's own star.</summary>
    public bool IsStarred { get; set; }

    /// <summary>Nothing of it may be published before.</summary>
    public DateTimeOffset? EmbargoUntil { get; set; }
}

/// <summary>One person's own star and sight of an article.</summary>
public sealed class ArticleGlance
{
    public int ArticleId { get; init; }

    public int AccountId { get; init; }

    public bool IsStarred { get; set; }

    /// <summary>When it was opened first; null when only starred.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}

/// <summary>A note on an article.</summary>
public sealed class ArticleNote
{
    public int Id { get; init; }

    public int ArticleId { get; init; }

    public int AccountId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}

namespace Aggregator.Stories;

/// <summary>What an editor did to stories; kept, so that it can be undone and the machine knows what it must not undo.</summary>
public sealed class StoryMove
{
    public int Id { get; init; }

    /// <summary>The story it was done to; of a merge the one that took the other in.</summary>
    public int StoryId { get; init; }

    public StoryMoveKind Kind { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who did it; null when the account is not known.</summary>
    public string? By { get; init; }

    /// <summary>When it was undone; null: it holds.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Where its articles were before, as JSON (<see cref="MovedArticle"/>); empty for moves that change no article's place.</summary>
    public required string Before { get; init; }
}

/// <summary>What editors can do to a story.</summary>
public enum StoryMoveKind
{
    /// <summary>Another story's articles came in.</summary>
    Merge = 1,

    /// <summary>Some of its articles became a story of their own.</summary>
    Split = 2,

    /// <summary>One article left it.</summary>
    Remove = 3,

    /// <summary>It stays on top.</summary>
    Pin = 4,

    /// <summary>It left the desk.</summary>
    Dismiss = 5,
}

/// <summary>Where an article was before a move.</summary>
public sealed record MovedArticle(int ArticleId, int StoryId, bool IsFixed);

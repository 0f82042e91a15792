namespace Aggregator.Archive;

/// <summary>That an article was brought in by hand: by whom, when and how.</summary>
public sealed class Clip
{
    public int ArticleId { get; init; }

    /// <summary>Who; null once the account is gone.</summary>
    public int? AccountId { get; init; }

    /// <summary>Their name at that time: it stands beside each quote from it.</summary>
    public required string ClippedBy { get; init; }

    public DateTimeOffset At { get; init; }

    public ClipWay Way { get; init; }

    /// <summary>Page of a paper, time of a broadcast, name of a file.</summary>
    public string? Place { get; init; }
}

/// <summary>How a clip came in.</summary>
public enum ClipWay
{
    /// <summary>Words that were pasted.</summary>
    Text = 0,

    /// <summary>An address that we fetched.</summary>
    Address = 1,

    /// <summary>The page as the editor's own browser showed it.</summary>
    Browser = 2,

    /// <summary>An .eml or .html file.</summary>
    File = 3,
    Print = 4,
    Television = 5,
    Radio = 6,
}

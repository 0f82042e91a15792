using Aggregator.Archive;

namespace Aggregator.Stories;

/// <summary>Articles about one event; copies count once.</summary>
public sealed class Story
{
    public int Id { get; init; }

    /// <summary>The most central title among its articles.</summary>
    public required string Headline { get; set; }

    /// <summary>The beginning of that article.</summary>
    public string? Lead { get; set; }

    /// <summary>Primary language subtag of its articles; null when unknown.</summary>
    public string? Language { get; set; }

    /// <summary>Articles, copies among them.</summary>
    public int Articles { get; set; }

    /// <summary>Copies among the articles.</summary>
    public int Copies { get; set; }

    /// <summary>Distinct sources that tell it in words of their own.</summary>
    public int Outlets { get; set; }

    /// <summary>When its first article was published.</summary>
    public DateTimeOffset FirstAt { get; set; }

    /// <summary>When its last article was published.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>Since when editors keep it on top of the desk; null: its rank decides.</summary>
    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>Since when editors do not want to see it; null: it is on the desk.</summary>
    public DateTimeOffset? DismissedAt { get; set; }
}

/// <summary>An article's place in a story; an article is in one story at the most.</summary>
public sealed class StoryMember
{
    public int ArticleId { get; init; }

    public int StoryId { get; set; }

    /// <summary>An editor put it there: the machine never moves it.</summary>
    public bool IsFixed { get; set; }

    /// <summary>It was matched by the excerpt its feed gave; once the article is whole it is matched again.</summary>
    public bool IsByExcerpt { get; set; }

    public Article Article { get; init; } = null!;
}
